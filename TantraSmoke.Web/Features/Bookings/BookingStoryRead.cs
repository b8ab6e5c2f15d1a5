using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Live;
using TantraSmoke.Web.Components.Shared;

namespace TantraSmoke.Web.Features.Bookings;

/// <summary>The history of a booking, newest first.</summary>
public sealed record BookingStory(IReadOnlyList<BookingChange> Changes)
{
    public bool Equals(BookingStory? other) =>
        other is not null && Changes.Select(Read).SequenceEqual(other.Changes.Select(Read));

    public override int GetHashCode() => Changes.Count;

    // The entry stays when the guest's data is deleted, but its texts are gone.
    private static object Read(BookingChange change) =>
        (
            change.Line.Id,
            change.Line.ActorName,
            change.Line.Reason,
            change.Line.Before,
            change.GuestBefore,
            change.GuestAfter
        );
}

/// <summary>A booking's history as a live read.</summary>
public sealed record BookingStoryRead(BookingLists Lists, Guid Id) : LiveRead<BookingStory>
{
    public override async Task<BookingStory> ReadAsync(CancellationToken cancellationToken) =>
        new(await Lists.StoryAsync(Id, cancellationToken));

    public override bool Concerns(VenueChange change) =>
        change.Kind == ChangeKind.Guest || (change.Kind == ChangeKind.Booking && change.Id == Id.ToString());
}

/// <summary>A booking, or null if there is none.</summary>
public sealed record FoundBooking(BookingRow? Row);

/// <summary>A booking by its code as a live read.</summary>
public sealed record BookingByCodeRead(BookingLists Lists, string Code, Guid? Id) : LiveRead<FoundBooking>
{
    public override async Task<FoundBooking> ReadAsync(CancellationToken cancellationToken) =>
        new(await Lists.ByCodeAsync(Code, cancellationToken));

    public override bool Concerns(VenueChange change) =>
        change.Kind == ChangeKind.Guest
        || (change.Kind == ChangeKind.Booking && (Id is null || change.Id == Id.ToString()));
}
