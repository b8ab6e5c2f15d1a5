using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TantraSmoke.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class EntryPoints : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "campaign",
                table: "users",
                type: "TEXT",
                maxLength: 24,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "chosen_language",
                table: "users",
                type: "TEXT",
                maxLength: 8,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "campaigns",
                table: "settings",
                type: "TEXT",
                maxLength: 600,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "campaign",
                table: "bookings",
                type: "TEXT",
                maxLength: 24,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_users_campaign",
                table: "users",
                column: "campaign",
                filter: "campaign IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_bookings_of_campaigns",
                table: "bookings",
                column: "service_day",
                filter: "campaign IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_users_campaign",
                table: "users");

            migrationBuilder.DropIndex(
                name: "IX_bookings_of_campaigns",
                table: "bookings");

            migrationBuilder.DropColumn(
                name: "campaign",
                table: "users");

            migrationBuilder.DropColumn(
                name: "chosen_language",
                table: "users");

            migrationBuilder.DropColumn(
                name: "campaigns",
                table: "settings");

            migrationBuilder.DropColumn(
                name: "campaign",
                table: "bookings");
        }
    }
}
