using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Bookings;

namespace TantraSmoke.Bench;

/// <summary>(b) 32 writers fight for 4 tables: no overlap, no deadlock, nobody waits for more than a second.</summary>
internal static class Fight
{
    public static async Task<bool> RunAsync()
    {
        await using var venue = await BenchVenue.OpenAsync(postgres: true, tables: 4);
        var bookings = venue.Services.GetRequiredService<BookingDesk>();
        var catalog = await venue.CatalogAsync();
        var day = venue.Today(catalog).AddDays(1);
        var (attempts, won, longest) = (0, 0, TimeSpan.Zero);
        var gate = new Lock();
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(
            Enumerable
                .Range(1, 32)
                .Select(writer =>
                    Task.Run(async () =>
                    {
                        var guest = await venue.GuestAsync(writer);
                        var random = new Random(writer);
                        while (watch.Elapsed.TotalSeconds < 10)
                        {
                            var request = new BookingRequest(
                                day,
                                catalog.Slots[random.Next(2)].Id,
                                new(2),
                                Guid.NewGuid()
                            )
                            {
                                TableIds = [catalog.Tables[random.Next(4)].Id],
                            };
                            var started = Stopwatch.GetTimestamp();
                            var outcome = await bookings.Book.CreateAsync(guest, request, CancellationToken.None);
                            if (outcome.Value is { } booking)
                                await bookings.Lifecycle.CancelAsync(
                                    guest,
                                    booking.Id,
                                    null,
                                    null,
                                    CancellationToken.None
                                );
                            else if (outcome.Error is not AvailabilityRefusal.TableTaken)
                                throw new InvalidOperationException($"{outcome.Error}");
                            var took = Stopwatch.GetElapsedTime(started);
                            lock (gate)
                            {
                                attempts++;
                                won += outcome.Succeeded ? 1 : 0;
                                longest = took > longest ? took : longest;
                            }
                        }
                    })
                )
        );
        await using var connection = new NpgsqlConnection(venue.Connection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()",
            connection
        );
        var deadlocks = Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
        var overlaps = await venue.OverlapsAsync();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"    {attempts / watch.Elapsed.TotalSeconds:0} attempts/s, {won} won"
            )
        );
        return Report.Fact("(b) 32 writers on 4 tables: overlaps", overlaps, overlaps == 0)
            & Report.Fact("(b) deadlocks", deadlocks, deadlocks == 0)
            & Report.Fact("(b) longest wait, ms", (long)longest.TotalMilliseconds, longest < TimeSpan.FromSeconds(1));
    }
}
