using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace TantraSmoke.Core.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Friends : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "friends_coming",
                table: "bookings",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "friends_declined",
                table: "bookings",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "invite_token",
                table: "bookings",
                type: "character varying(22)",
                maxLength: 22,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "friend_answers",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    booking_id = table.Column<Guid>(type: "uuid", nullable: false),
                    guest_id = table.Column<long>(type: "bigint", nullable: false),
                    is_coming = table.Column<bool>(type: "boolean", nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    known_start = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_friend_answers", x => x.id);
                    table.ForeignKey(
                        name: "FK_friend_answers_bookings_booking_id",
                        column: x => x.booking_id,
                        principalTable: "bookings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_friend_answers_users_guest_id",
                        column: x => x.guest_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_bookings_invite_token",
                table: "bookings",
                column: "invite_token",
                unique: true,
                filter: "invite_token IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_friend_answers_booking_id_guest_id",
                table: "friend_answers",
                columns: new[] { "booking_id", "guest_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_friend_answers_guest_id",
                table: "friend_answers",
                column: "guest_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "friend_answers");

            migrationBuilder.DropIndex(
                name: "IX_bookings_invite_token",
                table: "bookings");

            migrationBuilder.DropColumn(
                name: "friends_coming",
                table: "bookings");

            migrationBuilder.DropColumn(
                name: "friends_declined",
                table: "bookings");

            migrationBuilder.DropColumn(
                name: "invite_token",
                table: "bookings");
        }
    }
}
