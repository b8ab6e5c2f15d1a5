using TantraSmoke.Core.Reports;

namespace TantraSmoke.Web.Texts;

public sealed partial class EnglishTexts
{
    public override string ReportsTitle => "Reports";
    public override string NoReportHint => "There are no bookings on these days.";
    public override string Covers => "Covers";
    public override string Visits => "Visits";
    public override string StillExpected => "Covers expected";
    public override string TurnTime => "Time at the table";
    public override string TurnMinutes => "Minutes at the table";
    public override string CoversByDay => "Covers by day";
    public override string Numbers => "Figures";
    public override string OccupancyTitle => "Occupancy";
    public override string OccupancyHint => "Percentage of table time with guests seated, by weekday and hour.";
    public override string SourcesTitle => "Where bookings come from";
    public override string LeadTitle => "How far ahead guests book";
    public override string PartiesTitle => "Party size and time at the table";
    public override string TopGuestsTitle => "Most frequent guests";
    public override string CampaignsTitle => "Campaigns";
    public override string NewGuests => "New guests";

    public override string CampaignFigures(int bookings, int guests, int covers) =>
        $"{Counted(bookings, "booking")}, {Counted(guests, "new guest")}, {Counted(covers, "cover")}";

    public override string RangeLabel => "Dates";

    public override string ComparedWith(string days) => $"Compared with the days before: {days}.";

    public override string HowFull => "How full were we?";
    public override string OfTableTime => "of table time taken";

    public override string BusiestHour(DayOfWeek day, int hour, string share) =>
        $"Busiest hour: {ShortWeekday(day)} {hour:00}:00, {share}";

    public override string CoversCame(int count) => $"{Count(count)} {(count == 1 ? "cover" : "covers")}";

    public override string WhatLost => "What did we lose?";

    public override string GuestsWord(int count) => count == 1 ? "guest" : "guests";

    public override string GaveUpWaiting => "gave up waiting";
    public override string WhoRegulars => "Who are the regulars?";

    public override string CameAgain(int count) =>
        count == 1 ? "guest came more than once" : "guests came more than once";

    public override string RegularsShare(string share) => $"They account for {share} of visits. Most often:";

    public override string BusiestDay(string day, string guests) => $"Busiest day: {day}, {guests}";

    protected override string PercentagePoints => "pp";

    public override string VisitsAndCovers(int visits, int covers) =>
        $"{Counted(visits, "visit")}, {Counted(covers, "cover")}";

    public override string Lead(LeadTime lead) =>
        lead switch
        {
            LeadTime.WithinTwoHours => "Within 2 hours",
            LeadTime.SameDay => "The same day",
            LeadTime.DayBefore => "The day before",
            LeadTime.TwoToThreeDays => "2 to 3 days",
            LeadTime.FourToSevenDays => "4 to 7 days",
            LeadTime.Longer => "More than a week",
        };

    public override string ReportPreset(string id) =>
        id switch
        {
            "days-7" => "7 days",
            "days-28" => "4 weeks",
            "month" => "This month",
            "last-month" => "Last month",
            "year" => "A year",
            _ => "",
        };
}
