using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TantraSmoke.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Conversation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "offered_ends_at",
                table: "waitlist_entries",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "offered_slot_id",
                table: "waitlist_entries",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "offered_starts_at",
                table: "waitlist_entries",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "passed_at",
                table: "waitlist_entries",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "wanted_from",
                table: "waitlist_entries",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "wanted_until",
                table: "waitlist_entries",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "asks_rating",
                table: "settings",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<string>(
                name: "phone_wish",
                table: "settings",
                type: "TEXT",
                maxLength: 16,
                nullable: false,
                defaultValue: "optional");

            migrationBuilder.AddColumn<TimeOnly>(
                name: "quiet_from",
                table: "settings",
                type: "TEXT",
                nullable: false,
                defaultValue: new TimeOnly(22, 0, 0));

            migrationBuilder.AddColumn<TimeOnly>(
                name: "quiet_until",
                table: "settings",
                type: "TEXT",
                nullable: false,
                defaultValue: new TimeOnly(10, 0, 0));

            migrationBuilder.AddColumn<string>(
                name: "reminder_hours",
                table: "settings",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "24 3");

            migrationBuilder.AddColumn<int>(
                name: "message_id",
                table: "outbox",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "useless_at",
                table: "outbox",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "waitlist_entry_id",
                table: "outbox",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "guest_confirmed_at",
                table: "bookings",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "late_minutes",
                table: "bookings",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "rating",
                table: "bookings",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "rating_comment",
                table: "bookings",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_waitlist_entries_there",
                table: "waitlist_entries",
                column: "joined_at",
                filter: "status IN ('waiting', 'offered')");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_booking_id",
                table: "outbox",
                column: "booking_id",
                filter: "sent_at IS NULL AND failed_at IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_waitlist_entries_there",
                table: "waitlist_entries");

            migrationBuilder.DropIndex(
                name: "IX_outbox_booking_id",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "offered_ends_at",
                table: "waitlist_entries");

            migrationBuilder.DropColumn(
                name: "offered_slot_id",
                table: "waitlist_entries");

            migrationBuilder.DropColumn(
                name: "offered_starts_at",
                table: "waitlist_entries");

            migrationBuilder.DropColumn(
                name: "passed_at",
                table: "waitlist_entries");

            migrationBuilder.DropColumn(
                name: "wanted_from",
                table: "waitlist_entries");

            migrationBuilder.DropColumn(
                name: "wanted_until",
                table: "waitlist_entries");

            migrationBuilder.DropColumn(
                name: "asks_rating",
                table: "settings");

            migrationBuilder.DropColumn(
                name: "phone_wish",
                table: "settings");

            migrationBuilder.DropColumn(
                name: "quiet_from",
                table: "settings");

            migrationBuilder.DropColumn(
                name: "quiet_until",
                table: "settings");

            migrationBuilder.DropColumn(
                name: "reminder_hours",
                table: "settings");

            migrationBuilder.DropColumn(
                name: "message_id",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "useless_at",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "waitlist_entry_id",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "guest_confirmed_at",
                table: "bookings");

            migrationBuilder.DropColumn(
                name: "late_minutes",
                table: "bookings");

            migrationBuilder.DropColumn(
                name: "rating",
                table: "bookings");

            migrationBuilder.DropColumn(
                name: "rating_comment",
                table: "bookings");
        }
    }
}
