using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Guests;

/// <summary>Staff's changes to guests: notes, facts and blocking.</summary>
public sealed class GuestNotes(VenueStore store, VenueCatalogCache catalogs)
{
    public const int BlockReasonLimit = 300;

    /// <summary>
    /// Changes a guest's facts, merged with changes by others since <paramref name="seen"/>. Returns PhoneInUse if
    /// another guest has the number, GuestChangedMeanwhile on a conflicting change.
    /// </summary>
    public Task<Outcome<Guest>> ChangeAsync(
        Actor actor,
        long id,
        GuestFacts seen,
        GuestFacts facts,
        CancellationToken cancellationToken
    ) =>
        OneAsync(
            actor,
            Right.EditGuests,
            id,
            async (db, guest) =>
            {
                var wanted = facts.Tidy();
                if (wanted.Name.Length == 0 && guest.TelegramId is null)
                    return new CommonRefusal.InvalidInput("name");
                if (wanted.Notes?.Length > Guest.NotesLimit)
                    return new CommonRefusal.TextTooLong("notes", Guest.NotesLimit);
                if (wanted.Phone is { } typed && typed != seen.Phone)
                {
                    if (
                        PhoneNumber.Read(typed, (await catalogs.GetAsync(cancellationToken)).Settings.Country)
                        is not { } number
                    )
                        return CommonRefusal.NoPhone;
                    wanted = wanted with { Phone = number };
                    await db.LockPhoneAsync(number, cancellationToken);
                    if (await GuestService.WithPhoneAsync(db, number, cancellationToken) is { } other && other.Id != id)
                        return new GuestRefusal.PhoneInUse(other.Id, other.Name);
                }

                if (wanted.Onto(guest.Facts, seen) is not { } merged)
                    return new GuestRefusal.GuestChangedMeanwhile(
                        await LastChangedByAsync(db, id, cancellationToken),
                        guest.Facts
                    );
                guest.Describe(merged);
                return null;
            },
            cancellationToken
        );

    /// <summary>Blocks the guest from online booking; the bot asks them to call.</summary>
    public Task<Outcome<Guest>> BlockAsync(Actor actor, long id, string reason, CancellationToken cancellationToken) =>
        OneAsync(
            actor,
            Right.ManageGuests,
            id,
            (_, guest) =>
            {
                if (string.IsNullOrWhiteSpace(reason))
                    return Task.FromResult<Refusal?>(new CommonRefusal.InvalidInput("reason"));
                if (reason.Trim().Length > BlockReasonLimit)
                    return Task.FromResult<Refusal?>(new CommonRefusal.TextTooLong("reason", BlockReasonLimit));
                guest.Block(reason.Trim());
                return Task.FromResult<Refusal?>(null);
            },
            cancellationToken
        );

    public Task<Outcome<Guest>> UnblockAsync(Actor actor, long id, CancellationToken cancellationToken) =>
        OneAsync(
            actor,
            Right.ManageGuests,
            id,
            (_, guest) =>
            {
                guest.Unblock();
                return Task.FromResult<Refusal?>(null);
            },
            cancellationToken
        );

    /// <summary>The common part of changes to one guest: right, existence and transaction.</summary>
    private async Task<Outcome<Guest>> OneAsync(
        Actor actor,
        Right right,
        long id,
        Func<VenueDb, Guest, Task<Refusal?>> change,
        CancellationToken cancellationToken
    )
    {
        if (!actor.May(right))
            return await store.RefuseAsync(actor, right, cancellationToken);
        return await store.WriteAsync<Guest>(
            actor,
            async db =>
            {
                await db.LockGuestsAsync([id], cancellationToken);
                var guest = await db.Guests.SingleOrDefaultAsync(
                    g => g.Id == id && g.MergedIntoId == null && g.AnonymizedAt == null,
                    cancellationToken
                );
                if (guest is null)
                    return new GuestRefusal.GuestNotFound();
                if (await change(db, guest) is { } refusal)
                    return refusal;
                await db.SaveChangesAsync(cancellationToken);
                return guest;
            },
            cancellationToken
        );
    }

    private static async Task<string> LastChangedByAsync(VenueDb db, long id, CancellationToken cancellationToken)
    {
        var subject = id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return await db
                .Audit.Where(a => a.Subject == AuditEntry.Guests && a.SubjectId == subject)
                .OrderByDescending(a => a.Id)
                .Select(a => a.ActorName)
                .FirstOrDefaultAsync(cancellationToken)
            ?? "";
    }
}
