using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TantraSmoke.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class GuestSearch : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_users_blocked",
                table: "users",
                column: "is_blocked",
                filter: "is_blocked");

            migrationBuilder.CreateIndex(
                name: "IX_bookings_no_shows",
                table: "bookings",
                columns: new[] { "guest_id", "starts_at" },
                filter: "status = 'no_show'");

            migrationBuilder.CreateIndex(
                name: "IX_bookings_starts_at_id",
                table: "bookings",
                columns: new[] { "starts_at", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_users_blocked",
                table: "users");

            migrationBuilder.DropIndex(
                name: "IX_bookings_no_shows",
                table: "bookings");

            migrationBuilder.DropIndex(
                name: "IX_bookings_starts_at_id",
                table: "bookings");
        }
    }
}
