using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TantraSmoke.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FrontDesk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "anonymized_at",
                table: "users",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "merged_into_id",
                table: "users",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "notes",
                table: "users",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "search_text",
                table: "users",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "tags",
                table: "users",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<int>(
                name: "no_show_flag_count",
                table: "settings",
                type: "INTEGER",
                nullable: false,
                defaultValue: 3);

            migrationBuilder.AddColumn<int>(
                name: "no_show_flag_months",
                table: "settings",
                type: "INTEGER",
                nullable: false,
                defaultValue: 12);

            migrationBuilder.AddColumn<int>(
                name: "offer_minutes",
                table: "settings",
                type: "INTEGER",
                nullable: false,
                defaultValue: 10);

            migrationBuilder.AddColumn<string>(
                name: "allergies",
                table: "bookings",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "arrived_guests",
                table: "bookings",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "internal_note",
                table: "bookings",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "occasion",
                table: "bookings",
                type: "TEXT",
                maxLength: 16,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "waitlist_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    service_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    guest_id = table.Column<long>(type: "INTEGER", nullable: true),
                    name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    phone = table.Column<string>(type: "TEXT", nullable: true),
                    party_size = table.Column<int>(type: "INTEGER", nullable: false),
                    quoted_minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    comment = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    joined_at = table.Column<long>(type: "INTEGER", nullable: false),
                    offered_table_ids = table.Column<string>(type: "TEXT", nullable: false),
                    offered_until = table.Column<long>(type: "INTEGER", nullable: true),
                    booking_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    idempotency_key = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_waitlist_entries", x => x.id);
                    table.ForeignKey(
                        name: "FK_waitlist_entries_bookings_booking_id",
                        column: x => x.booking_id,
                        principalTable: "bookings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_waitlist_entries_users_guest_id",
                        column: x => x.guest_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_users_merged_into_id",
                table: "users",
                column: "merged_into_id");

            migrationBuilder.CreateIndex(
                name: "IX_waitlist_entries_booking_id",
                table: "waitlist_entries",
                column: "booking_id");

            migrationBuilder.CreateIndex(
                name: "IX_waitlist_entries_guest_id",
                table: "waitlist_entries",
                column: "guest_id");

            migrationBuilder.CreateIndex(
                name: "IX_waitlist_entries_idempotency_key",
                table: "waitlist_entries",
                column: "idempotency_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_waitlist_entries_service_day",
                table: "waitlist_entries",
                column: "service_day");

            migrationBuilder.AddForeignKey(
                name: "FK_users_users_merged_into_id",
                table: "users",
                column: "merged_into_id",
                principalTable: "users",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_users_users_merged_into_id",
                table: "users");

            migrationBuilder.DropTable(
                name: "waitlist_entries");

            migrationBuilder.DropIndex(
                name: "IX_users_merged_into_id",
                table: "users");

            migrationBuilder.DropColumn(
                name: "anonymized_at",
                table: "users");

            migrationBuilder.DropColumn(
                name: "merged_into_id",
                table: "users");

            migrationBuilder.DropColumn(
                name: "notes",
                table: "users");

            migrationBuilder.DropColumn(
                name: "search_text",
                table: "users");

            migrationBuilder.DropColumn(
                name: "tags",
                table: "users");

            migrationBuilder.DropColumn(
                name: "no_show_flag_count",
                table: "settings");

            migrationBuilder.DropColumn(
                name: "no_show_flag_months",
                table: "settings");

            migrationBuilder.DropColumn(
                name: "offer_minutes",
                table: "settings");

            migrationBuilder.DropColumn(
                name: "allergies",
                table: "bookings");

            migrationBuilder.DropColumn(
                name: "arrived_guests",
                table: "bookings");

            migrationBuilder.DropColumn(
                name: "internal_note",
                table: "bookings");

            migrationBuilder.DropColumn(
                name: "occasion",
                table: "bookings");
        }
    }
}
