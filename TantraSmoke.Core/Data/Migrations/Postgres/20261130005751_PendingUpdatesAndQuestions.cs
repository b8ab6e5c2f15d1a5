using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TantraSmoke.Core.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PendingUpdatesAndQuestions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ended_because",
                table: "waitlist_entries",
                type: "character varying(16)",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "country",
                table: "settings",
                type: "character varying(2)",
                maxLength: 2,
                nullable: false,
                defaultValue: "RU");

            migrationBuilder.AddColumn<string>(
                name: "question",
                table: "bookings",
                type: "character varying(16)",
                maxLength: 16,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "attendance",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    away_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    back_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_attendance", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pending_updates",
                columns: table => new
                {
                    update_id = table.Column<int>(type: "integer", nullable: false),
                    json = table.Column<string>(type: "text", nullable: false),
                    locked_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pending_updates", x => x.update_id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_outbox_chat_id_id",
                table: "outbox",
                columns: new[] { "chat_id", "id" },
                filter: "sent_at IS NULL AND failed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_bookings_question",
                table: "bookings",
                column: "question",
                filter: "question IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "attendance");

            migrationBuilder.DropTable(
                name: "pending_updates");

            migrationBuilder.DropIndex(
                name: "IX_outbox_chat_id_id",
                table: "outbox");

            migrationBuilder.DropIndex(
                name: "IX_bookings_question",
                table: "bookings");

            migrationBuilder.DropColumn(
                name: "ended_because",
                table: "waitlist_entries");

            migrationBuilder.DropColumn(
                name: "country",
                table: "settings");

            migrationBuilder.DropColumn(
                name: "question",
                table: "bookings");
        }
    }
}
