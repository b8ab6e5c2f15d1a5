using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Settings;
using TantraSmoke.Web.Features.Settings;
using TantraSmoke.Web.Texts;

namespace TantraSmoke.Tests.Data.Settings;

public sealed class SettingsServiceTests
{
    private static readonly Actor.Staff Manager = new(3, StaffRole.Manager, "Marat");

    private static CancellationToken Cancel => TestVenue.Cancel;

    [Theory, OnBothDatabases]
    public async Task Save_WhatDiffers_CountsAtOnceAndLeavesWhatOthersChanged(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var seen = (await venue.CatalogAsync()).Settings;
        await venue.SettingsAsync(s => s.HoldMinutes = 9);

        var saved = await SaveAsync(
            venue,
            TestVenue.Boris,
            seen,
            s => (s.VenueName, s.LargestPartyOnline, s.Latitude, s.Longitude) = (" Лаунж ", 4, 55.76, 37.65)
        );

        Assert.Null(saved);
        var settings = (await venue.CatalogAsync()).Settings;
        Assert.Equal(("Лаунж", 4, 9), (settings.VenueName, settings.LargestPartyOnline, settings.HoldMinutes));
        Assert.IsType<AvailabilityRefusal.PartyTooLargeOnline>(
            (
                await venue.Bookings.Book.CreateAsync(
                    await venue.GuestAsync(),
                    await venue.RequestAsync(20, party: 5),
                    Cancel
                )
            ).Error
        );
    }

    [Fact]
    public async Task Save_ByRole_AdminsAllAndManagersTheScheduleOnly()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var seen = (await venue.CatalogAsync()).Settings;

        Assert.IsType<CommonRefusal.NotAllowed>(await SaveAsync(venue, Manager, seen, s => s.VenueName = "x"));
        Assert.IsType<CommonRefusal.NotAllowed>(
            await SaveAsync(venue, Manager, seen, s => (s.BufferMinutes, s.HoldMinutes) = (15, 9))
        );
        Assert.IsType<CommonRefusal.NotAllowed>(
            await SaveAsync(venue, TestVenue.Anna, seen, s => s.BufferMinutes = 15)
        );
        Assert.IsType<CommonRefusal.NotAllowed>(
            await SaveAsync(venue, await venue.GuestAsync(), seen, s => s.BufferMinutes = 15)
        );
        Assert.Null(
            await SaveAsync(
                venue,
                Manager,
                seen,
                s => (s.BufferMinutes, s.TurnTimes, s.PacingParties) = (15, "2:90 4:120", 3)
            )
        );
        Assert.Equal(15, (await venue.CatalogAsync()).Settings.BufferMinutes);
    }

    [Fact]
    public async Task Settle_PartsOfTheGuide_AddUpAndAreNotUndoneBySaving()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var service = venue.Services.GetRequiredService<SettingsService>();
        var seen = (await venue.CatalogAsync()).Settings;
        Assert.Equal(SetupSteps.None, seen.SetupDone);

        Assert.True((await service.SettleAsync(TestVenue.Boris, SetupSteps.Hours, Cancel)).Succeeded);
        Assert.True((await service.SettleAsync(TestVenue.Boris, SetupSteps.Bot | (SetupSteps)64, Cancel)).Succeeded);
        Assert.Null(await SaveAsync(venue, TestVenue.Boris, seen, s => s.VenueName = "Лаунж"));

        Assert.Equal(SetupSteps.Hours | SetupSteps.Bot, (await venue.CatalogAsync()).Settings.SetupDone);
    }

    [Fact]
    public async Task Save_WrongValues_AreNamedAndNothingIsSaved()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var seen = (await venue.CatalogAsync()).Settings;

        var refused = await SaveAsync(
            venue,
            TestVenue.Boris,
            seen,
            s =>
            {
                (s.VenueName, s.TimeZone, s.Phone, s.Latitude, s.HorizonDays, s.TurnTimes) = (
                    " ",
                    "Moscow",
                    "12",
                    55,
                    0,
                    "2:90 2:100"
                );
                s.HoldMinutes = 6;
            }
        );

        Assert.Equal(
            ["HorizonDays", "Latitude", "Phone", "TimeZone", "TurnTimes", "VenueName"],
            Assert.IsType<SettingsRefusal.InvalidSettings>(refused).Fields.Order()
        );
        Assert.Equal(5, (await venue.CatalogAsync()).Settings.HoldMinutes);
    }

    [Fact]
    public async Task Save_AnotherZoneWithBookingsToCome_AsksFirstAndKeepsTheTimeOfDay()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var booking = await venue.BookAsync(await venue.GuestAsync(), 20);
        var seen = (await venue.CatalogAsync()).Settings;

        var asked = await SaveAsync(venue, TestVenue.Boris, seen, s => s.TimeZone = "Asia/Yekaterinburg");
        Assert.Equal(booking.Code, Assert.Single(Assert.IsType<BookingRefusal.BookingsAffected>(asked).Bookings).Code);
        Assert.Equal("Europe/Moscow", (await venue.CatalogAsync()).Settings.TimeZone);

        Assert.Null(
            await SaveAsync(venue, TestVenue.Boris, seen, s => s.TimeZone = "Asia/Yekaterinburg", isKnown: true)
        );
        Assert.Equal("Asia/Yekaterinburg", (await venue.CatalogAsync()).Clock.Zone.Id);
        var kept = (await venue.Queries.FindAsync(TestVenue.Anna, booking.Id, Cancel))!;
        Assert.Equal(
            (booking.StartsAt.AddHours(-2), booking.EndsAt.AddHours(-2), TestVenue.Day),
            (kept.StartsAt, kept.EndsAt, kept.ServiceDay)
        );
        var claim = await venue.Store.ReadAsync(db => db.Claims.SingleAsync(Cancel), Cancel);
        Assert.Equal((kept.StartsAt, kept.EndsAt), (claim.StartsAt, claim.EndsAt));
        var line = await venue.Store.ReadAsync(
            db => db.BookingHistory.OrderByDescending(h => h.Id).FirstAsync(Cancel),
            Cancel
        );
        Assert.Equal((BookingAction.ZoneChanged, "Europe/Moscow → Asia/Yekaterinburg"), (line.Action, line.Reason));
        Assert.IsType<BookingRefusal.UndoExpired>(
            (await venue.Bookings.Undo.UndoAsync(TestVenue.Anna, booking.Id, null, Cancel)).Error
        );
    }

    [Fact]
    public async Task Save_AnotherZone_PlansRemindersAnewAndTellsNobodyOfAMove()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        await venue.BookAsync(await venue.GuestAsync(), 20, day: TestVenue.Day.AddDays(2));
        var seen = (await venue.CatalogAsync()).Settings;
        var before = await RemindersAsync(venue);

        Assert.Null(
            await SaveAsync(venue, TestVenue.Boris, seen, s => s.TimeZone = "Asia/Yekaterinburg", isKnown: true)
        );

        // 24 and 3 hours before 20:00, whatever the zone: in Yekaterinburg two hours sooner.
        Assert.NotEmpty(before);
        Assert.Equal(before.Select(due => due.AddHours(-2)), await RemindersAsync(venue));
        Assert.Equal(
            0,
            await venue.Store.ReadAsync(
                db => db.Outbox.CountAsync(m => m.Kind == OutboxKind.BookingMoved, Cancel),
                Cancel
            )
        );
    }

    [Theory, OnBothDatabases]
    public async Task Save_AnotherZone_TakesClosedTablesAlongAndLeavesWhoIsHere(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var table = await venue.TableAsync(5);
        var sitting = (
            await venue.Bookings.WalkIns.SeatWalkInAsync(
                TestVenue.Anna,
                new WalkInRequest([await venue.TableAsync(2)], 2, Guid.NewGuid()),
                Cancel
            )
        ).Value!;
        var block = (
            await venue.Bookings.Blocks.BlockAsync(
                TestVenue.Boris,
                new BlockRequest([table], "ремонт", TestVenue.Friday.AddHours(84), TestVenue.Friday.AddDays(1)),
                Cancel
            )
        ).Value!;
        var seen = (await venue.CatalogAsync()).Settings;

        Assert.Null(
            await SaveAsync(venue, TestVenue.Boris, seen, s => s.TimeZone = "Asia/Yekaterinburg", isKnown: true)
        );

        var claims = await venue.Store.ReadAsync(db => db.Claims.OrderBy(c => c.StartsAt).ToListAsync(Cancel), Cancel);
        Assert.Equal(
            (sitting.StartsAt, sitting.EndsAt),
            claims.Where(c => c.BookingId == sitting.Id).Select(c => (c.StartsAt, c.EndsAt)).Single()
        );
        var closed = claims.Where(c => c.TableId == table).ToList();
        Assert.Equal((block.From.AddHours(-2), block.Until.AddHours(-2)), (closed[0].StartsAt, closed[^1].EndsAt));
    }

    [Theory, OnBothDatabases]
    public async Task Save_AnotherZoneThatBringsAPartyUnderAnother_IsRefusedAndNothingMoves(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var table = await venue.TableAsync(5);
        var sitting = (
            await venue.Bookings.WalkIns.SeatWalkInAsync(
                TestVenue.Anna,
                new WalkInRequest([table], 2, Guid.NewGuid()),
                Cancel
            )
        ).Value!;
        var booking = await venue.BookAsync(TestVenue.Anna, 18, table: 5);
        var seen = (await venue.CatalogAsync()).Settings;

        var refused = await SaveAsync(
            venue,
            TestVenue.Boris,
            seen,
            s => s.TimeZone = "Asia/Yekaterinburg",
            isKnown: true
        );

        Assert.Equal(
            sitting.Code,
            Assert.Single(Assert.IsType<BookingRefusal.BookingsInTheWay>(refused).Bookings).Code
        );
        Assert.Equal(booking.StartsAt, (await venue.Queries.FindAsync(TestVenue.Anna, booking.Id, Cancel))!.StartsAt);
        Assert.Equal("Europe/Moscow", (await venue.CatalogAsync()).Settings.TimeZone);
    }

    private static Task<List<DateTimeOffset>> RemindersAsync(TestVenue venue) =>
        venue.Store.ReadAsync(
            db =>
                db.Outbox.Where(m => m.Kind == OutboxKind.Reminder && m.SentAt == null)
                    .OrderBy(m => m.DueAt)
                    .Select(m => m.DueAt)
                    .ToListAsync(Cancel),
            Cancel
        );

    [Fact]
    public void Texts_EverySetting_HasALabelAndASentenceInBothLanguages()
    {
        var names = typeof(VenueSettings)
            .GetProperties()
            .Where(p => p.CanWrite && p.SetMethod!.IsPublic && p.Name != nameof(VenueSettings.OnlinePausedUntil))
            .Select(p => p.Name)
            .ToList();
        foreach (var texts in DashboardTexts.All)
        {
            // In English a word may be the name of its property.
            Assert.All(
                names.Except(["Address", "Country", "Latitude", "Longitude"]),
                name => Assert.NotEqual(name, texts.SettingLabel(name))
            );
            Assert.All(names, name => Assert.EndsWith(".", texts.SettingProblem(name), StringComparison.Ordinal));
            Assert.Equal(names.Count, names.Select(texts.SettingLabel).Distinct().Count());
        }
    }

    [Fact]
    public void Numbers_OfEverySetting_HaveTheLimitsThatTheirSentenceNames_AndAPlace()
    {
        var numbers = typeof(VenueSettings)
            .GetProperties()
            .Where(p => (Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType) == typeof(int))
            .Where(p => p.CanWrite && p.SetMethod!.IsPublic)
            .ToList();
        foreach (var (number, texts) in numbers.SelectMany(_ => DashboardTexts.All, (number, texts) => (number, texts)))
        {
            var limits = Regex
                .Matches(Regex.Replace(texts.SettingProblem(number.Name), "(?<=[0-9])[,\\s](?=[0-9])", ""), "[0-9]+")
                .Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture))
                .ToList();

            Assert.Equal(
                [true, false, false, true],
                new[] { limits[0] - 1, limits[0], limits[^1], limits[^1] + 1 }.Select(value => IsWrong(number, value))
            );
        }

        var schedule = new[]
        {
            nameof(VenueSettings.BufferMinutes),
            nameof(VenueSettings.PacingParties),
            nameof(VenueSettings.PacingCovers),
        };
        Assert.Equal(
            numbers.Select(number => number.Name).Order(),
            SettingsSections.RuleNames.Concat(SettingsSections.FloorNames).Concat(schedule).Order()
        );
    }

    private static bool IsWrong(PropertyInfo number, int value)
    {
        var settings = new VenueSettings();
        number.SetValue(settings, value);
        return SettingsCheck.Wrong(settings).Contains(number.Name);
    }

    private static async Task<Refusal?> SaveAsync(
        TestVenue venue,
        Actor actor,
        VenueSettings seen,
        Action<VenueSettings> change,
        bool isKnown = false
    )
    {
        var wanted = seen.Copy();
        change(wanted);
        return (
            await venue.Services.GetRequiredService<SettingsService>().SaveAsync(actor, seen, wanted, isKnown, Cancel)
        ).Error;
    }
}
