namespace TantraSmoke.Core.Waitlist;

/// <summary>The use cases of the waitlist, for who needs many of them; others take the one they use.</summary>
public sealed record WaitingList(
    WaitlistQueries Queries,
    WaitingParties Parties,
    OwnWaiting Own,
    WaitlistOffers Offers
);
