using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Reports;

/// <summary>Accumulates the totals of bookings.</summary>
internal sealed class ReportTally
{
    /// <summary>Totals of nothing; must not be added to.</summary>
    public static readonly ReportTally None = new();

    private int _visits,
        _expected,
        _reserved,
        _kept,
        _noShows,
        _cancellations,
        _noShowCovers,
        _cancelledCovers,
        _turns,
        _ratings,
        _stars;
    private TimeSpan _turn;

    public int Bookings { get; private set; }
    public int Covers { get; private set; }
    public int Visits => _visits;
    public double? TurnMinutes => _turns == 0 ? null : _turn.TotalMinutes / _turns;

    public ReportTotals Totals =>
        new(Bookings, _visits, Covers, _expected, _reserved, _noShows, _cancellations, TurnMinutes)
        {
            Kept = _kept,
            NoShowCovers = _noShowCovers,
            CancelledCovers = _cancelledCovers,
            Rating = _ratings == 0 ? null : (double)_stars / _ratings,
        };

    public ReportDay Day(DateOnly day) => new(day, Covers, _expected, _visits, _noShows, _cancellations);

    public void Add(in ReportBooking booking)
    {
        Bookings++;
        if (booking.IsReserved)
            _reserved++;
        if (booking.IsExpected)
            _expected += booking.PartySize;
        else if (booking.Status == BookingStatus.NoShow)
            (_noShows, _noShowCovers) = (_noShows + 1, _noShowCovers + booking.PartySize);
        else if (booking.Status == BookingStatus.Canceled)
            (_cancellations, _cancelledCovers) = (_cancellations + 1, _cancelledCovers + booking.PartySize);
        else
            AddVisit(booking);
        if (booking.Rating is { } rating)
            (_ratings, _stars) = (_ratings + 1, _stars + rating);
    }

    private void AddVisit(in ReportBooking booking)
    {
        _visits++;
        Covers += booking.PartySize;
        if (booking.IsReserved)
            _kept++;
        if (booking.Turn is { } turn)
            (_turns, _turn) = (_turns + 1, _turn + turn);
    }
}
