using System.Globalization;
using TantraSmoke.Core.Guests;
using TantraSmoke.Core.Live;
using TantraSmoke.Web.Components.Shared;

namespace TantraSmoke.Web.Features.Guests;

/// <summary>A page of guests, live.</summary>
public sealed record GuestListRead(GuestQueries Guests, GuestSearch Search, int Page) : LiveRead<GuestPage>
{
    public const int Size = 50;

    public override Task<GuestPage> ReadAsync(CancellationToken cancellationToken) => Guests.PageAsync(Search, Page, Size, cancellationToken);

    public override bool Concerns(VenueChange change) => change.Kind is ChangeKind.Guest or ChangeKind.Booking;
}

/// <summary>Everything of one guest, or that there is none.</summary>
public sealed record FoundGuest(GuestProfile? Profile);

/// <summary>A guest's profile, live.</summary>
public sealed record GuestProfileRead(GuestQueries Guests, long Id) : LiveRead<FoundGuest>
{
    public override async Task<FoundGuest> ReadAsync(CancellationToken cancellationToken) => new(await Guests.ProfileAsync(Id, cancellationToken));

    public override bool Concerns(VenueChange change) =>
        change.Kind == ChangeKind.Booking || (change.Kind == ChangeKind.Guest && change.Id == Id.ToString(CultureInfo.InvariantCulture));
}
