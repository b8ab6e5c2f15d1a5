using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TantraSmoke.Core.Data.Migrations.Sqlite
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    staff_id = table.Column<int>(type: "INTEGER", nullable: false),
                    way = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    device = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_seen_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true)
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

            foreach (var statement in AppendOnly.SqliteUp())
                migrationBuilder.Sql(statement);
            migrationBuilder.Sql("CREATE INDEX ix_booking_history_at ON booking_history (at)");
            migrationBuilder.Sql("CREATE INDEX ix_audit_at ON audit (at)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP INDEX ix_booking_history_at");
            migrationBuilder.Sql("DROP INDEX ix_audit_at");
            foreach (var statement in AppendOnly.SqliteDown())
                migrationBuilder.Sql(statement);

            migrationBuilder.DropTable(
                name: "staff_sessions");
        }
    }
}
