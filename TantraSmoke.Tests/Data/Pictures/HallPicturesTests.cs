using System.Globalization;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Floor;
using TantraSmoke.Core.Live;
using TantraSmoke.Core.Rooms;

namespace TantraSmoke.Tests.Data.Pictures;

/// <summary>
/// The picture from which guests choose shows what the claims say, read by SQL that shares nothing with availability.
/// </summary>
public sealed class HallPicturesTests
{
    private const int Evenings = 200;

    private static readonly XName Group = XName.Get("g", "http://www.w3.org/2000/svg");

    private static CancellationToken Cancel => TestVenue.Cancel;

    [Theory, OnBothDatabases]
    public async Task Draw_RandomEvenings_ShowsEveryTableAsItsClaimsAre(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var (me, somebody) = (await venue.GuestAsync(), await venue.GuestAsync(2, "Олег"));
        await FurnishAsync(venue);
        var seen = new Dictionary<string, int>();
        for (var evening = 0; evening < Evenings; evening++)
        {
            var random = new Random(evening);
            if (evening % 20 == 0)
                await venue.SettingsAsync(s =>
                    (s.BufferMinutes, s.TurnTimes) = (random.Next(3) * 15, random.Next(2) == 0 ? "" : "2:75 4:100")
                );
            var catalog = await venue.CatalogAsync();
            var day = TestVenue.Day.AddDays(random.Next(1, 13));
            var times = catalog.Times(day);
            var slot = times[random.Next(times.Count)];
            var party = random.Next(1, 9);
            await ClaimAsync(venue, catalog, day, random, me, somebody);

            var then = (await venue.Availability.TablesAsync(me, day, slot.SlotId, party, Cancel))!;
            var shown = catalog
                .Halls.SelectMany(h => States(FloorPlanSvg.Draw(FloorDrawing.Of(h, catalog.Tables), then.Tables, "ru")))
                .ToDictionary();

            var expected = await ExpectedAsync(venue, catalog, then.Offer, party, me);
            Assert.Equal(expected.OrderBy(t => t.Key), shown.OrderBy(t => t.Key));
            Assert.Equal(expected.ContainsValue("fits"), then.Offer.State == OfferState.Free);
            foreach (var state in shown.Values)
                seen[state] = seen.GetValueOrDefault(state) + 1;
        }

        // Each of the three was there often enough to be worth comparing.
        Assert.Equal(["fits", "free", "taken"], seen.Keys.Order());
        Assert.All(seen.Values, count => Assert.True(count > Evenings, $"{count}"));
    }

    [Fact]
    public async Task Draw_TakenFreeAndFitting_DifferByMoreThanColour()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var catalog = await venue.CatalogAsync();
        var drawing = FloorDrawing.Of(catalog.Halls[0], catalog.Tables);

        Assert.Equal((true, false), Marks(TableChance.Fits));
        Assert.Equal((false, false), Marks(TableChance.Free));
        Assert.Equal((false, true), Marks(TableChance.Taken));

        (bool Ring, bool Hatch) Marks(TableChance chance)
        {
            var table = XDocument
                .Parse(FloorPlanSvg.Draw(drawing, drawing.Tables.ToDictionary(t => t.TableId, _ => chance), "ru"))
                .Descendants(Group)
                .First(g => g.Attribute("data-table") is not null);
            var classes = table.Descendants().Select(e => e.Attribute("class")?.Value).ToList();
            return (classes.Contains("ring"), classes.Contains("hatch"));
        }
    }

    [Fact]
    public async Task Draw_ShippedHall_HasNumbersThatAPhoneCanShow()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var catalog = await venue.CatalogAsync();
        var drawing = FloorDrawing.Of(catalog.Halls[0], catalog.Tables);

        var svg = XDocument.Parse(FloorPlanSvg.Draw(drawing, new Dictionary<int, TableChance>(), "ru"));

        var width = double.Parse(svg.Root!.Attribute("viewBox")!.Value.Split(' ')[2], CultureInfo.InvariantCulture);
        var numbers = svg.Descendants(Group)
            .Where(g => g.Attribute("data-table") is not null)
            .Select(g =>
                double.Parse(
                    g.Elements().Single(e => e.Name.LocalName == "text").Attribute("font-size")!.Value,
                    CultureInfo.InvariantCulture
                )
            );
        Assert.All(numbers, size => Assert.InRange(size * 360 / width, 14, 40));
    }

    private static IEnumerable<KeyValuePair<int, string>> States(string svg) =>
        XDocument
            .Parse(svg)
            .Descendants(Group)
            .Where(g => g.Attribute("data-table") is not null)
            .Select(g =>
                KeyValuePair.Create(
                    int.Parse(g.Attribute("data-table")!.Value, CultureInfo.InvariantCulture),
                    g.Attribute("data-state")!.Value
                )
            );

    /// <summary>A second hall, and a table that guests do not find by themselves.</summary>
    private static Task FurnishAsync(TestVenue venue) =>
        venue.Store.ChangeAsync(
            TestVenue.Boris,
            async db =>
            {
                var terrace = new Hall("Терраса", 800, 600, 1);
                db.Halls.Add(terrace);
                await db.SaveChangesAsync(Cancel);
                foreach (var number in Enumerable.Range(50, 4))
                    db.Tables.Add(
                        new Table(
                            number,
                            terrace.Id,
                            number - 48,
                            1,
                            "",
                            new TablePlace(100 + (150 * (number - 50)), 300, 90, 90, 0, TableShape.Round),
                            null
                        )
                    );
                db.Tables.Single(t => t.Number == 3).Offer(isOnline: false, isActive: true);
                await db.SaveChangesAsync(Cancel);
            },
            Cancel
        );

    private static async Task ClaimAsync(
        TestVenue venue,
        VenueCatalog catalog,
        DateOnly day,
        Random random,
        Actor.Guest me,
        Actor.Guest somebody
    )
    {
        var now = venue.Time.GetUtcNow();
        await venue.Store.ChangeAsync(
            TestVenue.Boris,
            async db =>
            {
                await db.Claims.ExecuteDeleteAsync(Cancel);
                var start = catalog.Times(day)[0].StartsAt;
                for (var n = random.Next(0, 40); n > 0; n--)
                {
                    var from = start.AddMinutes(random.Next(-2, 24) * 30);
                    var kind = random.Next(2) == 0 ? ClaimKind.Block : ClaimKind.Hold;
                    // Holds of others and one's own, some of them over.
                    var (holder, expires) =
                        kind == ClaimKind.Block
                            ? ("block:1", (DateTimeOffset?)null)
                            : (
                                (random.Next(8) == 0 ? me : somebody).Holder() + (random.Next(4) == 0 ? "" : $".{n}"),
                                now.AddMinutes(random.Next(3) == 0 ? -1 : 4)
                            );
                    await db.TryClaimAsync(
                        new ClaimRequest(
                            [catalog.Tables[random.Next(catalog.Tables.Count)].Id],
                            from,
                            from.AddMinutes(random.Next(1, 8) * 30),
                            kind,
                            now,
                            Holder: holder,
                            ExpiresAt: expires
                        ),
                        Cancel
                    );
                }

                db.Changes.Add(VenueChange.Reset);
            },
            Cancel
        );
    }

    private static async Task<Dictionary<int, string>> ExpectedAsync(
        TestVenue venue,
        VenueCatalog catalog,
        SlotOffer offer,
        int party,
        Actor.Guest me
    )
    {
        var now = venue.Time.GetUtcNow();
        var gap = TimeSpan.FromMinutes(catalog.Settings.BufferMinutes);
        var (from, until, own) = (offer.StartsAt - gap, offer.EndsAt + gap, me.Holder());
        FormattableString sql = venue.Installation.Postgres is not null
            ? $"""
                SELECT DISTINCT table_id AS "Value" FROM table_claims WHERE starts_at < {until} AND ends_at > {from}
                AND (expires_at IS NULL OR expires_at > {now}) AND NOT (kind = 'hold' AND holder = {own})
                """
            : (FormattableString)
                $"""
                    SELECT DISTINCT table_id AS "Value" FROM table_claims
                    WHERE starts_at < {Stored(until)} AND ends_at > {Stored(from)}
                    AND (expires_at IS NULL OR expires_at > {Stored(now)}) AND NOT (kind = 'hold' AND holder = {own})
                    """;
        var busy = (
            await venue.Store.ReadAsync(db => db.Database.SqlQuery<int>(sql).ToListAsync(Cancel), Cancel)
        ).ToHashSet();
        bool Free(Table table) => table.IsOnline && !busy.Contains(table.Id);
        var together = catalog
            .Combinations.Where(c =>
                c.MinParty <= party && party <= c.Seats && c.TableIds.All(id => Free(catalog.Table(id)!))
            )
            .SelectMany(c => c.TableIds)
            .ToHashSet();
        return catalog.Tables.ToDictionary(
            t => t.Id,
            t =>
                !Free(t) ? "taken"
                : (t.MinParty <= party && party <= t.Seats) || together.Contains(t.Id) ? "fits"
                : "free"
        );
    }

    private static long Stored(DateTimeOffset at) => at.ToUnixTimeMilliseconds();
}
