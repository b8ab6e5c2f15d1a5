using TantraSmoke.Core.Entities;

namespace TantraSmoke.Web.Features.Reports;

/// <summary>The theme's colours of a report's charts: names, because the page decides between light and dark.</summary>
public static class ReportColours
{
    public const string Expected = "var(--mud-palette-lines-inputs)";

    public static string Of(BookingSource source) =>
        source switch
        {
            BookingSource.Telegram => "var(--mud-palette-info)",
            BookingSource.Phone => "var(--mud-palette-primary)",
            _ => "var(--mud-palette-tertiary)",
        };
}
