using System.Text.Json;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Rooms;

/// <summary>
/// Reads TABLES_JSON and SLOTS_JSON. Every mistake is one sentence with the line it is on; unknown fields
/// are ignored.
/// </summary>
internal static class SeedJson
{
    private const int LongestText = 500;
    private static readonly JsonReaderOptions Lenient = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    public static (List<TableSeed>? Rows, SeedProblem? Problem) ReadTables(string json)
    {
        var nextNumber = 0;
        var (rows, problem) = Read(json, (row, line) => Table(row, ref nextNumber, line));
        if (rows is null)
            return (null, problem);
        if (rows.Select(r => r.Row).GroupBy(r => r.Number).FirstOrDefault(g => g.Count() > 1) is { } twice)
            return (
                null,
                new SeedProblem(t => t.TableTwice(twice.Key), rows.Last(r => r.Row.Number == twice.Key).Line)
            );
        foreach (var (row, line) in rows)
        {
            if (
                row.CombinesWith.FirstOrDefault(n => n == row.Number || rows.All(r => r.Row.Number != n))
                is var stranger
                    and not 0
            )
                return (null, new SeedProblem(t => t.CombinesWithStranger(row.Number, stranger), line));
            if (
                row.Combinations.SelectMany(c => c.Tables).FirstOrDefault(n => rows.All(r => r.Row.Number != n))
                is var unknown
                    and not 0
            )
                return (null, new SeedProblem(t => t.CombinationHasStranger(row.Number, unknown), line));
        }

        return ([.. rows.Select(r => r.Row)], null);
    }

    public static (List<SlotSeed>? Rows, SeedProblem? Problem) ReadSlots(string json)
    {
        var (rows, problem) = Read(json, (row, _) => new SlotSeed(Time(row, "start_time"), Time(row, "end_time")));
        if (rows is null)
            return (null, problem);
        if (rows.FirstOrDefault(r => r.Row.Start == r.Row.End) is { Row: not null } empty)
            return (null, new SeedProblem(t => t.SlotIsEmpty(empty.Row.Start), empty.Line));
        if (rows.GroupBy(r => r.Row.Start).FirstOrDefault(g => g.Count() > 1) is { } twice)
            return (null, new SeedProblem(t => t.SlotTwice(twice.Key), twice.Last().Line));
        return ([.. rows.Select(r => r.Row)], null);
    }

    private static (List<(T Row, int Line)>? Rows, SeedProblem? Problem) Read<T>(
        string json,
        Func<JsonElement, int, T> read
    )
    {
        json = json.TrimStart('\uFEFF');
        try
        {
            using var document = JsonDocument.Parse(
                json,
                new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }
            );
            if (document.RootElement.ValueKind != JsonValueKind.Array)
                return (null, new SeedProblem(t => t.ListExpected, 1));
            if (document.RootElement.GetArrayLength() == 0)
                return (null, new SeedProblem(t => t.ListIsEmpty, 1));
            var lines = LinesOfItems(json);
            var rows = new List<(T, int)>();
            foreach (var (item, line) in document.RootElement.EnumerateArray().Zip(lines))
            {
                try
                {
                    if (item.ValueKind != JsonValueKind.Object)
                        throw new Fault(t => t.ObjectExpected);
                    rows.Add((read(item, line), line));
                }
                catch (Fault fault)
                {
                    return (null, new SeedProblem(fault.Reason, line));
                }
            }

            return (rows, null);
        }
        catch (JsonException fault)
        {
            return (null, new SeedProblem(t => t.NotJson(CharacterOf(json, fault)), (int)(fault.LineNumber ?? 0) + 1));
        }
    }

    private static TableSeed Table(JsonElement row, ref int nextNumber, int line)
    {
        var number = Number(row, "id", 1, 9999) ?? (nextNumber + 1);
        nextNumber = Math.Max(nextNumber, number);
        var seats = Number(row, "capacity", 1, 100) ?? throw new Fault(t => t.Missing("capacity"));
        var minParty = Number(row, "min_party", 1, 100) ?? 1;
        if (minParty > seats)
            throw new Fault(t => t.MinPartyTooLarge(minParty, seats));
        TablePlace? place = null;
        if (Number(row, "x", 0, 100_000) is { } x && Number(row, "y", 0, 100_000) is { } y)
        {
            var shape = Text(row, "shape") is { } name
                ? Enum.TryParse<TableShape>(name, ignoreCase: true, out var known) && Enum.IsDefined(known)
                    ? known
                    : throw new Fault(t => t.ShapeUnknown(name))
                : TableShape.Square;
            place = new TablePlace(
                x,
                y,
                Number(row, "width", TablePlace.Smallest, TablePlace.Largest) ?? 100,
                Number(row, "height", TablePlace.Smallest, TablePlace.Largest) ?? 100,
                Number(row, "rotation", 0, 359) ?? 0,
                shape
            );
        }

        return new TableSeed(
            number,
            seats,
            minParty,
            Local(row, "description") ?? LocalText.Empty,
            Local(row, "hall"),
            place,
            Local(row, "zone"),
            Numbers(row, "combines_with")
        )
        {
            IsOnline = Flag(row, "online"),
            IsActive = Flag(row, "active"),
            Combinations = Combinations(row),
        };
    }

    private static List<CombinationSeed> Combinations(JsonElement row)
    {
        if (!row.TryGetProperty("combinations", out var value) || value.ValueKind == JsonValueKind.Null)
            return [];
        if (
            value.ValueKind != JsonValueKind.Array
            || value.EnumerateArray().Any(v => v.ValueKind != JsonValueKind.Object)
        )
            throw Expected(value, (t, found) => t.CombinationsExpected(found));
        return [.. value.EnumerateArray().Select(Combination)];
    }

    private static CombinationSeed Combination(JsonElement row)
    {
        var tables = Numbers(row, "tables");
        if (tables.Distinct().Count() is < 2 or > CombinationDraft.MostTables)
            throw new Fault(t => t.CombinationTables);
        var seats = Number(row, "seats", 1, 600) ?? throw new Fault(t => t.MissingInCombination("seats"));
        return new CombinationSeed(
            Text(row, "name") ?? CombinationSeed.NameOf(tables),
            tables,
            Number(row, "min_party", 1, seats) ?? 1,
            seats
        );
    }

    private static bool? Flag(JsonElement row, string name)
    {
        if (!row.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        return value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? value.GetBoolean()
            : throw Expected(value, (t, found) => t.FlagExpected(name, found));
    }

    private static int? Number(JsonElement row, string name, int least, int most)
    {
        if (!row.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        return
            value.ValueKind == JsonValueKind.Number
            && value.TryGetInt32(out var number)
            && number >= least
            && number <= most
            ? number
            : throw Expected(value, (t, found) => t.NumberExpected(name, found, least, most));
    }

    private static List<int> Numbers(JsonElement row, string name)
    {
        if (!row.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return [];
        return
            value.ValueKind == JsonValueKind.Array
            && value.EnumerateArray().All(v => v.ValueKind == JsonValueKind.Number && v.TryGetInt32(out _))
            ? [.. value.EnumerateArray().Select(v => v.GetInt32())]
            : throw Expected(value, (t, found) => t.NumbersExpected(name, found));
    }

    private static string? Text(JsonElement row, string name)
    {
        if (!row.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        return value.ValueKind == JsonValueKind.String && value.GetString()!.Length <= LongestText
            ? value.GetString()
            : throw new Fault(t => t.TextExpected(name, LongestText));
    }

    /// <summary>A text with its English translation, "hall" and "hall_en"; null if both are missing.</summary>
    private static LocalText? Local(JsonElement row, string name)
    {
        var (first, english) = (Text(row, name), Text(row, name + "_en"));
        return first is null && english is null ? null : new LocalText(first ?? "", english ?? "");
    }

    private static TimeOnly Time(JsonElement row, string name)
    {
        var text = Text(row, name) ?? throw new Fault(t => t.Missing(name));
        return VenueClock.ReadTime(text) ?? throw new Fault(t => t.TimeExpected(name, text));
    }

    // A value's text is only valid while the document is not disposed.
    private static Fault Expected(JsonElement value, Func<SeedTexts, string, string> reason)
    {
        var found = value.GetRawText();
        return new Fault(t => reason(t, found));
    }

    private static int CharacterOf(string json, JsonException fault)
    {
        var line = System.Text.Encoding.UTF8.GetBytes(
            json.Split('\n').ElementAtOrDefault((int)(fault.LineNumber ?? 0)) ?? ""
        );
        return System.Text.Encoding.UTF8.GetCharCount(
                line,
                0,
                (int)Math.Min(fault.BytePositionInLine ?? 0, line.Length)
            ) + 1;
    }

    private static List<int> LinesOfItems(string json)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(bytes, Lenient);
        var lines = new List<int>();
        while (reader.Read())
        {
            if (reader.CurrentDepth == 1 && reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
                lines.Add(bytes.AsSpan(0, (int)reader.TokenStartIndex).Count((byte)'\n') + 1);
        }

        return lines;
    }

    /// <summary>Aborts reading of one row.</summary>
    private sealed class Fault(Func<SeedTexts, string> reason) : Exception
    {
        public Func<SeedTexts, string> Reason { get; } = reason;
    }
}
