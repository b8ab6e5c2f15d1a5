using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Friends;

/// <summary>What a party's link shows to a friend: the time and their own answer, nothing about others.</summary>
/// <param name="IsOpen">Whether they can still answer or change their answer.</param>
/// <param name="IsOwn">Whether it is their own booking.</param>
/// <param name="IsComing">Their answer; null before it.</param>
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

/// <summary>The host's link and its answers.</summary>
/// <param name="Token">Unguessable token of the link.</param>
/// <param name="Coming">Friends who come, without the host.</param>
public sealed record PartyLink(string Token, int Coming, int Declined, int PartySize)
{
    /// <summary>Including the host.</summary>
    public int Heads => Coming + 1;

    public bool IsOutgrown => Heads > PartySize;
}
