using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Reports;

/// <summary>How a range of service days went.</summary>
/// <param name="Bookings">All but walk-ins taken back.</param>
/// <param name="Visits">Parties that came.</param>
/// <param name="Covers">Guests that came.</param>
/// <param name="Expected">Guests still to come.</param>
/// <param name="Reserved">Bookings made ahead.</param>
/// <param name="TurnMinutes">On average; null when nobody both sat down and left.</param>
public sealed record ReportTotals(
    int Bookings,
    int Visits,
    int Covers,
    int Expected,
    int Reserved,
    int NoShows,
    int Cancellations,
    double? TurnMinutes
)
{
    /// <summary>Parties that came as they had booked.</summary>
    public int Kept { get; init; }

    /// <summary>Guests of the parties that did not come.</summary>
    public int NoShowCovers { get; init; }

    /// <summary>Guests of the bookings that were cancelled.</summary>
    public int CancelledCovers { get; init; }

    /// <summary>What guests thought on average, 1 to 5; null where nobody said.</summary>
    public double? Rating { get; init; }

    /// <summary>Of those who should have come, 0 to 1; null without any.</summary>
    public double? NoShowRate => Kept + NoShows == 0 ? null : (double)NoShows / (Kept + NoShows);

    /// <summary>Of the bookings made ahead, 0 to 1; null without any.</summary>
    public double? CancellationRate => Reserved == 0 ? null : (double)Cancellations / Reserved;

    /// <summary>Guests to a party that came; null without any.</summary>
    public double? AverageParty => Visits == 0 ? null : (double)Covers / Visits;

    /// <summary>
    /// Counts what <see cref="ReportFigures.Totals"/> does, of the service days from {0} to {1}, in columns called like
    /// the properties; for both databases.
    /// </summary>
    /// <param name="turnMinutes">How this one says the minutes from seated_at to ended_at.</param>
    internal static string Sql(string turnMinutes) =>
        $$"""
            SELECT CAST(count(*) AS integer) AS "{{nameof(Bookings)}}",
                CAST(count(*) FILTER (WHERE came) AS integer) AS "{{nameof(Visits)}}",
                CAST(coalesce(sum(party_size) FILTER (WHERE came), 0) AS integer) AS "{{nameof(Covers)}}",
                CAST(coalesce(sum(party_size) FILTER (WHERE status IN ('requested', 'booked', 'confirmed')), 0)
                    AS integer) AS "{{nameof(Expected)}}",
                CAST(count(*) FILTER (WHERE ahead) AS integer) AS "{{nameof(Reserved)}}",
                CAST(count(*) FILTER (WHERE came AND ahead) AS integer) AS "{{nameof(Kept)}}",
                CAST(count(*) FILTER (WHERE status = 'no_show') AS integer) AS "{{nameof(NoShows)}}",
                CAST(count(*) FILTER (WHERE status = 'canceled') AS integer) AS "{{nameof(Cancellations)}}",
                CAST(coalesce(sum(party_size) FILTER (WHERE status = 'no_show'), 0)
                    AS integer) AS "{{nameof(NoShowCovers)}}",
                CAST(coalesce(sum(party_size) FILTER (WHERE status = 'canceled'), 0)
                    AS integer) AS "{{nameof(CancelledCovers)}}",
                avg({{turnMinutes}}) FILTER (WHERE status = 'completed' AND ended_at > seated_at)
                    AS "{{nameof(TurnMinutes)}}",
                CAST(avg(rating) AS double precision) AS "{{nameof(Rating)}}"
            FROM (
                SELECT party_size, status, seated_at, ended_at, rating,
                    status IN ('seated', 'completed') AS came, source <> 'walk_in' AS ahead
                FROM bookings
                WHERE service_day BETWEEN {0} AND {1} AND (source <> 'walk_in' OR status <> 'canceled')) AS counted
            """;
}

/// <summary>One service day.</summary>
public sealed record ReportDay(DateOnly Day, int Covers, int Expected, int Visits, int NoShows, int Cancellations);

/// <summary>How many bookings came from where.</summary>
public sealed record ReportSource(BookingSource Source, int Bookings, int Covers);

/// <summary>Guests that came from one source, by day of the range.</summary>
public sealed record ReportSourceDays(BookingSource Source, IReadOnlyList<int> Covers);

/// <summary>
/// Guests who came at least <see cref="Least"/> times in these days, and how many visits were theirs.
/// </summary>
public sealed record ReportRegulars(int Guests, int Visits)
{
    public const int Least = 2;
}

/// <summary>Parties that waited for a table and left without one.</summary>
public sealed record ReportWaitlist(int Parties, int Covers);

/// <summary>Parties of one size; the last one stands for larger ones too.</summary>
public sealed record ReportParty(int Size, bool IsOrMore, int Bookings, double? TurnMinutes);

/// <summary>How long before its time a booking was made.</summary>
public enum LeadTime
{
    WithinTwoHours,
    SameDay,
    DayBefore,
    TwoToThreeDays,
    FourToSevenDays,
    Longer,
}

/// <summary>Bookings made that long before.</summary>
public sealed record ReportLead(LeadTime Lead, int Bookings);

/// <summary>How full the room was at one hour of one weekday of service days.</summary>
/// <param name="Share">Taken of all table time, 0 to 1; null for hours the range has not had.</param>
public sealed record ReportHour(DayOfWeek Day, int Hour, double? Share);

/// <summary>A guest who came often.</summary>
/// <param name="Name">Null for somebody whose data was deleted.</param>
public sealed record ReportGuest(long Id, string? Name, int Visits, int Covers);

/// <summary>A range of service days in numbers.</summary>
/// <param name="Before">The same of as many days before.</param>
/// <param name="Occupancy">By weekday from Monday on, and by hour from the one at which the service day begins.</param>
public sealed record Report(
    ReportRange Range,
    ReportTotals Totals,
    ReportTotals Before,
    IReadOnlyList<ReportDay> Days,
    IReadOnlyList<ReportHour> Occupancy,
    IReadOnlyList<ReportSource> Sources,
    IReadOnlyList<ReportLead> Leads,
    IReadOnlyList<ReportParty> Parties,
    IReadOnlyList<ReportGuest> TopGuests
)
{
    /// <summary>
    /// As <see cref="Days"/>, by where the guests came from; the source with most guests first, those without any left
    /// out.
    /// </summary>
    public IReadOnlyList<ReportSourceDays> SourceDays { get; init; } = [];

    public ReportRegulars Regulars { get; init; } = new(0, 0);

    public ReportWaitlist Waitlist { get; init; } = new(0, 0);

    public ReportWaitlist WaitlistBefore { get; init; } = new(0, 0);

    /// <summary>Guests who would have come: those of no-shows, of cancellations and of the waitlist.</summary>
    public int LostCovers => Lost(Totals, Waitlist);

    public int LostCoversBefore => Lost(Before, WaitlistBefore);

    /// <summary>From 5 down to 1.</summary>
    public IReadOnlyList<ReportRating> Ratings { get; init; } = [];

    /// <summary>Those that the venue has and those that have brought somebody, most bookings first.</summary>
    public IReadOnlyList<ReportCampaign> Campaigns { get; init; } = [];

    private static int Lost(ReportTotals totals, ReportWaitlist waitlist) =>
        totals.NoShowCovers + totals.CancelledCovers + waitlist.Covers;
}

/// <summary>What a campaign has brought.</summary>
/// <param name="Guests">New ones, who came by its link in these days before they had ever booked.</param>
/// <param name="Bookings">Made through its link for these days.</param>
/// <param name="Covers">Guests who came with them.</param>
public sealed record ReportCampaign(string Name, int Guests, int Bookings, int Covers);

/// <summary>How many visits guests thought so much of.</summary>
public sealed record ReportRating(int Rating, int Visits);
