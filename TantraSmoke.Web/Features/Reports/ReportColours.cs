using TantraSmoke.Core.Entities;

namespace TantraSmoke.Web.Features.Reports;

/// <summary>Theme colours of the charts as CSS variables, because the page selects the scheme.</summary>
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
