using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TantraSmoke.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FriendsAskedAnewAndKnownChats : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "answered_start",
                table: "friend_answers",
                type: "INTEGER",
                nullable: true);

            // So far an answer was taken along with every move.
            migrationBuilder.Sql("UPDATE friend_answers SET answered_start = known_start");

            migrationBuilder.CreateTable(
                name: "known_chats",
                columns: table => new
                {
                    chat_id = table.Column<long>(type: "INTEGER", nullable: false),
                    moved_to = table.Column<long>(type: "INTEGER", nullable: true),
                    moved_at = table.Column<long>(type: "INTEGER", nullable: true),
                    trouble = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    trouble_since = table.Column<long>(type: "INTEGER", nullable: true)
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
