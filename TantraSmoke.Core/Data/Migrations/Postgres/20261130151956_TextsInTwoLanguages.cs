using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TantraSmoke.Core.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class TextsInTwoLanguages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_halls_name",
                table: "halls");

            migrationBuilder.AddColumn<string>(
                name: "description_en",
                table: "tables",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "zone_en",
                table: "tables",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "name_en",
                table: "special_days",
                type: "character varying(80)",
                maxLength: 80,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "address_en",
                table: "settings",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "name_en",
                table: "halls",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "IX_halls_name_name_en",
                table: "halls",
                columns: new[] { "name", "name_en" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // What was written in English only is kept in the column that stays.
            migrationBuilder.Sql("UPDATE halls SET name = name_en WHERE name = ''");
            migrationBuilder.Sql("UPDATE tables SET description = description_en WHERE description = ''");
            migrationBuilder.Sql("UPDATE tables SET zone = zone_en WHERE zone = ''");
            migrationBuilder.Sql("UPDATE special_days SET name = name_en WHERE name = ''");
            migrationBuilder.Sql("UPDATE settings SET address = address_en WHERE address = ''");

            migrationBuilder.DropIndex(
                name: "IX_halls_name_name_en",
                table: "halls");

            migrationBuilder.DropColumn(
                name: "description_en",
                table: "tables");

            migrationBuilder.DropColumn(
                name: "zone_en",
                table: "tables");

            migrationBuilder.DropColumn(
                name: "name_en",
                table: "special_days");

            migrationBuilder.DropColumn(
                name: "address_en",
                table: "settings");

            migrationBuilder.DropColumn(
                name: "name_en",
                table: "halls");

            migrationBuilder.CreateIndex(
                name: "IX_halls_name",
                table: "halls",
                column: "name",
                unique: true);
        }
    }
}
