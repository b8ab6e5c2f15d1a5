using TantraSmoke.Core.Reports;

namespace TantraSmoke.Web.Texts;

// Reports.
public abstract partial class DashboardTexts
{
    public abstract string ReportsTitle { get; }
    public abstract string ReportsHint { get; }
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

    /// <summary>What it was in the range before.</summary>
    public abstract string WasBefore(string value);

    /// <summary>On the busiest day.</summary>
    public abstract string MostGuests(int count);
    public abstract string VisitsAndCovers(int visits, int covers);
    public abstract string Lead(LeadTime lead);

    /// <param name="id">Of <see cref="Features.Reports.ReportUrl.Presets"/>.</param>
    public abstract string ReportPreset(string id);
}
