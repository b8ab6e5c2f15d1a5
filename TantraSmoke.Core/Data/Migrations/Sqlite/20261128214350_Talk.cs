using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TantraSmoke.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Talk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "talk_id",
                table: "outbox",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "talk_messages",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    guest_id = table.Column<long>(type: "INTEGER", nullable: false),
                    booking_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    text = table.Column<string>(type: "TEXT", maxLength: 5000, nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    staff_name = table.Column<string>(type: "TEXT", nullable: true),
                    read_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_talk_messages", x => x.id);
                    table.ForeignKey(
                        name: "FK_talk_messages_bookings_booking_id",
                        column: x => x.booking_id,
                        principalTable: "bookings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_talk_messages_users_guest_id",
                        column: x => x.guest_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_outbox_talk_id",
                table: "outbox",
                column: "talk_id",
                filter: "talk_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_talk_messages_booking_id",
                table: "talk_messages",
                column: "booking_id");

            migrationBuilder.CreateIndex(
                name: "IX_talk_messages_guest_id_at",
                table: "talk_messages",
                columns: new[] { "guest_id", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_talk_messages_key",
                table: "talk_messages",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_talk_messages_unread",
                table: "talk_messages",
                column: "guest_id",
                filter: "staff_name IS NULL AND read_at IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "talk_messages");

            migrationBuilder.DropIndex(
                name: "IX_outbox_talk_id",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "talk_id",
                table: "outbox");
        }
    }
}
