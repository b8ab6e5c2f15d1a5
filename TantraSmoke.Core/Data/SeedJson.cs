using System.Globalization;
using System.Text.Json;
using TantraSmoke.Core.Floor;

namespace TantraSmoke.Core.Data;

/// <summary>
/// Reads and writes TABLES_JSON, reads SLOTS_JSON. Every mistake is one sentence with the line it is on; unknown fields are ignored.
/// </summary>
internal static partial class SeedJson
{
    private static readonly JsonReaderOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static (List<TableSeed>? Rows, string? Problem) ReadTables(string json)
    {
        var nextNumber = 0;
        var (rows, problem) = Read(json, (row, line) => Table(row, ref nextNumber, line));
        if (rows is null)
            return (null, problem);
        if (rows.Select(r => r.Row).GroupBy(r => r.Number).FirstOrDefault(g => g.Count() > 1) is { } twice)
            return (null, $"line {rows.Last(r => r.Row.Number == twice.Key).Line}: table {twice.Key} is there twice");
        foreach (var (row, line) in rows)
        {
            if (row.CombinesWith.FirstOrDefault(n => n == row.Number || rows.All(r => r.Row.Number != n)) is var stranger and not 0)
                return (null, $"line {line}: table {row.Number} combines with table {stranger}, which is not another table of this file");
            if (row.Combinations.SelectMany(c => c.Tables).FirstOrDefault(n => rows.All(r => r.Row.Number != n)) is var unknown and not 0)
                return (null, $"line {line}: a combination of table {row.Number} has table {unknown}, which is not in this file");
        }

        return ([.. rows.Select(r => r.Row)], null);
    }

    public static (List<SlotSeed>? Rows, string? Problem) ReadSlots(string json)
    {
        var (rows, problem) = Read(json, (row, _) => new SlotSeed(Time(row, "start_time"), Time(row, "end_time")));
        if (rows is null)
            return (null, problem);
        if (rows.FirstOrDefault(r => r.Row.Start == r.Row.End) is { Row: not null } empty)
            return (null, $"line {empty.Line}: start_time and end_time are both {empty.Row.Start:HH\\:mm}");
        if (rows.GroupBy(r => r.Row.Start).FirstOrDefault(g => g.Count() > 1) is { } twice)
            return (null, $"line {twice.Last().Line}: start_time {twice.Key:HH\\:mm} is there twice");
        return ([.. rows.Select(r => r.Row)], null);
    }

    private static (List<(T Row, int Line)>? Rows, string? Problem) Read<T>(string json, Func<JsonElement, int, T> read)
    {
        json = json.TrimStart('\uFEFF');
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            if (document.RootElement.ValueKind != JsonValueKind.Array)
                return (null, "line 1: a list [ … ] is expected");
            if (document.RootElement.GetArrayLength() == 0)
                return (null, "line 1: the list is empty");
            var lines = LinesOfItems(json);
            var rows = new List<(T, int)>();
            foreach (var (item, line) in document.RootElement.EnumerateArray().Zip(lines))
            {
                try
                {
                    if (item.ValueKind != JsonValueKind.Object)
                        throw new FormatException("an object { … } is expected");
                    rows.Add((read(item, line), line));
                }
                catch (FormatException fault)
                {
                    return (null, $"line {line}: {fault.Message}");
                }
            }

            return (rows, null);
        }
        catch (JsonException fault)
        {
            return (null, $"line {(fault.LineNumber ?? 0) + 1}: not valid JSON ({fault.Message.Split(" LineNumber")[0].TrimEnd('.')})");
        }
    }

    private static TableSeed Table(JsonElement row, ref int nextNumber, int line)
    {
        var number = Number(row, "id", 1, 9999) ?? (nextNumber + 1);
        nextNumber = Math.Max(nextNumber, number);
        var seats = Number(row, "capacity", 1, 100) ?? throw new FormatException("\"capacity\" is missing");
        var minParty = Number(row, "min_party", 1, 100) ?? 1;
        if (minParty > seats)
            throw new FormatException($"\"min_party\" is {minParty}, but the table seats {seats}");
        TablePlace? place = null;
        if (Number(row, "x", 0, 100_000) is { } x && Number(row, "y", 0, 100_000) is { } y)
        {
            var shape = Text(row, "shape") is { } name
                ? Enum.TryParse<TableShape>(name, ignoreCase: true, out var known) && Enum.IsDefined(known)
                    ? known
                    : throw new FormatException($"\"shape\" is \"{name}\"; it is one of round, square, rectangle, sofa")
                : TableShape.Square;
            place = new TablePlace(x, y, Number(row, "width", TablePlace.Smallest, TablePlace.Largest) ?? 100, Number(row, "height", TablePlace.Smallest, TablePlace.Largest) ?? 100, Number(row, "rotation", 0, 359) ?? 0, shape);
        }

        return new TableSeed(number, seats, minParty, Text(row, "description") ?? "", Text(row, "hall"), place, Text(row, "zone"), Numbers(row, "combines_with"))
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
        if (value.ValueKind != JsonValueKind.Array || value.EnumerateArray().Any(v => v.ValueKind != JsonValueKind.Object))
            throw new FormatException($"\"combinations\" is {value.GetRawText()}; a list of objects {{ … }} is expected");
        return [.. value.EnumerateArray().Select(Combination)];
    }

    private static CombinationSeed Combination(JsonElement row)
    {
        var tables = Numbers(row, "tables");
        if (tables.Distinct().Count() is < 2 or > CombinationDraft.MostTables)
            throw new FormatException($"\"tables\" of a combination must be 2 to {CombinationDraft.MostTables} table numbers");
        var seats = Number(row, "seats", 1, 600) ?? throw new FormatException("\"seats\" of a combination is missing");
        return new CombinationSeed(Text(row, "name") ?? CombinationSeed.NameOf(tables), tables, Number(row, "min_party", 1, seats) ?? 1, seats);
    }

    private static bool? Flag(JsonElement row, string name)
    {
        if (!row.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        return value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? value.GetBoolean()
            : throw new FormatException($"\"{name}\" is {value.GetRawText()}; true or false is expected");
    }

    private static int? Number(JsonElement row, string name, int least, int most)
    {
        if (!row.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= most
            ? number
            : throw new FormatException($"\"{name}\" is {value.GetRawText()}; a whole number from {least} to {most} is expected");
    }

    private static List<int> Numbers(JsonElement row, string name)
    {
        if (!row.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return [];
        return value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(v => v.ValueKind == JsonValueKind.Number && v.TryGetInt32(out _))
            ? [.. value.EnumerateArray().Select(v => v.GetInt32())]
            : throw new FormatException($"\"{name}\" is {value.GetRawText()}; a list of table numbers is expected");
    }

    private static string? Text(JsonElement row, string name)
    {
        if (!row.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        return value.ValueKind == JsonValueKind.String && value.GetString()!.Length <= 500
            ? value.GetString()
            : throw new FormatException($"\"{name}\" must be a text of at most 500 characters");
    }

    private static TimeOnly Time(JsonElement row, string name)
    {
        var text = Text(row, name) ?? throw new FormatException($"\"{name}\" is missing");
        return TimeOnly.TryParseExact(text, ["HH:mm", "H:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : throw new FormatException($"\"{name}\" is \"{text}\"; a time such as \"22:00\" is expected");
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
}
