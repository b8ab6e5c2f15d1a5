namespace TantraSmoke.Core.Waitlist;

/// <summary>
/// The use cases of the waitlist, for callers that need many of them; others inject the single use case.
/// </summary>
public sealed record WaitingList(
    WaitlistQueries Queries,
    WaitingParties Parties,
    OwnWaiting Own,
    WaitlistOffers Offers
);
