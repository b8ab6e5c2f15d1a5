using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TantraSmoke.Core.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class StaffSessions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "staff_sessions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    staff_id = table.Column<int>(type: "integer", nullable: false),
                    way = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    device = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_staff_sessions", x => x.id);
                    table.ForeignKey(
                        name: "FK_staff_sessions_staff_staff_id",
                        column: x => x.staff_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_staff_sessions_staff_id",
                table: "staff_sessions",
                column: "staff_id");

            migrationBuilder.Sql(AppendOnly.PostgresUp);
            // History is written in the order of its times, so that a few bytes per megabyte find a day in it.
            migrationBuilder.Sql("""
                CREATE INDEX ix_booking_history_at ON booking_history USING brin (at);
                CREATE INDEX ix_audit_at ON audit (at);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP INDEX ix_booking_history_at; DROP INDEX ix_audit_at;");
            migrationBuilder.Sql(AppendOnly.PostgresDown);

            migrationBuilder.DropTable(
                name: "staff_sessions");
        }
    }
}
