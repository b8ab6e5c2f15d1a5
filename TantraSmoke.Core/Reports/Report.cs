using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Reports;

/// <summary>Totals of a range of service days.</summary>
/// <param name="Bookings">All bookings except walk-ins seated by mistake.</param>
/// <param name="Visits">Parties that came.</param>
/// <param name="Covers">Guests that came.</param>
/// <param name="Expected">Guests still to come.</param>
/// <param name="Reserved">Bookings made in advance.</param>
/// <param name="TurnMinutes">Average time at the table; null without a visit that has both times.</param>
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
    /// <summary>Parties that came with a booking.</summary>
    public int Kept { get; init; }

    /// <summary>Guests of no-shows.</summary>
    public int NoShowCovers { get; init; }

    /// <summary>Guests of cancelled bookings.</summary>
    public int CancelledCovers { get; init; }

    /// <summary>Average rating, 1 to 5; null without ratings.</summary>
    public double? Rating { get; init; }

    /// <summary>Share of no-shows among the parties due, 0 to 1; null without any.</summary>
    public double? NoShowRate => Kept + NoShows == 0 ? null : (double)NoShows / (Kept + NoShows);

    /// <summary>Share of cancellations among the bookings made in advance, 0 to 1; null without any.</summary>
    public double? CancellationRate => Reserved == 0 ? null : (double)Cancellations / Reserved;

    /// <summary>Average size of the parties that came; null without any.</summary>
    public double? AverageParty => Visits == 0 ? null : (double)Covers / Visits;

    /// <summary>
    /// SQL for the totals of <see cref="ReportFigures.Totals"/> over service days {0} to {1}, with columns named like
    /// the properties; for both databases.
    /// </summary>
    /// <param name="turnMinutes">The database's expression for the minutes from seated_at to ended_at.</param>
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

/// <summary>Figures of one service day.</summary>
public sealed record ReportDay(DateOnly Day, int Covers, int Expected, int Visits, int NoShows, int Cancellations);

/// <summary>Bookings by source.</summary>
public sealed record ReportSource(BookingSource Source, int Bookings, int Covers);

/// <summary>Guests that came from one source, per day of the range.</summary>
public sealed record ReportSourceDays(BookingSource Source, IReadOnlyList<int> Covers);

/// <summary>Guests with at least <see cref="Least"/> visits in the range, and the number of their visits.</summary>
public sealed record ReportRegulars(int Guests, int Visits)
{
    public const int Least = 2;
}

/// <summary>Parties that gave up waiting.</summary>
public sealed record ReportWaitlist(int Parties, int Covers);

/// <summary>Parties of one size; the last row includes larger ones.</summary>
public sealed record ReportParty(int Size, bool IsOrMore, int Bookings, double? TurnMinutes);

/// <summary>How far ahead a booking was made.</summary>
public enum LeadTime
{
    WithinTwoHours,
    SameDay,
    DayBefore,
    TwoToThreeDays,
    FourToSevenDays,
    Longer,
}

/// <summary>Bookings by how far ahead they were made.</summary>
public sealed record ReportLead(LeadTime Lead, int Bookings);

/// <summary>Occupancy of one hour of a weekday.</summary>
/// <param name="Share">Occupied share of the table time, 0 to 1; null for hours outside the range.</param>
public sealed record ReportHour(DayOfWeek Day, int Hour, double? Share);

/// <summary>A frequent guest.</summary>
/// <param name="Name">Null if the guest's data was deleted.</param>
public sealed record ReportGuest(long Id, string? Name, int Visits, int Covers);

/// <summary>The report of a range of service days.</summary>
/// <param name="Before">Totals of the same number of days before.</param>
/// <param name="Occupancy">By weekday from Monday, and by hour from the start of the service day.</param>
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
    /// <summary>Guests per day by source, largest source first, without empty ones.</summary>
    public IReadOnlyList<ReportSourceDays> SourceDays { get; init; } = [];

    public ReportRegulars Regulars { get; init; } = new(0, 0);

    public ReportWaitlist Waitlist { get; init; } = new(0, 0);

    public ReportWaitlist WaitlistBefore { get; init; } = new(0, 0);

    /// <summary>Guests lost through no-shows, cancellations and the waitlist.</summary>
    public int LostCovers => Lost(Totals, Waitlist);

    public int LostCoversBefore => Lost(Before, WaitlistBefore);

    /// <summary>From 5 down to 1.</summary>
    public IReadOnlyList<ReportRating> Ratings { get; init; } = [];

    /// <summary>The venue's campaigns and former ones with results, most bookings first.</summary>
    public IReadOnlyList<ReportCampaign> Campaigns { get; init; } = [];

    private static int Lost(ReportTotals totals, ReportWaitlist waitlist) =>
        totals.NoShowCovers + totals.CancelledCovers + waitlist.Covers;
}

/// <summary>Results of a campaign.</summary>
/// <param name="Guests">New guests who came through its link in the range.</param>
/// <param name="Bookings">Bookings made through its link for the range.</param>
/// <param name="Covers">Guests of those bookings who came.</param>
public sealed record ReportCampaign(string Name, int Guests, int Bookings, int Covers);

/// <summary>Number of visits with that rating.</summary>
public sealed record ReportRating(int Rating, int Visits);
