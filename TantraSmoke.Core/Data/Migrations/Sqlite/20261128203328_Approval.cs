using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TantraSmoke.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Approval : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_bookings_open",
                table: "bookings");

            migrationBuilder.AddColumn<int>(
                name: "approval_above",
                table: "settings",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "staff_language",
                table: "settings",
                type: "TEXT",
                maxLength: 16,
                nullable: false,
                defaultValue: "russian");

            migrationBuilder.AddColumn<long>(
                name: "requested_at",
                table: "bookings",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_bookings_open",
                table: "bookings",
                column: "starts_at",
                filter: "status IN ('requested', 'booked', 'confirmed', 'seated')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // The version before knows neither: who asked has a booking then, as without the rule.
            migrationBuilder.Sql("UPDATE bookings SET status = 'booked' WHERE status = 'requested'");
            migrationBuilder.Sql("DELETE FROM outbox WHERE kind IN ('staff_note', 'request_unanswered', 'booking_requested', 'booking_approved', 'booking_declined', 'request_expired')");

            migrationBuilder.DropIndex(
                name: "IX_bookings_open",
                table: "bookings");

            migrationBuilder.DropColumn(
                name: "approval_above",
                table: "settings");

            migrationBuilder.DropColumn(
                name: "staff_language",
                table: "settings");

            migrationBuilder.DropColumn(
                name: "requested_at",
                table: "bookings");

            migrationBuilder.CreateIndex(
                name: "IX_bookings_open",
                table: "bookings",
                column: "starts_at",
                filter: "status IN ('booked', 'confirmed', 'seated')");
        }
    }
}
