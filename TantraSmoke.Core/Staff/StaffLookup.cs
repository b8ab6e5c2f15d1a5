using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Staff;

/// <summary>Looks up staff members.</summary>
public sealed class StaffLookup(VenueStore store, TimeProvider time)
{
    /// <summary>The active staff member with this id, or null.</summary>
    public Task<StaffMember?> FindAsync(int staffId, CancellationToken cancellationToken) =>
        store.ReadAsync(
            db => db.Staff.SingleOrDefaultAsync(s => s.Id == staffId && s.IsActive, cancellationToken),
            cancellationToken
        );

    /// <summary>The active staff member with this e-mail address, or null.</summary>
    public async Task<StaffMember?> ByEmailAsync(string email, CancellationToken cancellationToken) =>
        StaffChanges.Email(email) is { } address
            ? await store.ReadAsync(
                db => db.Staff.SingleOrDefaultAsync(s => s.Email == address && s.IsActive, cancellationToken),
                cancellationToken
            )
            : null;

    /// <summary>The active staff member with this Telegram account, or null.</summary>
    public Task<StaffMember?> ByTelegramAsync(long telegramId, CancellationToken cancellationToken) =>
        store.ReadAsync(
            db => db.Staff.SingleOrDefaultAsync(s => s.TelegramId == telegramId && s.IsActive, cancellationToken),
            cancellationToken
        );

    /// <summary>
    /// The staff member of a Telegram account listed in ADMIN_IDS_RAW, created on first use. Null if they were removed.
    /// </summary>
    public async Task<StaffMember?> AdminFromTelegramAsync(
        long telegramId,
        string name,
        CancellationToken cancellationToken
    )
    {
        var known = await store.ReadAsync(
            db => db.Staff.SingleOrDefaultAsync(s => s.TelegramId == telegramId, cancellationToken),
            cancellationToken
        );
        if (known is not null)
            return known.IsActive ? known : null;
        var outcome = await store.WriteAsync<StaffMember>(
            Actor.System.Instance,
            async db =>
            {
                var member = await db.Staff.SingleOrDefaultAsync(s => s.TelegramId == telegramId, cancellationToken);
                if (member is null)
                {
                    db.Staff.Add(member = new StaffMember(name, StaffRole.Admin, telegramId, null, time.GetUtcNow()));
                    await db.SaveChangesAsync(cancellationToken);
                }

                return member;
            },
            cancellationToken
        );
        return outcome.Value;
    }
}
