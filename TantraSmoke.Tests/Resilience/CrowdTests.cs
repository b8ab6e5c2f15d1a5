using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Tests.Resilience;

public sealed class CrowdTests
{
    private const int Tries = 12;

    private static CancellationToken Cancel => TestVenue.Cancel;

    [Theory, OnBothDatabases]
    public async Task SixtyFourGuestsAtRandom_TryingAgainAndAgain_NeverShareATableAndLoseNothing(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        await venue.SettingsAsync(s => s.ActiveBookingsPerGuest = 10_000);
        var catalog = await venue.CatalogAsync();
        var standing = new ConcurrentDictionary<Guid, int>();
        var refused = 0;
        var canceled = 0;

        await Task.WhenAll(
            Enumerable
                .Range(1, 64)
                .Select(number =>
                    Task.Run(
                        async () =>
                        {
                            var guest = await venue.GuestAsync(number);
                            var random = new Random(number);
                            var mine = new List<Booking>();
                            for (var tried = 0; tried < Tries; tried++)
                            {
                                var table = catalog.Tables[random.Next(catalog.Tables.Count)];
                                var slot = catalog.Slots[random.Next(catalog.Slots.Count)];
                                var request = new BookingRequest(
                                    TestVenue.Day.AddDays(1),
                                    slot.Id,
                                    new(table.MinParty),
                                    Guid.NewGuid()
                                )
                                {
                                    TableIds = [table.Id],
                                };
                                var outcome = await venue.Bookings.Book.CreateAsync(guest, request, Cancel);
                                if (outcome.Value is { } booking)
                                {
                                    standing[booking.Id] = table.Id;
                                    mine.Add(booking);
                                }
                                else
                                {
                                    Assert.IsType<AvailabilityRefusal.TableTaken>(outcome.Error);
                                    Interlocked.Increment(ref refused);
                                }

                                // Places become free again, so that the fight goes on to the end.
                                if (mine.Count > 0 && random.Next(2) == 0)
                                {
                                    var given = mine[^1];
                                    mine.RemoveAt(mine.Count - 1);
                                    standing.TryRemove(given.Id, out _);
                                    Assert.True(
                                        (
                                            await venue.Bookings.Lifecycle.CancelAsync(
                                                guest,
                                                given.Id,
                                                null,
                                                null,
                                                Cancel
                                            )
                                        ).Succeeded
                                    );
                                    Interlocked.Increment(ref canceled);
                                }
                            }
                        },
                        Cancel
                    )
                )
        );

        Assert.True(refused > 0 && canceled > 0, $"{refused} refused, {canceled} canceled");
        Assert.Equal(0, await venue.OverlapsAsync());
        var kept = await venue.Store.ReadAsync(
            db =>
                db.Bookings.Where(b => b.Status == BookingStatus.Booked)
                    .Select(b => new
                    {
                        b.Id,
                        Table = db.Claims.Where(c => c.BookingId == b.Id).Select(c => c.TableId).Single(),
                    })
                    .ToDictionaryAsync(b => b.Id, b => b.Table, Cancel),
            Cancel
        );
        Assert.Equal(standing.OrderBy(b => b.Key), kept.OrderBy(b => b.Key));
    }
}
