using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TantraSmoke.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Schedule : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_time_slots_start_time",
                table: "time_slots");

            migrationBuilder.AddColumn<int>(
                name: "special_day_id",
                table: "time_slots",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "weekdays",
                table: "time_slots",
                type: "INTEGER",
                nullable: false,
                defaultValue: 127);

            migrationBuilder.AddColumn<int>(
                name: "guests",
                table: "table_claims",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "buffer_minutes",
                table: "settings",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "cancel_minutes",
                table: "settings",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "largest_party_online",
                table: "settings",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "online_paused_until",
                table: "settings",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "pacing_covers",
                table: "settings",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "pacing_parties",
                table: "settings",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "turn_times",
                table: "settings",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "special_days",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    hall_id = table.Column<int>(type: "INTEGER", nullable: true),
                    starts_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ends_at = table.Column<long>(type: "INTEGER", nullable: true),
                    block_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_special_days", x => x.id);
                    table.ForeignKey(
                        name: "FK_special_days_halls_hall_id",
                        column: x => x.hall_id,
                        principalTable: "halls",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_time_slots_special_day_id",
                table: "time_slots",
                column: "special_day_id");

            migrationBuilder.CreateIndex(
                name: "IX_time_slots_start_time",
                table: "time_slots",
                column: "start_time");

            migrationBuilder.CreateIndex(
                name: "IX_special_days_day",
                table: "special_days",
                column: "day");

            migrationBuilder.CreateIndex(
                name: "IX_special_days_hall_id",
                table: "special_days",
                column: "hall_id");

            migrationBuilder.AddForeignKey(
                name: "FK_time_slots_special_days_special_day_id",
                table: "time_slots",
                column: "special_day_id",
                principalTable: "special_days",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // One slot a start, whatever the weekday, is all that there was before.
            migrationBuilder.Sql("DELETE FROM time_slots WHERE special_day_id IS NOT NULL");
            migrationBuilder.Sql("""
                DELETE FROM time_slots WHERE EXISTS (
                    SELECT 1 FROM time_slots o
                    WHERE o.start_time = time_slots.start_time
                        AND (o.is_active > time_slots.is_active OR (o.is_active = time_slots.is_active AND o.id < time_slots.id)))
                """);
            // By SQLite itself: a table that EF has rebuilt has lost the triggers that refuse overlapping claims.
            migrationBuilder.Sql("ALTER TABLE table_claims DROP COLUMN guests");

            migrationBuilder.DropForeignKey(
                name: "FK_time_slots_special_days_special_day_id",
                table: "time_slots");

            migrationBuilder.DropTable(
                name: "special_days");

            migrationBuilder.DropIndex(
                name: "IX_time_slots_special_day_id",
                table: "time_slots");

            migrationBuilder.DropIndex(
                name: "IX_time_slots_start_time",
                table: "time_slots");

            migrationBuilder.DropColumn(
                name: "special_day_id",
                table: "time_slots");

            migrationBuilder.DropColumn(
                name: "weekdays",
                table: "time_slots");

            migrationBuilder.DropColumn(
                name: "buffer_minutes",
                table: "settings");

            migrationBuilder.DropColumn(
                name: "cancel_minutes",
                table: "settings");

            migrationBuilder.DropColumn(
                name: "largest_party_online",
                table: "settings");

            migrationBuilder.DropColumn(
                name: "online_paused_until",
                table: "settings");

            migrationBuilder.DropColumn(
                name: "pacing_covers",
                table: "settings");

            migrationBuilder.DropColumn(
                name: "pacing_parties",
                table: "settings");

            migrationBuilder.DropColumn(
                name: "turn_times",
                table: "settings");

            migrationBuilder.CreateIndex(
                name: "IX_time_slots_start_time",
                table: "time_slots",
                column: "start_time",
                unique: true);
        }
    }
}
