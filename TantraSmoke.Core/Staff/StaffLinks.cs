using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Installation;

namespace TantraSmoke.Core.Staff;

/// <summary>Links that sign people in once.</summary>
public sealed class StaffLinks(
    VenueStore store,
    StaffLookup lookup,
    InstallationSettings installation,
    TimeProvider time
)
{
    public static readonly TimeSpan StartLinkLives = TimeSpan.FromMinutes(15);
    public static readonly TimeSpan SignInLinkLives = TimeSpan.FromMinutes(5);

    /// <summary>An invitation lives long enough to be read on the way to work.</summary>
    public static readonly TimeSpan InvitationLives = TimeSpan.FromHours(24);

    /// <summary>
    /// A token for whoever runs the installation, or null when an admin can sign in as it is configured: it makes its
    /// bearer the first admin, or signs in as the admin who has been here longest. Those of replicas that start at the
    /// same time stay good until they expire or one of them was used.
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

    /// <summary>Whether some admin can sign in by themselves, as the installation is configured today.</summary>
    public async Task<bool> CanAnAdminSignInAsync(CancellationToken cancellationToken)
    {
        var staff = await store.ReadAsync(db => db.Staff.ToListAsync(cancellationToken), cancellationToken);
        // Who is named in ADMIN_IDS_RAW becomes an admin with their first /admin, unless they were removed.
        return staff.Any(s => s is { IsActive: true, Role: StaffRole.Admin } && s.WaysIn(installation).Count > 0)
            || (
                staff.Count > 0
                && installation.BotToken is not null
                && installation.AdminIds.Any(id => staff.All(s => s.TelegramId != id))
            );
    }

    /// <summary>A token that signs this person in once, within five minutes.</summary>
    public Task<string> CreateSignInLinkAsync(int staffId, CancellationToken cancellationToken) =>
        CreateLinkAsync(staffId, SignInLinkLives, isOnly: true, cancellationToken);

    /// <summary>A token that signs this person in once within a day; earlier ones stop working.</summary>
    public async Task<Outcome<string>> InviteAsync(Actor actor, int id, CancellationToken cancellationToken)
    {
        if (!actor.May(Right.ManageStaff))
            return await store.RefuseAsync(actor, Right.ManageStaff, cancellationToken);
        return await lookup.FindAsync(id, cancellationToken) is null
            ? new StaffRefusal.StaffNotFound()
            : await CreateLinkAsync(id, InvitationLives, isOnly: true, cancellationToken);
    }

    /// <summary>Uses a token up. Null when it is unknown, used, expired, or its owner may no longer sign in.</summary>
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
                // The update that changes a row wins; two people with one link cannot both get in.
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
    /// Whether this proof of who somebody is comes for the first time; remembered for as long as it could be good.
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
                // Used from the start, so that it can never pass for a link.
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
/// A link for whoever runs the installation; <paramref name="Name"/> is the admin it signs in as, null where it makes
/// the first one.
/// </summary>
public sealed record StartLink(string Token, string? Name);

/// <summary>Whom a link has signed in, and which kind of link it was.</summary>
public sealed record UsedLink(StaffMember Member, SignInWay Way);
