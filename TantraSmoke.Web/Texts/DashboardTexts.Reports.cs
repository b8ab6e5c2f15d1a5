using TantraSmoke.Core.Reports;

namespace TantraSmoke.Web.Texts;

// Reports.
public abstract partial class DashboardTexts
{
    public abstract string ReportsTitle { get; }
    public abstract string NoReportHint { get; }
    public abstract string Covers { get; }
    public abstract string Visits { get; }
    public abstract string StillExpected { get; }
    public abstract string TurnTime { get; }
    public abstract string TurnMinutes { get; }
    public abstract string CoversByDay { get; }
    public abstract string Numbers { get; }
    public abstract string OccupancyTitle { get; }
    public abstract string OccupancyHint { get; }
    public abstract string SourcesTitle { get; }
    public abstract string LeadTitle { get; }
    public abstract string PartiesTitle { get; }
    public abstract string TopGuestsTitle { get; }
    public abstract string CampaignsTitle { get; }
    public abstract string NewGuests { get; }
    public abstract string CampaignFigures(int bookings, int guests, int covers);

    public abstract string RangeLabel { get; }

    /// <summary>The days that changes are compared with.</summary>
    public abstract string ComparedWith(string days);

    public abstract string HowFull { get; }
    public abstract string OfTableTime { get; }
    public abstract string BusiestHour(DayOfWeek day, int hour, string share);
    public abstract string CoversCame(int count);
    public abstract string WhatLost { get; }

    /// <summary>Noun for that count: "guests".</summary>
    public abstract string GuestsWord(int count);

    /// <summary>"No-shows: 94, 12 %".</summary>
    public string Lost(string what, int count, double? rate) =>
        $"{Sentence(what)}: {Count(count)}{(rate is null ? "" : $", {Share(rate)}")}";

    public abstract string GaveUpWaiting { get; }
    public abstract string WhoRegulars { get; }

    /// <summary>Noun phrase for that count: "guests came more than once".</summary>
    public abstract string CameAgain(int count);
    public abstract string RegularsShare(string share);
    public abstract string BusiestDay(string day, string guests);
    protected abstract string PercentagePoints { get; }

    /// <summary>"3,218".</summary>
    public string Count(int count) => count.ToString("N0", Culture);

    /// <summary>"12 %"; a dash if unknown.</summary>
    public string Share(double? share) => share?.ToString("P0", Culture) ?? "–";

    /// <summary>"3 Nov".</summary>
    public string DateOf(DateOnly day) => day.ToString("d MMM", Culture);

    /// <summary>"3 Nov – 30 Nov 2026".</summary>
    public string DateRange(ReportRange range) =>
        $"{range.From.ToString(range.From.Year == range.To.Year ? "d MMM" : "d MMM yyyy", Culture)} – "
        + $"{range.To.ToString("d MMM yyyy", Culture)}";

    /// <summary>"+12 %", "×36" from tenfold on; null without a value to compare with.</summary>
    /// <param name="isShare">Both values are shares of 0 to 1, so the change is in percentage points.</param>
    public string? Delta(double? now, double? before, bool isShare)
    {
        if (now is not { } value || before is not { } was || (was == 0 && !isShare))
            return null;
        if (!isShare && value >= was * 10)
            return $"×{(value / was).ToString("N0", Culture)}";
        var change = isShare ? Math.Round((value - was) * 100) : Math.Round((value / was - 1) * 100);
        var size = isShare
            ? $"{Math.Abs(change).ToString(Culture)} {PercentagePoints}"
            : (Math.Abs(change) / 100).ToString("P0", Culture);
        return change == 0 ? size : $"{(change > 0 ? "+" : "−")}{size}";
    }

    public abstract string VisitsAndCovers(int visits, int covers);
    public abstract string Lead(LeadTime lead);

    /// <param name="id">An id of <see cref="Features.Reports.ReportUrl.Presets"/>.</param>
    public abstract string ReportPreset(string id);
}
