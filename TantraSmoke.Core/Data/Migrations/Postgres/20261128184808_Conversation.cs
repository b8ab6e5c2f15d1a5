using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TantraSmoke.Core.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Conversation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "offered_ends_at",
                table: "waitlist_entries",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "offered_slot_id",
                table: "waitlist_entries",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "offered_starts_at",
                table: "waitlist_entries",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "passed_at",
                table: "waitlist_entries",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "wanted_from",
                table: "waitlist_entries",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "wanted_until",
                table: "waitlist_entries",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "asks_rating",
                table: "settings",
                type: "boolean",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<string>(
                name: "phone_wish",
                table: "settings",
                type: "character varying(16)",
                maxLength: 16,
                nullable: false,
                defaultValue: "optional");

            migrationBuilder.AddColumn<TimeOnly>(
                name: "quiet_from",
                table: "settings",
                type: "time without time zone",
                nullable: false,
                defaultValue: new TimeOnly(22, 0, 0));

            migrationBuilder.AddColumn<TimeOnly>(
                name: "quiet_until",
                table: "settings",
                type: "time without time zone",
                nullable: false,
                defaultValue: new TimeOnly(10, 0, 0));

            migrationBuilder.AddColumn<string>(
                name: "reminder_hours",
                table: "settings",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "24 3");

            migrationBuilder.AddColumn<int>(
                name: "message_id",
                table: "outbox",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "useless_at",
                table: "outbox",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "waitlist_entry_id",
                table: "outbox",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "guest_confirmed_at",
                table: "bookings",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "late_minutes",
                table: "bookings",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "rating",
                table: "bookings",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "rating_comment",
                table: "bookings",
                type: "character varying(500)",
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
