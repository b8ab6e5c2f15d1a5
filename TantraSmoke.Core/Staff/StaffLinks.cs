using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Installation;

namespace TantraSmoke.Core.Staff;

/// <summary>One-time sign-in links.</summary>
public sealed class StaffLinks(
    VenueStore store,
    StaffLookup lookup,
    InstallationSettings installation,
    TimeProvider time
)
{
    public static readonly TimeSpan StartLinkLives = TimeSpan.FromMinutes(15);
    public static readonly TimeSpan SignInLinkLives = TimeSpan.FromMinutes(5);

    /// <summary>An invitation is valid for a day.</summary>
    public static readonly TimeSpan InvitationLives = TimeSpan.FromHours(24);

    /// <summary>
    /// Creates the token of the first-run link, or null if an admin can sign in as configured: it creates the first
    /// admin or signs in as the longest-standing one. Tokens of replicas that start together stay valid until they
    /// expire or one is used.
    /// </summary>
    public async Task<StartLink?> CreateStartLinkAsync(CancellationToken cancellationToken)
    {
        if (await CanAnAdminSignInAsync(cancellationToken))
            return null;
        var admin = await store.ReadAsync(
            db => Admins(db).OrderBy(s => s.Id).FirstOrDefaultAsync(cancellationToken),
            cancellationToken
        );
        return new StartLink(
            await CreateLinkAsync(admin?.Id, StartLinkLives, isOnly: false, cancellationToken),
            admin?.Name
        );
    }

    /// <summary>Whether an admin can sign in without a link, as currently configured.</summary>
    public async Task<bool> CanAnAdminSignInAsync(CancellationToken cancellationToken)
    {
        var staff = await store.ReadAsync(db => db.Staff.ToListAsync(cancellationToken), cancellationToken);
        // A person listed in ADMIN_IDS_RAW becomes an admin with their first /admin, unless removed.
        return staff.Any(s => s is { IsActive: true, Role: StaffRole.Admin } && s.WaysIn(installation).Count > 0)
            || (
                staff.Count > 0
                && installation.BotToken is not null
                && installation.AdminIds.Any(id => staff.All(s => s.TelegramId != id))
            );
    }

    /// <summary>Creates a token that signs the person in once within five minutes.</summary>
    public Task<string> CreateSignInLinkAsync(int staffId, CancellationToken cancellationToken) =>
        CreateLinkAsync(staffId, SignInLinkLives, isOnly: true, cancellationToken);

    /// <summary>Creates a token that signs the person in once within a day; earlier ones become invalid.</summary>
    public async Task<Outcome<string>> InviteAsync(Actor actor, int id, CancellationToken cancellationToken)
    {
        if (!actor.May(Right.ManageStaff))
            return await store.RefuseAsync(actor, Right.ManageStaff, cancellationToken);
        return await lookup.FindAsync(id, cancellationToken) is null
            ? new StaffRefusal.StaffNotFound()
            : await CreateLinkAsync(id, InvitationLives, isOnly: true, cancellationToken);
    }

    /// <summary>
    /// Consumes a token. Null if it is unknown, used or expired, or if its owner may no longer sign in.
    /// </summary>
    public async Task<UsedLink?> ConsumeLinkAsync(string token, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var hash = Hash(token);
        UsedLink? result = null;
        await store.ChangeAsync(
            Actor.System.Instance,
            async db =>
            {
                result = null;
                // The update decides: of two concurrent uses only one changes the row.
                var used = await db
                    .SignInLinks.Where(l => l.TokenHash == hash && l.UsedAt == null && l.ExpiresAt > now)
                    .ExecuteUpdateAsync(l => l.SetProperty(x => x.UsedAt, now), cancellationToken);
                if (used == 0)
                    return;
                var link = await db.SignInLinks.AsNoTracking().SingleAsync(l => l.TokenHash == hash, cancellationToken);
                if (link.StaffId is { } id)
                {
                    if (
                        await db.Staff.SingleOrDefaultAsync(s => s.Id == id && s.IsActive, cancellationToken) is
                        { } member
                    )
                        result = new UsedLink(member, SignInWay.Link);
                    return;
                }

                await db.LockStaffAsync(cancellationToken);
                if (!await Admins(db).AnyAsync(cancellationToken))
                {
                    var first = new StaffMember("Admin", StaffRole.Admin, null, null, now);
                    db.Staff.Add(first);
                    await db.SaveChangesAsync(cancellationToken);
                    result = new UsedLink(first, SignInWay.FirstRun);
                }
            },
            cancellationToken
        );
        return result;
    }

    /// <summary>
    /// Records a sign-in proof; returns false if it was used before. Kept as long as the proof could be valid.
    /// </summary>
    public async Task<bool> UseOnceAsync(string proof, TimeSpan lives, CancellationToken cancellationToken)
    {
        var (now, hash, isFirst) = (time.GetUtcNow(), Hash($"once {proof}"), false);
        await store.ChangeAsync(
            Actor.System.Instance,
            async db =>
            {
                isFirst = !await db.SignInLinks.AnyAsync(l => l.TokenHash == hash, cancellationToken);
                if (!isFirst)
                    return;
                // Stored as used, so that it can never serve as a link.
                var once = new SignInLink(hash, null, now + lives);
                once.Use(now);
                db.SignInLinks.Add(once);
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken
        );
        return isFirst;
    }

    private static IQueryable<StaffMember> Admins(VenueDb db) =>
        db.Staff.Where(s => s.IsActive && s.Role == StaffRole.Admin);

    private async Task<string> CreateLinkAsync(
        int? staffId,
        TimeSpan lives,
        bool isOnly,
        CancellationToken cancellationToken
    )
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var now = time.GetUtcNow();
        await store.ChangeAsync(
            Actor.System.Instance,
            async db =>
            {
                await db
                    .SignInLinks.Where(l => l.ExpiresAt <= now || (isOnly && l.StaffId == staffId && l.UsedAt == null))
                    .ExecuteDeleteAsync(cancellationToken);
                db.SignInLinks.Add(new SignInLink(Hash(token), staffId, now + lives));
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken
        );
        return token;
    }

    private static string Hash(string token) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}

/// <summary>
/// The first-run link; <paramref name="Name"/> is the admin it signs in as, null if it creates the first one.
/// </summary>
public sealed record StartLink(string Token, string? Name);

/// <summary>The staff member a link signed in, and the kind of link.</summary>
public sealed record UsedLink(StaffMember Member, SignInWay Way);
