using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Guests;

/// <summary>The sender as reported by Telegram. <paramref name="Name"/> is first and last name.</summary>
public sealed record TelegramPerson(long Id, string Name, string? Username, string? Language);

/// <summary>Finds, registers and updates guests.</summary>
public sealed class GuestService(VenueStore store, VenueCatalogCache catalogs, TimeProvider time)
{
    /// <summary>Languages a guest can choose.</summary>
    public static readonly IReadOnlyList<string> Languages = ["ru", "en"];

    /// <summary>
    /// Registers the sender or updates name, @username and language. For a merged guest, returns the remaining one.
    /// </summary>
    public async Task<Guest> RegisterAsync(TelegramPerson person, CancellationToken cancellationToken) =>
        (await MeetAsync(person, cancellationToken)).Guest;

    /// <summary>As <see cref="RegisterAsync"/>; a new guest has never booked.</summary>
    public async Task<(Guest Guest, bool IsNew)> MeetAsync(TelegramPerson person, CancellationToken cancellationToken)
    {
        var known = await store.ReadAsync(
            db => db.Guests.SingleOrDefaultAsync(g => g.TelegramId == person.Id, cancellationToken),
            cancellationToken
        );
        var name = Named(person);
        if (
            known is not null
            && known.Name == name
            && known.Username == person.Username
            && known.Language == person.Language
            && !known.IsUnreachable
        )
            return (
                known.MergedIntoId is null
                    ? known
                    : await store.ReadAsync(db => RemainingAsync(db, known, cancellationToken), cancellationToken),
                false
            );

        if (known is null)
        {
            var adding = await store.WriteAsync<Guest>(
                Actor.System.Instance,
                async db =>
                {
                    var added = new Guest(name, time.GetUtcNow());
                    added.KnownFromTelegram(person.Id, name, person.Username, person.Language);
                    return await db.TryAddGuestAsync(added, cancellationToken) ? added : new CommonRefusal.NotFound();
                },
                cancellationToken,
                isOneStatement: true
            );
            if (adding.Value is { } met)
                return (met, true);
        }

        var outcome = await store.WriteAsync<Guest>(
            Actor.System.Instance,
            async db =>
            {
                var guest = await db.Guests.SingleOrDefaultAsync(g => g.TelegramId == person.Id, cancellationToken);
                if (guest is not null)
                {
                    // Re-read under the lock: data deleted meanwhile must not be written back.
                    await db.LockGuestsAsync([guest.Id], cancellationToken);
                    db.ChangeTracker.Clear();
                    guest = await db.Guests.SingleOrDefaultAsync(g => g.TelegramId == person.Id, cancellationToken);
                }

                if (guest is null)
                    db.Guests.Add(guest = new Guest(name, time.GetUtcNow()));
                guest.KnownFromTelegram(person.Id, name, person.Username, person.Language);
                await db.SaveChangesAsync(cancellationToken);
                return await RemainingAsync(db, guest, cancellationToken);
            },
            cancellationToken
        );
        return (outcome.Value!, false);
    }

    /// <summary>
    /// The guest with that phone number, or a new one; concurrent calls get the same guest. Returns InvalidInput for an
    /// empty name or an invalid number.
    /// </summary>
    public async Task<Outcome<Guest>> FindOrCreateByPhoneAsync(
        Actor actor,
        string name,
        string phone,
        CancellationToken cancellationToken
    )
    {
        if (!actor.May(Right.TakeBookings))
            return await store.RefuseAsync(actor, Right.TakeBookings, cancellationToken);
        if (string.IsNullOrWhiteSpace(name))
            return new CommonRefusal.InvalidInput("name");
        if (PhoneNumber.Read(phone, await CountryAsync(cancellationToken)) is not { } number)
            return CommonRefusal.NoPhone;

        return await store.WriteAsync<Guest>(
            actor,
            async db =>
            {
                await db.LockPhoneAsync(number, cancellationToken);
                if (await WithPhoneAsync(db, number, cancellationToken) is { } known)
                    return known;
                var guest = new Guest(name, time.GetUtcNow());
                guest.KnownByPhone(number);
                db.Guests.Add(guest);
                await db.SaveChangesAsync(cancellationToken);
                return guest;
            },
            cancellationToken
        );
    }

    /// <summary>Sets the guest's own number, verified by Telegram. Returns InvalidInput for an invalid one.</summary>
    public async Task<Outcome<Guest>> ShareNumberAsync(
        Actor.Guest guest,
        string phone,
        CancellationToken cancellationToken
    )
    {
        if (PhoneNumber.ReadInternational(phone) is not { } number)
            return CommonRefusal.NoPhone;
        return await ChangeOwnAsync(guest, known => known.KnownByPhone(number), cancellationToken);
    }

    /// <summary>Sets the guest's language, one of <see cref="Languages"/>; null follows Telegram again.</summary>
    public Task<Outcome<Guest>> SpeakAsync(Actor.Guest guest, string? language, CancellationToken cancellationToken) =>
        language is null || Languages.Contains(language)
            ? ChangeOwnAsync(guest, known => known.Speak(language), cancellationToken)
            : Task.FromResult<Outcome<Guest>>(new CommonRefusal.InvalidInput("language"));

    /// <summary>
    /// Records the campaign that brought a guest: only the first, and only before their first booking. Unknown
    /// campaigns are ignored.
    /// </summary>
    public async Task CameByAsync(Actor.Guest guest, string campaign, CancellationToken cancellationToken)
    {
        if (!(await catalogs.GetAsync(cancellationToken)).Settings.HasCampaign(campaign))
            return;
        if (
            await store.ReadAsync(
                db =>
                    db.Guests.AnyAsync(
                        g => g.Id == guest.GuestId && g.Campaign == null && !db.Bookings.Any(b => b.GuestId == g.Id),
                        cancellationToken
                    ),
                cancellationToken
            )
        )
            await ChangeOwnAsync(guest, known => known.CameBy(campaign), cancellationToken);
    }

    private Task<Outcome<Guest>> ChangeOwnAsync(
        Actor.Guest guest,
        Action<Guest> change,
        CancellationToken cancellationToken
    ) =>
        store.WriteAsync<Guest>(
            guest,
            async db =>
            {
                await db.LockGuestsAsync([guest.GuestId], cancellationToken);
                if (
                    await db.Guests.SingleOrDefaultAsync(
                        g => g.Id == guest.GuestId && g.MergedIntoId == null && g.AnonymizedAt == null,
                        cancellationToken
                    )
                    is not { } known
                )
                    return new GuestRefusal.GuestNotFound();
                change(known);
                await db.SaveChangesAsync(cancellationToken);
                return known;
            },
            cancellationToken
        );

    /// <summary>The guest with that Telegram account, or null.</summary>
    public Task<Actor.Guest?> ByTelegramAsync(long telegramId, CancellationToken cancellationToken) =>
        store.ReadAsync(
            db =>
                db.Guests.Where(g => g.TelegramId == telegramId)
                    .Select(g => new Actor.Guest(g.MergedIntoId ?? g.Id, g.Name) { ChatId = telegramId })
                    .SingleOrDefaultAsync(cancellationToken),
            cancellationToken
        );

    /// <summary>The chosen language, otherwise the one reported by Telegram; null for an unknown person.</summary>
    public Task<string?> LanguageAsync(long telegramId, CancellationToken cancellationToken) =>
        store.ReadAsync(
            db =>
                db.Guests.Where(g => g.TelegramId == telegramId)
                    .Select(g => g.ChosenLanguage ?? g.Language)
                    .SingleOrDefaultAsync(cancellationToken),
            cancellationToken
        );

    /// <summary>The guest, or the one they were merged into.</summary>
    private static async Task<Guest> RemainingAsync(VenueDb db, Guest guest, CancellationToken cancellationToken) =>
        guest.MergedIntoId is { } other ? await db.Guests.SingleAsync(g => g.Id == other, cancellationToken) : guest;

    /// <summary>The guest with that number; for a merged guest the remaining one.</summary>
    internal static async Task<Guest?> WithPhoneAsync(VenueDb db, string number, CancellationToken cancellationToken)
    {
        var guest = await db
            .Guests.Where(g => g.Phone == number && g.AnonymizedAt == null)
            .OrderBy(g => g.MergedIntoId != null)
            .ThenBy(g => g.Id)
            .FirstOrDefaultAsync(cancellationToken);
        return guest is null ? null : await RemainingAsync(db, guest, cancellationToken);
    }

    private async Task<string> CountryAsync(CancellationToken cancellationToken) =>
        (await catalogs.GetAsync(cancellationToken)).Settings.Country;

    private static string Named(TelegramPerson person)
    {
        var name = Guest.Trimmed(person.Name);
        return name.Length > 0 ? name : Guest.Trimmed(person.Username ?? "Guest");
    }
}
