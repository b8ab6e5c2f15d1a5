using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using TantraSmoke.Core.Staff;
using TantraSmoke.Web.Components.Shared;

namespace TantraSmoke.Web.Features.Audit;

/// <summary>
/// The audit's filters and position as query parameters:
/// <c>?area=staff&amp;who=3&amp;kind=changed&amp;from=2026-11-20&amp;to=2026-11-27&amp;below=812-40</c>.
/// </summary>
public static class AuditUrl
{
    public const string Path = "/audit";

    /// <summary>Parses a query string; invalid values are ignored.</summary>
    public static (AuditSearch Search, AuditPlace Place) Read(string query)
    {
        var values = QueryHelpers.ParseQuery(query);
        var (from, to) = (IsoDay.Read(Text("from")), IsoDay.Read(Text("to")));
        var search = new AuditSearch(
            Enum.TryParse<AuditArea>(Text("area"), ignoreCase: true, out var area) && Enum.IsDefined(area)
                ? area
                : null,
            int.TryParse(Text("who"), NumberStyles.None, CultureInfo.InvariantCulture, out var who) ? who : null,
            Text("kind") is { } kind && AuditQueries.Actions.Contains(kind) ? kind : null,
            from,
            to < from ? from : to
        );
        return Text("below")?.Split('-') is [var audit, var history] && Id(audit) is { } a && Id(history) is { } h
            ? (search, new AuditPlace(a, h))
            : (search, AuditPlace.Newest);

        string? Text(string name) =>
            values.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value.ToString() : null;

        static long? Id(string text) =>
            text.Length == 0 ? long.MaxValue
            : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id
            : null;
    }

    public static string Write(AuditSearch search, AuditPlace? place = null)
    {
        var values = new Dictionary<string, string?>
        {
            ["area"] = search.Area?.ToString().ToLowerInvariant(),
            ["who"] = search.StaffId?.ToString(CultureInfo.InvariantCulture),
            ["kind"] = search.Action,
            ["from"] = search.From is { } from ? IsoDay.Write(from) : null,
            ["to"] = search.To is { } to ? IsoDay.Write(to) : null,
            ["below"] = place is null || place == AuditPlace.Newest ? null : $"{Id(place.Audit)}-{Id(place.History)}",
        };
        return QueryHelpers.AddQueryString(Path, values.Where(value => value.Value is not null));

        static string Id(long id) => id == long.MaxValue ? "" : id.ToString(CultureInfo.InvariantCulture);
    }
}
