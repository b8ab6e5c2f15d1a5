using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TantraSmoke.Core.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class FriendsAskedAnewAndKnownChats : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "answered_start",
                table: "friend_answers",
                type: "timestamp with time zone",
                nullable: true);

            // So far an answer was taken along with every move.
            migrationBuilder.Sql("UPDATE friend_answers SET answered_start = known_start");

            migrationBuilder.CreateTable(
                name: "known_chats",
                columns: table => new
                {
                    chat_id = table.Column<long>(type: "bigint", nullable: false),
                    moved_to = table.Column<long>(type: "bigint", nullable: true),
                    moved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    trouble = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    trouble_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_known_chats", x => x.chat_id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_outbox_failed_at",
                table: "outbox",
                column: "failed_at",
                filter: "failed_at IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_outbox_failed_at",
                table: "outbox");

            migrationBuilder.DropTable(
                name: "known_chats");

            migrationBuilder.DropColumn(
                name: "answered_start",
                table: "friend_answers");
        }
    }
}
