using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Live;
using TantraSmoke.Web.Components.Shared;

namespace TantraSmoke.Web.Features.Bookings;

/// <summary>The slots of a day for a party size.</summary>
public sealed record DayOffers(IReadOnlyList<SlotOffer> Offers)
{
    public bool Equals(DayOffers? other) =>
        other is not null
        && Offers.Count == other.Offers.Count
        && Offers
            .Zip(other.Offers)
            .All(pair =>
                pair.First.SlotId == pair.Second.SlotId
                && pair.First.State == pair.Second.State
                && pair.First.Options.Select(option => option.Name)
                    .SequenceEqual(pair.Second.Options.Select(option => option.Name))
            );

    public override int GetHashCode() => Offers.Count;
}

/// <summary>Availability as a live read: others may book while a form is open.</summary>
/// <param name="Except">A booking whose own place counts as free.</param>
public sealed record DayOffersRead(
    AvailabilityQueries Availability,
    Actor Me,
    DateOnly Day,
    int Party,
    int Slots,
    Guid? Except = null
) : LiveRead<DayOffers>
{
    public override async Task<DayOffers> ReadAsync(CancellationToken cancellationToken) =>
        new(await Availability.DayAsync(Me, Day, Party, cancellationToken, Slots, Except));

    public override bool Concerns(VenueChange change) =>
        change.Kind is ChangeKind.Booking or ChangeKind.Claim && change.Concerns(Day);
}

/// <summary>Watches the last availability query of a form: slots may be taken while it is open.</summary>
public sealed class DayOffersWatch(LiveReads live) : IDisposable
{
    private DayOffersRead? _asked;
    private LiveReads.Watch<DayOffers>? _watch;

    /// <summary>Null if they could not be read, as opposed to none.</summary>
    public IReadOnlyList<SlotOffer>? Offers => _watch?.Shown.Offers;

    /// <summary>Returns false if a later query has replaced this one.</summary>
    /// <param name="changed">Called when the result changes.</param>
    public async Task<bool> AskAsync(DayOffersRead read, Action changed, CancellationToken cancellationToken)
    {
        _asked = read;
        var mine = await live.WatchAsync(read, changed, cancellationToken);
        if (_asked != read || cancellationToken.IsCancellationRequested)
        {
            mine.Dispose();
            return false;
        }

        _watch?.Dispose();
        _watch = mine;
        return true;
    }

    public void Dispose() => _watch?.Dispose();
}
