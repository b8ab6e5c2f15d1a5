using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Live;
using TantraSmoke.Web.Components.Shared;

namespace TantraSmoke.Web.Features.Bookings;

/// <summary>The times of a day for a party.</summary>
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

/// <summary>What is free, live: others book while somebody is on the phone.</summary>
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

/// <summary>
/// The answer to what a form asked last. Watched rather than asked once: what is free may be taken while somebody is
/// still on the phone.
/// </summary>
public sealed class DayOffersWatch(LiveReads live) : IDisposable
{
    private DayOffersRead? _asked;
    private LiveReads.Watch<DayOffers>? _watch;

    /// <summary>Null while they could not be read, which is not the same as none.</summary>
    public IReadOnlyList<SlotOffer>? Offers => _watch?.Shown.Offers;

    /// <summary>False when something else was asked meanwhile, whose answer is shown instead.</summary>
    /// <param name="changed">Called when the answer has become another one.</param>
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
