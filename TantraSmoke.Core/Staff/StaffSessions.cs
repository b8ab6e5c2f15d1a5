using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Staff;

/// <summary>
/// Sessions of the dashboard. A session ends by its owner or an admin, when the owner is removed, or after 30 days
/// without use.
/// </summary>
public sealed class StaffSessions(VenueStore store, TimeProvider time)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Accuracy of "last seen".</summary>
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Starts a session; <paramref name="instead"/> is the browser's former session, which ends. Null if the person was
    /// removed meanwhile.
    /// </summary>
    public async Task<StaffSession?> BeginAsync(
        StaffMember member,
        SignInWay way,
        string device,
        Guid? instead,
        CancellationToken cancellationToken
    )
    {
        var now = time.GetUtcNow();
        var outcome = await store.WriteAsync<StaffSession>(
            member.ToActor(),
            async db =>
            {
                await db.LockStaffAsync(cancellationToken);
                if (!await db.Staff.AnyAsync(s => s.Id == member.Id && s.IsActive, cancellationToken))
                    return new StaffRefusal.StaffNotFound();
                if (
                    instead is { } id
                    && await db.StaffSessions.SingleOrDefaultAsync(
                        s => s.Id == id && s.EndedAt == null,
                        cancellationToken
                    )
                        is { } before
                )
                    before.End(now);
                var session = new StaffSession(member.Id, way, device, now);
                db.StaffSessions.Add(session);
                await db.SaveChangesAsync(cancellationToken);
                return session;
            },
            cancellationToken
        );
        return outcome.Value;
    }

    /// <summary>
    /// The session's owner with current name and role, and records the use; null if the session ended or the owner was
    /// removed.
    /// </summary>
    public async Task<SignedIn?> FindAsync(Guid sessionId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var found = await store.ReadAsync(
            db =>
                Open(db, now)
                    .Where(s => s.Id == sessionId)
                    .Join(
                        db.Staff.Where(m => m.IsActive),
                        s => s.StaffId,
                        m => m.Id,
                        (s, m) =>
                            new
                            {
                                s.LastSeenAt,
                                m.Id,
                                m.Role,
                                m.Name,
                            }
                    )
                    .SingleOrDefaultAsync(cancellationToken),
            cancellationToken
        );
        if (found is null)
            return null;
        if (now - found.LastSeenAt >= SeenEvery)
        {
            await store.ChangeAsync(
                Actor.System.Instance,
                db =>
                    db.StaffSessions.Where(s => s.Id == sessionId && s.LastSeenAt < now)
                        .ExecuteUpdateAsync(s => s.SetProperty(x => x.LastSeenAt, now), cancellationToken),
                cancellationToken
            );
        }

        return new SignedIn(sessionId, new Actor.Staff(found.Id, found.Role, found.Name));
    }

    /// <summary>Audits a refused sign-in.</summary>
    /// <param name="problem">The reason in one word.</param>
    /// <param name="who">The name given, if known.</param>
    public Task NoteRefusalAsync(
        SignInWay way,
        string problem,
        string? who,
        string device,
        CancellationToken cancellationToken
    ) =>
        store.ChangeAsync(
            Actor.System.Instance,
            async db =>
            {
                var told = JsonSerializer.Serialize(
                    new Dictionary<string, string?>
                    {
                        ["problem"] = problem,
                        ["who"] = who,
                        ["device"] = device,
                    },
                    Json
                );
                db.Audit.Add(
                    new AuditEntry(
                        time.GetUtcNow(),
                        Actor.System.Instance,
                        AuditEntry.Refused,
                        AuditEntry.SignIns,
                        SnakeCase.Of(way),
                        null,
                        told
                    )
                );
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken
        );

    /// <summary>A person's sessions, last used first. Returns NotAllowed for other people without the right.</summary>
    public async Task<Outcome<List<SessionRow>>> ListAsync(
        Actor actor,
        int staffId,
        CancellationToken cancellationToken
    )
    {
        if (!IsOwn(actor, staffId) && !actor.May(Right.ManageStaff))
            return await store.RefuseAsync(actor, Right.ManageStaff, cancellationToken);
        var now = time.GetUtcNow();
        return await store.ReadAsync(
            db =>
                Open(db, now)
                    .Where(s => s.StaffId == staffId)
                    .OrderByDescending(s => s.LastSeenAt)
                    .ThenByDescending(s => s.Id)
                    .Select(s => new SessionRow(s.Id, s.Way, s.Device, s.CreatedAt, s.LastSeenAt))
                    .ToListAsync(cancellationToken),
            cancellationToken
        );
    }

    /// <summary>
    /// When each person last used the dashboard, by <see cref="StaffMember.Id"/>; without those who never did.
    /// </summary>
    public async Task<Outcome<Dictionary<int, DateTimeOffset>>> LastSeenAsync(
        Actor actor,
        CancellationToken cancellationToken
    ) =>
        !actor.May(Right.ManageStaff)
            ? await store.RefuseAsync(actor, Right.ManageStaff, cancellationToken)
            : await store.ReadAsync(
                db =>
                    db.StaffSessions.GroupBy(s => s.StaffId)
                        .Select(s => new { s.Key, At = s.Max(session => session.LastSeenAt) })
                        .ToDictionaryAsync(s => s.Key, s => s.At, cancellationToken),
                cancellationToken
            );

    /// <summary>Ends one session: one's own, or with the right anybody's.</summary>
    public Task<Outcome<object>> EndAsync(Actor actor, Guid sessionId, CancellationToken cancellationToken) =>
        store.WriteAsync<object>(
            actor,
            async db =>
            {
                var session = db.StaffSessions.Where(s => s.Id == sessionId);
                var owners = await session.Select(s => s.StaffId).ToListAsync(cancellationToken);
                if (!actor.May(Right.ManageStaff) && owners.Exists(owner => !IsOwn(actor, owner)))
                    return new CommonRefusal.NotAllowed(Right.ManageStaff);
                await EndAsync(db, session, time.GetUtcNow(), cancellationToken);
                return new object();
            },
            cancellationToken
        );

    /// <summary>Ends all sessions of a person: oneself, or with the right anybody.</summary>
    public async Task<Outcome<object>> EndAllAsync(Actor actor, int staffId, CancellationToken cancellationToken)
    {
        if (!IsOwn(actor, staffId) && !actor.May(Right.ManageStaff))
            return await store.RefuseAsync(actor, Right.ManageStaff, cancellationToken);
        return await store.WriteAsync<object>(
            actor,
            async db =>
            {
                await EndAsync(
                    db,
                    db.StaffSessions.Where(s => s.StaffId == staffId),
                    time.GetUtcNow(),
                    cancellationToken
                );
                return new object();
            },
            cancellationToken
        );
    }

    /// <summary>Ends the open ones among these sessions, inside the caller's transaction.</summary>
    internal static async Task EndAsync(
        VenueDb db,
        IQueryable<StaffSession> sessions,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        foreach (var session in await sessions.Where(s => s.EndedAt == null).ToListAsync(cancellationToken))
            session.End(now);
        await db.SaveChangesAsync(cancellationToken);
    }

    private static IQueryable<StaffSession> Open(VenueDb db, DateTimeOffset now)
    {
        var since = now - StaffSession.Lives;
        return db.StaffSessions.Where(s => s.EndedAt == null && s.LastSeenAt > since);
    }

    private static bool IsOwn(Actor actor, int staffId) => actor is Actor.Staff staff && staff.StaffId == staffId;
}
