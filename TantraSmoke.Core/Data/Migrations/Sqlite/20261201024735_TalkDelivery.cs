using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TantraSmoke.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class TalkDelivery : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "delivered_at",
                table: "talk_messages",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "failure",
                table: "talk_messages",
                type: "TEXT",
                maxLength: 16,
                nullable: true);

            // Until now the outbox alone knew.
            migrationBuilder.Sql(
                """
                UPDATE talk_messages SET
                    delivered_at = (SELECT max(sent_at) FROM outbox WHERE talk_id = talk_messages.id AND for_guest),
                    failure = (
                        SELECT max(CASE WHEN last_error LIKE 'Forbidden%' THEN 'blocked' ELSE 'other' END) FROM outbox
                        WHERE talk_id = talk_messages.id AND for_guest AND failed_at IS NOT NULL)
                WHERE staff_name IS NOT NULL
                """
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "delivered_at",
                table: "talk_messages");

            migrationBuilder.DropColumn(
                name: "failure",
                table: "talk_messages");
        }
    }
}
