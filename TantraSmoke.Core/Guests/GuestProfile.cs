using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Guests;

/// <summary>Everything staff see about a guest.</summary>
/// <param name="NoShows">Over all time; <see cref="GuestRow.Standing"/> counts recent ones.</param>
/// <param name="AverageParty">Average party size of the visits; null before the first.</param>
/// <param name="FavouriteTableId">The most frequent table, if used at least twice.</param>
/// <param name="Open">Bookings to come or seated.</param>
/// <param name="OtherPhones">Phone numbers of guests merged into this one.</param>
/// <param name="MergedIntoId">The guest this one was merged into.</param>
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
    /// <summary>Ratings of the visits, newest first.</summary>
    public IReadOnlyList<GuestRating> Ratings { get; init; } = [];

    /// <summary>Number of other guests with the same name, possible duplicates.</summary>
    public int Namesakes { get; init; }

    public long Id => Row.Id;
}

/// <summary>A guest's rating of a visit, 1 to 5.</summary>
public sealed record GuestRating(string Code, DateOnly ServiceDay, int Rating, string? Comment);

/// <summary>Preview of merging two guests.</summary>
/// <param name="Keep">The guest who remains: the one in Telegram, otherwise the requested one.</param>
/// <param name="Gone">The guest who is merged.</param>
public sealed record GuestMerge(GuestProfile Keep, GuestProfile Gone, int Bookings, int Waiting)
{
    /// <summary>Both are in Telegram: messages go to the chat of the one who remains.</summary>
    public bool HasTwoChats => Keep.Row.InTelegram && Gone.Row.InTelegram;
}
