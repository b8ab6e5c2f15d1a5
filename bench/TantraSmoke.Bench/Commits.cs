using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TantraSmoke.Core.Bookings;

namespace TantraSmoke.Bench;

/// <summary>
/// (a) Booking commits per second through TableBooking, against pgbench doing the same work as one prepared statement.
/// </summary>
internal static partial class Commits
{
    private const int Writers = 8;
    private const int Tables = 200;
    private const int Seconds = 10;

    /// <summary>
    /// So many that each has one or two bookings, whoever makes them: what is counted for the limit is what a venue has
    /// to count.
    /// </summary>
    private const int Guests = 200_000;

    private static readonly string Script = $"""
        \set guest random(1, {Guests})
        WITH n AS (SELECT nextval('bench_place') AS i, gen_random_uuid() AS id),
        claim AS (
            INSERT INTO table_claims (table_id, starts_at, ends_at, kind, booking_id)
            SELECT 1 + i % {Tables}, timestamptz '2050-01-01' + (i / {Tables}) * interval '2 hours',
                timestamptz '2050-01-01' + (i / {Tables} + 1) * interval '2 hours', 'booking', id FROM n
            ON CONFLICT DO NOTHING RETURNING booking_id, table_id, starts_at, ends_at),
        booking AS (
            INSERT INTO bookings (id, code, guest_id, service_day, starts_at, ends_at, slot_id, table_ids, party_size,
                status, source, idempotency_key, version, created_at)
            SELECT booking_id, lpad(to_hex(n.i * 2654435761 % 4294967296), 8, '0'), :guest, starts_at::date, starts_at,
                ends_at, 1, ARRAY[table_id], 2, 'booked', 'telegram', booking_id, 1, now() FROM claim, n
            RETURNING id, starts_at),
        history AS (
            INSERT INTO booking_history (booking_id, action, actor_kind, actor_id, actor_name, at, version)
            SELECT id, 'created', 'guest', :guest, 'Guest', now(), 1 FROM booking)
        INSERT INTO outbox (kind, chat_id, for_guest, booking_id, due_at, useless_at, dedupe_key, attempts, created_at)
        SELECT kind, chat, for_guest, id, due, starts_at, kind || ':' || id || ':1:' || n, 0, now()
        FROM booking, LATERAL (VALUES
            (1, 'staff_card', 42, false, now()),
            (2, 'reminder', :guest, true, starts_at - interval '24 hours'),
            (3, 'reminder', :guest, true, starts_at - interval '3 hours')) AS message (n, kind, chat, for_guest, due);
        """;

    public static async Task<bool> RunAsync()
    {
        await using var venue = await BenchVenue.OpenAsync(postgres: true, Tables);
        await venue.AddGuestsAsync(Guests);
        var (ratios, idle) = (new List<double>(), 0);
        // In turn, so that a machine that gets slower is slower for both; the first two rounds warm up.
        for (var round = -1; round < 4; round++)
        {
            var (ours, cpu) = await OursAsync(venue, round, Seconds);
            var before = await venue.CountAsync("bookings");
            var (theirs, made) = await TheirsAsync(venue, round < 1 ? 3 : Seconds);
            idle += made - (await venue.CountAsync("bookings") - before);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"    {(round < 1 ? "warm-up" : "round " + round)}: TableBooking {ours:0}/s ({cpu:0} µs of this "
                        + $"process's CPU each), pgbench {theirs:0}/s, ratio {ours / theirs:0.00}"
                )
            );
            if (round > 0)
                ratios.Add(ours / theirs);
            else
                // Statements that were planned for empty tables are planned anew, as they are in any installation that
                // is not new.
                await venue.Store.ReadAsync(db => db.Database.ExecuteSqlRawAsync("ANALYZE"));
        }

        var overlaps = await venue.OverlapsAsync();
        return Report.Ratio(
                "(a) booking commits, 8 writers, TableBooking / pgbench",
                Report.Median(ratios),
                atLeast: 0.5
            )
            & Report.Fact("(a) pgbench transactions that booked nothing", idle, idle == 0)
            & Report.Fact("(a) overlapping claims", overlaps, overlaps == 0);
    }

    private static async Task<(double PerSecond, double Cpu)> OursAsync(BenchVenue venue, int round, int seconds)
    {
        var bookings = venue.Services.GetRequiredService<TableBooking>();
        var catalog = await venue.CatalogAsync();
        var first = venue.Today(catalog).AddDays(1 + ((round + 1) * 300));
        var place = -1;
        var commits = 0;
        var before = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(
            Enumerable
                .Range(1, Writers)
                .Select(writer =>
                    Task.Run(async () =>
                    {
                        var random = new Random(writer);
                        while (watch.Elapsed.TotalSeconds < seconds)
                        {
                            // Every attempt has a free place of its own, as in the script.
                            var n = Interlocked.Increment(ref place);
                            var (table, slot) = (
                                catalog.Tables[n % Tables],
                                catalog.Slots[n / Tables % catalog.Slots.Count]
                            );
                            var request = new BookingRequest(
                                first.AddDays(n / Tables / catalog.Slots.Count),
                                slot.Id,
                                new(2),
                                Guid.NewGuid()
                            )
                            {
                                TableIds = [table.Id],
                            };
                            // As the bot says it: whoever writes is reminded where they write.
                            var id = random.Next(1, Guests + 1);
                            var guest = new Actor.Guest(id, "Guest") { ChatId = id };
                            var outcome = await bookings.CreateAsync(guest, request, CancellationToken.None);
                            if (!outcome.Succeeded)
                                throw new InvalidOperationException($"{outcome.Error}");
                            Interlocked.Increment(ref commits);
                        }
                    })
                )
        );
        return (
            commits / watch.Elapsed.TotalSeconds,
            (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / commits
        );
    }

    private static async Task<(double PerSecond, int Made)> TheirsAsync(BenchVenue venue, int seconds)
    {
        var script = Path.GetTempFileName();
        await File.WriteAllTextAsync(script, Script);
        await using (var connection = new NpgsqlConnection(venue.Connection))
        {
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand(
                "CREATE SEQUENCE IF NOT EXISTS bench_place CACHE 100",
                connection
            );
            await command.ExecuteNonQueryAsync();
        }

        var server = new NpgsqlConnectionStringBuilder(venue.Connection);
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("PGBENCH") ?? "pgbench")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                "-n",
                "-M",
                "prepared",
                "-c",
                $"{Writers}",
                "-j",
                "2",
                "-T",
                $"{seconds}",
                "-f",
                script,
                "-h",
                server.Host!,
                "-p",
                $"{server.Port}",
                "-U",
                server.Username!,
                server.Database!,
            },
        };
        start.Environment["PGPASSWORD"] = server.Password ?? "";
        using var pgbench = Process.Start(start)!;
        var errors = pgbench.StandardError.ReadToEndAsync();
        var output = await pgbench.StandardOutput.ReadToEndAsync();
        await pgbench.WaitForExitAsync();
        File.Delete(script);
        var (tps, made) = (Tps().Match(output), Made().Match(output));
        return tps.Success && made.Success && pgbench.ExitCode == 0
            ? (
                double.Parse(tps.Groups[1].Value, CultureInfo.InvariantCulture),
                int.Parse(made.Groups[1].Value, CultureInfo.InvariantCulture)
            )
            : throw new InvalidOperationException($"pgbench failed: {output}{await errors}");
    }

    [GeneratedRegex(@"transactions actually processed: ([0-9]+)")]
    private static partial Regex Made();

    [GeneratedRegex(@"tps = ([0-9.]+)")]
    private static partial Regex Tps();
}
