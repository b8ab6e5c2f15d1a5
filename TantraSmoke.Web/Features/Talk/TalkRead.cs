using System.Globalization;
using TantraSmoke.Core.Live;
using TantraSmoke.Core.Talk;
using TantraSmoke.Web.Components.Shared;

namespace TantraSmoke.Web.Features.Talk;

/// <summary>The messages between a guest and the venue as a live read.</summary>
public sealed record TalkRead(TalkService Talk, long GuestId) : LiveRead<TalkThread>
{
    private string Subject => GuestId.ToString(CultureInfo.InvariantCulture);

    public override Task<TalkThread> ReadAsync(CancellationToken cancellationToken) =>
        Talk.OfGuestAsync(GuestId, cancellationToken);

    public override bool Concerns(VenueChange change) => change.Kind == ChangeKind.Guest && change.Id == Subject;
}
