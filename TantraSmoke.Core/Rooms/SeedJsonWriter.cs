using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;

namespace TantraSmoke.Core.Rooms;

/// <summary>Writes TABLES_JSON.</summary>
internal static class SeedJsonWriter
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>
    /// All tables, one to a line, as <see cref="SeedJson.ReadTables"/> takes them. Earlier installations read it too:
    /// what they do not know (online, active, combinations) they ignore. Walls and words are not part of the form.
    /// </summary>
    public static string WriteTables(VenueCatalog catalog)
    {
        var halls = catalog.Halls.ToDictionary(h => h.Id, h => h.Name);
        var text = new StringBuilder("[\n");
        foreach (var table in catalog.Tables.OrderBy(t => t.Number))
        {
            var together = catalog
                .Combinations.Where(c => c.IsActive && c.TableIds[0] == table.Id)
                .OrderBy(c => c.Name, StringComparer.Ordinal)
                .Select(c => new
                {
                    name = c.Name,
                    tables = c.TableIds.Select(NumberOf),
                    min_party = c.MinParty,
                    seats = c.Seats,
                });
            var row = new Dictionary<string, object?>
            {
                ["id"] = table.Number,
                ["capacity"] = table.Seats,
                ["description"] = table.DescriptionRu,
                ["description_en"] = Translated(table.DescriptionEn),
                ["hall"] = halls[table.HallId].Ru,
                ["hall_en"] = Translated(halls[table.HallId].En),
                ["x"] = table.X,
                ["y"] = table.Y,
                ["width"] = table.Width,
                ["height"] = table.Height,
                ["rotation"] = table.Rotation,
                ["shape"] = SnakeCase.Of(table.Shape.ToString()),
                ["zone"] = table.ZoneRu,
                ["zone_en"] = Translated(table.ZoneEn),
                ["min_party"] = table.MinParty,
                ["online"] = table.IsOnline,
                ["active"] = table.IsActive,
                ["combines_with"] = catalog
                    .Combinations.Where(c => c.IsActive && c.TableIds.Count == 2 && c.TableIds[0] == table.Id)
                    .Select(c => NumberOf(c.TableIds[1])),
                ["combinations"] = together,
            };
            text.Append(text.Length > 2 ? ",\n" : "").Append("  ").Append(JsonSerializer.Serialize(row, Json));
        }

        return text.Append("\n]\n").ToString();

        static string? Translated(string text) => text.Length > 0 ? text : null;

        int NumberOf(int tableId) => catalog.Table(tableId)!.Number;
    }
}
