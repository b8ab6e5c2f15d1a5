using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TantraSmoke.Core.Data.Migrations.Postgres
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

            // Digits in the middle of a phone number, and the beginning of a code whatever the database's collation.
            migrationBuilder.Sql("""
                CREATE INDEX ix_users_phone_search ON users USING gin (phone gin_trgm_ops);
                CREATE INDEX ix_bookings_code_search ON bookings (code text_pattern_ops);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP INDEX ix_users_phone_search; DROP INDEX ix_bookings_code_search;");

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
