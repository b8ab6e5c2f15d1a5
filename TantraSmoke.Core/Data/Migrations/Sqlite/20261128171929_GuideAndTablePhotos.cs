using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TantraSmoke.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class GuideAndTablePhotos : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "photo",
                table: "tables",
                type: "TEXT",
                nullable: true);

            // All of SetupSteps: a venue that is there already has been set up.
            migrationBuilder.AddColumn<int>(
                name: "setup_done",
                table: "settings",
                type: "INTEGER",
                nullable: false,
                defaultValue: 31);

            migrationBuilder.CreateTable(
                name: "table_photos",
                columns: table => new
                {
                    table_id = table.Column<int>(type: "INTEGER", nullable: false),
                    content_type = table.Column<string>(type: "TEXT", nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_table_photos", x => x.table_id);
                    table.ForeignKey(
                        name: "FK_table_photos_tables_table_id",
                        column: x => x.table_id,
                        principalTable: "tables",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "table_photos");

            migrationBuilder.DropColumn(
                name: "photo",
                table: "tables");

            migrationBuilder.DropColumn(
                name: "setup_done",
                table: "settings");
        }
    }
}
