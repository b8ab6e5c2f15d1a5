using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Friends;

/// <summary>
/// What a party's link shows to friends: when, and what they have said; nothing of who else there is.
/// </summary>
/// <param name="IsOpen">They may still answer, and change it.</param>
/// <param name="IsOwn">It is their own booking.</param>
/// <param name="IsComing">What they have said; null before.</param>
public sealed record Invitation(
    Guid BookingId,
    DateOnly ServiceDay,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    BookingStatus Status,
    bool IsOpen,
    bool IsOwn,
    bool? IsComing
);

/// <summary>What the host's link has brought.</summary>
/// <param name="Token">What the link carries; nobody can guess it.</param>
/// <param name="Coming">Friends who come, without the host.</param>
public sealed record PartyLink(string Token, int Coming, int Declined, int PartySize)
{
    /// <summary>With the host.</summary>
    public int Heads => Coming + 1;

    public bool IsOutgrown => Heads > PartySize;
}
