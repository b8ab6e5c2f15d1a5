using System.Globalization;

namespace TantraSmoke.Bot.Links;

/// <summary>
/// The payload of a start link: at most 64 letters, digits, "_" and "-", in parts separated by "_". Anybody can write
/// one, so it only opens a step.
/// </summary>
/// <param name="Table">The number of the table whose code was scanned.</param>
/// <param name="Day">The service day to book.</param>
public sealed record StartLink(int? Table = null, DateOnly? Day = null, string? Campaign = null)
{
    public const int Limit = 64;

    /// <summary>The prefix of an invitation; its token follows.</summary>
    public const string PartyMark = "p-";

    private const string Anywhere = "venue";
    private const string DayFormat = "'day'yyyyMMdd";
    private const string CampaignMark = "c-";

    /// <summary>Null for a payload that is no start link.</summary>
    public static StartLink? Read(string payload)
    {
        if (payload.Length is 0 or > Limit)
            return null;
        var link = new StartLink();
        foreach (var part in payload.Split('_'))
        {
            if (part == Anywhere)
                continue;
            if (
                link.Campaign is null
                && part.StartsWith(CampaignMark, StringComparison.Ordinal)
                && part.Length > CampaignMark.Length
            )
                link = link with { Campaign = part[CampaignMark.Length..] };
            else if (
                link.Day is null
                && DateOnly.TryParseExact(
                    part,
                    DayFormat,
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var day
                )
            )
                link = link with { Day = day };
            else if (
                link.Table is null
                && part.StartsWith("table", StringComparison.Ordinal)
                && part.Length is > 5 and <= 9
                && int.TryParse(part.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var table)
            )
                link = link with { Table = table };
            else
                return null;
        }

        return link;
    }

    public string ToPayload()
    {
        List<string> parts = [];
        if (Campaign is not null)
            parts.Add(CampaignMark + Campaign);
        if (Day is { } day)
            parts.Add(day.ToString(DayFormat, CultureInfo.InvariantCulture));
        if (Table is { } table)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"table{table}"));
        return parts.Count == 0 ? Anywhere : string.Join('_', parts);
    }
}
