using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Guests;
using TantraSmoke.Core.Live;
using TantraSmoke.Web.Components.Shared;
using TantraSmoke.Web.Features.Floor;

namespace TantraSmoke.Web.Features.Guests;

/// <summary>A page of guests as a live read.</summary>
public sealed record GuestListRead(GuestQueries Guests, GuestSearch Search, int Page) : LiveRead<GuestPage>
{
    public const int Size = 25;

    public override Task<GuestPage> ReadAsync(CancellationToken cancellationToken) =>
        Guests.PageAsync(Search, Page, Size, cancellationToken);

    public override bool Concerns(VenueChange change) => change.Kind is ChangeKind.Guest or ChangeKind.Booking;
}

/// <summary>A guest's profile, if it exists, and the last recent change by somebody.</summary>
public sealed record FoundGuest(GuestProfile? Profile, GuestEdit? Edit);

/// <summary>A change of a guest's profile.</summary>
public sealed record GuestEdit(string ActorKind, long? ActorId, string ActorName, DateTimeOffset At)
{
    public bool IsBy(long staffId) => ActorKind == "staff" && ActorId == staffId;
}

/// <summary>A guest's profile as a live read.</summary>
public sealed record GuestProfileRead(GuestQueries Guests, VenueStore Store, TimeProvider Time, long Id)
    : LiveRead<FoundGuest>
{
    private static readonly TimeSpan Recently = TimeSpan.FromMinutes(2);

    private string Subject => Id.ToString(CultureInfo.InvariantCulture);

    public override async Task<FoundGuest> ReadAsync(CancellationToken cancellationToken)
    {
        var since = Time.GetUtcNow() - Recently;
        return new FoundGuest(
            await Guests.ProfileAsync(Id, cancellationToken),
            await Store.ReadAsync(
                db =>
                    RecentNote
                        .Latest(db, since)
                        .Where(a => a.Subject == AuditEntry.Guests && a.SubjectId == Subject)
                        .OrderByDescending(a => a.Id)
                        .Select(a => new GuestEdit(a.ActorKind, a.ActorId, a.ActorName, a.At))
                        .FirstOrDefaultAsync(cancellationToken),
                cancellationToken
            )
        );
    }

    public override bool Concerns(VenueChange change) =>
        change.Kind == ChangeKind.Booking || (change.Kind == ChangeKind.Guest && change.Id == Subject);
}
