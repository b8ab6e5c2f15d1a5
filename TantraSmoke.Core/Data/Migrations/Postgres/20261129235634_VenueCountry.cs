using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TantraSmoke.Core.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class VenueCountry : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "country",
                table: "settings",
                type: "character varying(2)",
                maxLength: 2,
                nullable: false,
                defaultValue: "RU");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "country",
                table: "settings");
        }
    }
}
