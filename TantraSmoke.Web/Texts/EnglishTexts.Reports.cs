using TantraSmoke.Core.Reports;

namespace TantraSmoke.Web.Texts;

public sealed partial class EnglishTexts
{
    public override string ReportsTitle => "Reports";
    public override string ReportsHint => "Guests, occupancy, no-shows, for any days";
    public override string NoReportHint => "There are no bookings in these days.";
    public override string Covers => "Guests came";
    public override string Visits => "Visits";
    public override string StillExpected => "Guests expected";
    public override string TurnTime => "Time at the table";
    public override string TurnMinutes => "Minutes at the table";
    public override string CoversByDay => "Guests by day";
    public override string Numbers => "Numbers";
    public override string OccupancyTitle => "How full it is";
    public override string OccupancyHint => "Per cent of table time at which people sat, by weekday and hour.";
    public override string SourcesTitle => "Where bookings come from";
    public override string LeadTitle => "How long ahead they book";
    public override string PartiesTitle => "Party size and time at the table";
    public override string TopGuestsTitle => "Guests who came most often";
    public override string CampaignsTitle => "Campaigns";
    public override string NewGuests => "New guests";
    public override string CampaignFigures(int bookings, int guests, int covers) => $"{Counted(bookings, "booking")}, {Counted(guests, "new guest")}, {Number(covers)} came";
    public override string WasBefore(string value) => $"{value} before";
    public override string MostGuests(int count) => $"at most {Guests(count)} a day";
    public override string VisitsAndCovers(int visits, int covers) => $"{Counted(visits, "visit")}, {Guests(covers)}";

    public override string Lead(LeadTime lead) => lead switch
    {
        LeadTime.WithinTwoHours => "Within 2 hours",
        LeadTime.SameDay => "The same day",
        LeadTime.DayBefore => "The day before",
        LeadTime.TwoToThreeDays => "2 to 3 days",
        LeadTime.FourToSevenDays => "4 to 7 days",
        LeadTime.Longer => "More than a week",
    };

    public override string ReportPreset(string id) => id switch
    {
        "days-7" => "7 days",
        "days-28" => "4 weeks",
        "month" => "This month",
        "last-month" => "Last month",
        "year" => "A year",
        _ => "",
    };
}
