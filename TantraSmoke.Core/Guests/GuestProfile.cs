using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Guests;

/// <summary>Everything staff know of a guest.</summary>
/// <param name="NoShows">Of all time; <see cref="GuestRow.Standing"/> counts those that still matter.</param>
/// <param name="AverageParty">Of the visits; null before the first.</param>
/// <param name="FavouriteTableId">Where they sat most often, twice at least.</param>
/// <param name="Open">Bookings still to come, or sitting.</param>
/// <param name="OtherPhones">Of guests who turned out to be this one.</param>
/// <param name="MergedIntoId">The guest this one turned out to be.</param>
public sealed record GuestProfile(
    GuestRow Row,
    GuestFacts Facts,
    string? BlockReason,
    int NoShows,
    int Cancellations,
    double? AverageParty,
    int? FavouriteTableId,
    int Open,
    IReadOnlyList<string> OtherPhones,
    DateTimeOffset Since,
    long? MergedIntoId,
    DateTimeOffset? AnonymizedAt
)
{
    /// <summary>What they thought of their visits, the latest first.</summary>
    public IReadOnlyList<GuestRating> Ratings { get; init; } = [];

    /// <summary>How many other guests have the same name: some may be this one.</summary>
    public int Namesakes { get; init; }

    public long Id => Row.Id;
}

/// <summary>What a guest thought of a visit, 1 to 5.</summary>
public sealed record GuestRating(string Code, DateOnly ServiceDay, int Rating, string? Comment);

/// <summary>What becoming one guest would mean.</summary>
/// <param name="Keep">Who remains: the one in Telegram, else the one asked for.</param>
/// <param name="Gone">Who becomes them.</param>
public sealed record GuestMerge(GuestProfile Keep, GuestProfile Gone, int Bookings, int Waiting)
{
    /// <summary>Both write in Telegram: messages go to the chat of who remains.</summary>
    public bool HasTwoChats => Keep.Row.InTelegram && Gone.Row.InTelegram;
}
