using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TantraSmoke.Core.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PendingUpdates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "pending_updates");

            migrationBuilder.DropIndex(
                name: "IX_outbox_chat_id_id",
                table: "outbox");
        }
    }
}
