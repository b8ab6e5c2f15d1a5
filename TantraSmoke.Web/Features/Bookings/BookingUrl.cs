using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;
using TantraSmoke.Web.Components.Shared;

namespace TantraSmoke.Web.Features.Bookings;

/// <summary>
/// The list's filters as query parameters, shared by reload, links, the back button and the export:
/// <c>from</c> and <c>to</c> (<c>2026-11-20</c>), <c>q</c>, <c>status</c>, <c>source</c>, <c>hall</c>, <c>party</c>
/// (<c>2-4</c>), <c>sort</c> (<c>-time</c> is descending) and <c>page</c>. Without days the list shows today,
/// <c>days=all</c> any day; without a page it opens where the present is.
/// </summary>
public static class BookingUrl
{
    /// <summary>Parses a query string; invalid values are ignored.</summary>
    public static (BookingSearch Search, int? Page) Read(string query, DateOnly today)
    {
        var values = QueryHelpers.ParseQuery(query);
        var (from, to) = (Day("from"), Day("to"));
        if (from is null && to is null && Text("days") != "all")
            (from, to) = (today, today);
        var party = (Text("party") ?? "").Split('-');
        var search = new BookingSearch
        {
            Words = Text("q") ?? "",
            From = from,
            To = to < from ? from : to,
            Status = Enum<BookingStatus>("status"),
            Source = Enum<BookingSource>("source"),
            HallId = Number(Text("hall")),
            MinParty = Number(party[0]),
            MaxParty = Number(party[^1]),
            Sort = SortOrder.Read<BookingSort>(Text("sort")),
            IsDescending = SortOrder.IsDescending<BookingSort>(Text("sort")),
        };
        return (search, Number(Text("page")) is > 0 and var page ? page : null);

        string? Text(string name) =>
            values.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value.ToString() : null;

        DateOnly? Day(string name) => IsoDay.Read(Text(name));

        T? Enum<T>(string name)
            where T : struct, Enum =>
            System.Enum.TryParse<T>(
                Text(name)?.Replace("_", "", StringComparison.Ordinal),
                ignoreCase: true,
                out var value
            ) && System.Enum.IsDefined(value)
                ? value
                : null;
    }

    /// <summary>Formats a search as a query string; empty for today without filters.</summary>
    public static string Write(BookingSearch search, DateOnly today, int? page = null)
    {
        var isToday = search.From == today && search.To == today;
        var isAnyDay = search.From is null && search.To is null;
        var values = new Dictionary<string, string?>
        {
            ["days"] = isAnyDay ? "all" : null,
            ["from"] = isToday ? null : Day(search.From),
            ["to"] = isToday ? null : Day(search.To),
            ["q"] = search.Words.Length == 0 ? null : search.Words,
            ["status"] = search.Status?.ToString().ToLowerInvariant(),
            ["source"] = search.Source?.ToString().ToLowerInvariant(),
            ["hall"] = search.HallId?.ToString(CultureInfo.InvariantCulture),
            ["party"] = Party(search.MinParty, search.MaxParty),
            ["sort"] = SortOrder.Write(search.Sort, search.IsDescending),
            ["page"] = page?.ToString(CultureInfo.InvariantCulture),
        };
        return QueryHelpers.AddQueryString("", values.Where(value => value.Value is not null));
    }

    /// <summary>"4", "2-4", "7-"; null for no filter.</summary>
    public static string? Party(int? min, int? max) =>
        (min, max) switch
        {
            (null, null) => null,
            _ when min == max => min?.ToString(CultureInfo.InvariantCulture),
            _ => string.Create(CultureInfo.InvariantCulture, $"{min}-{max}"),
        };

    private static string? Day(DateOnly? day) => day is { } one ? IsoDay.Write(one) : null;

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
