using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Schedule;

/// <summary>Pauses online booking.</summary>
public sealed class OnlinePause(VenueStore store, TimeProvider time)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(30);

    /// <summary>Pauses online booking until then; null resumes it. Existing bookings are not affected.</summary>
    public async Task<Outcome<VenueSettings>> PauseOnlineAsync(
        Actor actor,
        DateTimeOffset? until,
        CancellationToken cancellationToken
    )
    {
        if (!actor.May(Right.EditSchedule))
            return await store.RefuseAsync(actor, Right.EditSchedule, cancellationToken);
        var now = time.GetUtcNow();
        if (until <= now || until > now + LongestPause)
            return new CommonRefusal.InvalidInput("pause");
        return await store.WriteAsync<VenueSettings>(
            actor,
            async db =>
            {
                var settings = await db.Settings.SingleAsync(cancellationToken);
                settings.OnlinePausedUntil = until?.ToUniversalTime();
                await db.SaveChangesAsync(cancellationToken);
                return settings;
            },
            cancellationToken
        );
    }
}
