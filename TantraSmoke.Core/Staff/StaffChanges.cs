using System.Globalization;
using System.Net.Mail;
using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Staff;

/// <summary>Manages the staff. At least one active admin always remains, even under concurrent changes.</summary>
public sealed class StaffChanges(VenueStore store, TimeProvider time)
{
    public const int NameLimit = 100;
    private const int EmailLimit = 254;

    /// <summary>Everybody, including removed people, by name.</summary>
    public async Task<Outcome<List<StaffMember>>> ListAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.May(Right.ManageStaff))
            return await store.RefuseAsync(actor, Right.ManageStaff, cancellationToken);
        return await store.ReadAsync(
            db => db.Staff.OrderBy(s => s.Name).ThenBy(s => s.Id).ToListAsync(cancellationToken),
            cancellationToken
        );
    }

    /// <summary>
    /// Adds a staff member. Returns InvalidInput ("staff-name", "email", "telegram", or "sign-in" if both are missing),
    /// SignInInUse if somebody else has one of them.
    /// </summary>
    public async Task<Outcome<StaffMember>> AddAsync(Actor actor, StaffFacts facts, CancellationToken cancellationToken)
    {
        var (tidy, problem) = Tidy(facts);
        if (problem is null && tidy is { Email: null, TelegramId: null })
            problem = new CommonRefusal.InvalidInput("sign-in");
        return await ManageAsync<StaffMember>(
            actor,
            async db =>
            {
                if ((problem ?? await InUseAsync(db, tidy, null, cancellationToken)) is { } refusal)
                    return refusal;
                var member = new StaffMember(tidy.Name, tidy.Role, tidy.TelegramId, tidy.Email, time.GetUtcNow());
                db.Staff.Add(member);
                await db.SaveChangesAsync(cancellationToken);
                return member;
            },
            cancellationToken
        );
    }

    /// <summary>
    /// Changes a staff member. Returns StaffChangedMeanwhile if they differ from <paramref name="seen"/>, LastAdmin if
    /// no admin would remain.
    /// </summary>
    public Task<Outcome<StaffMember>> ChangeAsync(
        Actor actor,
        int id,
        StaffFacts seen,
        StaffFacts facts,
        CancellationToken cancellationToken
    )
    {
        var (tidy, problem) = Tidy(facts);
        return OneAsync(
            actor,
            id,
            async (db, member) =>
            {
                if ((problem ?? await InUseAsync(db, tidy, id, cancellationToken)) is { } refusal)
                    return refusal;
                if (member.Facts != seen)
                    return new StaffRefusal.StaffChangedMeanwhile(await LastChangedByAsync(db, id, cancellationToken));
                if (tidy.Role != StaffRole.Admin && await IsLastAdminAsync(db, member, cancellationToken))
                    return new StaffRefusal.LastAdmin();
                member.Describe(tidy);
                return null;
            },
            cancellationToken
        );
    }

    /// <summary>
    /// Removes a staff member and ends all their sessions; their past actions keep the name. Returns LastAdmin for the
    /// last admin.
    /// </summary>
    public Task<Outcome<StaffMember>> RemoveAsync(Actor actor, int id, CancellationToken cancellationToken) =>
        OneAsync(
            actor,
            id,
            async (db, member) =>
            {
                if (await IsLastAdminAsync(db, member, cancellationToken))
                    return new StaffRefusal.LastAdmin();
                member.Remove();
                await StaffSessions.EndAsync(
                    db,
                    db.StaffSessions.Where(s => s.StaffId == id),
                    time.GetUtcNow(),
                    cancellationToken
                );
                await db
                    .SignInLinks.Where(l => l.StaffId == id && l.UsedAt == null)
                    .ExecuteDeleteAsync(cancellationToken);
                return null;
            },
            cancellationToken
        );

    /// <summary>Restores a removed staff member with the former role.</summary>
    public Task<Outcome<StaffMember>> RestoreAsync(Actor actor, int id, CancellationToken cancellationToken) =>
        OneAsync(
            actor,
            id,
            (_, member) =>
            {
                member.Restore();
                return Task.FromResult<Refusal?>(null);
            },
            cancellationToken,
            removed: true
        );

    private Task<Outcome<StaffMember>> OneAsync(
        Actor actor,
        int id,
        Func<VenueDb, StaffMember, Task<Refusal?>> change,
        CancellationToken cancellationToken,
        bool removed = false
    ) =>
        ManageAsync<StaffMember>(
            actor,
            async db =>
            {
                var member = await db.Staff.SingleOrDefaultAsync(
                    s => s.Id == id && (s.IsActive || removed),
                    cancellationToken
                );
                if (member is null)
                    return new StaffRefusal.StaffNotFound();
                if (await change(db, member) is { } refusal)
                    return refusal;
                await db.SaveChangesAsync(cancellationToken);
                return member;
            },
            cancellationToken
        );

    /// <summary>Serializes changes of the staff and checks the right under the lock.</summary>
    private Task<Outcome<T>> ManageAsync<T>(
        Actor actor,
        Func<VenueDb, Task<Outcome<T>>> work,
        CancellationToken cancellationToken
    )
        where T : class =>
        store.WriteAsync<T>(
            actor,
            async db =>
            {
                await db.LockStaffAsync(cancellationToken);
                var isDemoted =
                    actor is Actor.Staff { StaffId: var self }
                    && await db.Staff.AsNoTracking().SingleOrDefaultAsync(s => s.Id == self, cancellationToken)
                        is { } now
                    && !(now.IsActive && now.ToActor().May(Right.ManageStaff));
                return isDemoted || !actor.May(Right.ManageStaff)
                    ? new CommonRefusal.NotAllowed(Right.ManageStaff)
                    : await work(db);
            },
            cancellationToken
        );

    private static async Task<bool> IsLastAdminAsync(
        VenueDb db,
        StaffMember member,
        CancellationToken cancellationToken
    ) =>
        member is { IsActive: true, Role: StaffRole.Admin }
        && !await db.Staff.AnyAsync(
            s => s.Id != member.Id && s.IsActive && s.Role == StaffRole.Admin,
            cancellationToken
        );

    private static async Task<Refusal?> InUseAsync(
        VenueDb db,
        StaffFacts facts,
        int? id,
        CancellationToken cancellationToken
    )
    {
        var others = db.Staff.AsNoTracking().Where(s => s.Id != id);
        if (
            facts.Email is { } email
            && await others.SingleOrDefaultAsync(s => s.Email == email, cancellationToken) is { } one
        )
            return new StaffRefusal.SignInInUse("email", one.Name, !one.IsActive);
        if (
            facts.TelegramId is { } number
            && await others.SingleOrDefaultAsync(s => s.TelegramId == number, cancellationToken) is { } other
        )
            return new StaffRefusal.SignInInUse("telegram", other.Name, !other.IsActive);
        return null;
    }

    private static async Task<string> LastChangedByAsync(VenueDb db, int id, CancellationToken cancellationToken)
    {
        var subject = id.ToString(CultureInfo.InvariantCulture);
        return await db
                .Audit.Where(a => a.Subject == "staff" && a.SubjectId == subject)
                .OrderByDescending(a => a.Id)
                .Select(a => a.ActorName)
                .FirstOrDefaultAsync(cancellationToken)
            ?? "";
    }

    private static (StaffFacts Tidy, Refusal? Problem) Tidy(StaffFacts facts)
    {
        var tidy = facts with { Name = facts.Name.Trim(), Email = Email(facts.Email) };
        Refusal? problem = tidy switch
        {
            { Name.Length: 0 or > NameLimit } => new CommonRefusal.InvalidInput("staff-name"),
            { Email: null } when !string.IsNullOrWhiteSpace(facts.Email) => new CommonRefusal.InvalidInput("email"),
            { TelegramId: <= 0 } => new CommonRefusal.InvalidInput("telegram"),
            _ => Enum.IsDefined(tidy.Role) ? null : new CommonRefusal.InvalidInput("role"),
        };
        return (tidy, problem);
    }

    /// <summary>Normalises an e-mail address to lower case; null if invalid.</summary>
    internal static string? Email(string? typed)
    {
        var text = typed?.Trim().ToLowerInvariant();
        return
            text is { Length: <= EmailLimit }
            && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
            && MailAddress.TryCreate(text, out var address)
            && address.Address == text
            && address.Host.Contains('.', StringComparison.Ordinal)
            ? text
            : null;
    }
}
