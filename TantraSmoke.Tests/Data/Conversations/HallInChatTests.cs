using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;
using TantraSmoke.Bot;
using TantraSmoke.Bot.Caching;
using TantraSmoke.Bot.Pictures;
using TantraSmoke.Bot.Simulator;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Rooms;

namespace TantraSmoke.Tests.Data.Conversations;

/// <summary>Choosing the table by looking at a picture of the hall, and without pictures by a list.</summary>
public sealed class HallInChatTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Fact]
    public async Task Choose_ByPicture_ShowsNumbersDetailsAndBooks()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = Dialog.With(venue);
        await venue.BookAsync(TestVenue.Anna, 20, table: 7);
        await guest.ToConfirmationAsync(party: "4");
        var dialog = guest.Screen.Id;

        await guest.TapAsync("🪑 Выбрать стол");

        Assert.Equal(["• №5", "№6", "№8", "№9", "№10", "⬅️ Назад", "✖️ Отмена"], guest.Screen.Labels);
        Assert.Contains("20:00–22:00", guest.Screen.Text, StringComparison.Ordinal);
        Assert.Contains("серый — занят", guest.Screen.Text, StringComparison.Ordinal);
        var picture = Picture(venue, guest.Screen);
        Assert.InRange(picture.Length, 5_000, 200_000);
        Assert.InRange(PngSize.Of(picture).Width, 780, 1280);

        await guest.TapAsync("№8");
        Assert.Contains("Стол №8 (6 мест): Большой стол для компании", guest.Screen.Text, StringComparison.Ordinal);
        await guest.TapAsync("⬅️ Назад");
        await guest.TapAsync("№9");
        Assert.Contains("🚪 VIP", guest.Screen.Text, StringComparison.Ordinal);
        await guest.TapAsync("✅ Выбрать этот стол");
        Assert.Contains("№9", guest.Screen.Text, StringComparison.Ordinal);
        Assert.Null(guest.Screen.PhotoFileId);
        await guest.TapAsync("✅ Всё верно");

        Assert.Single(guest.Messages, m => m.FromBot);
        Assert.NotEqual(dialog, guest.Screen.Id);
        var booking = Assert.Single(await venue.Queries.DayAsync(TestVenue.Day, Cancel), b => b.GuestName == "Ирина");
        Assert.Equal([await venue.TableAsync(9)], booking.TableIds);
    }

    [Fact]
    public async Task Choose_InEnglish_ReadsWhatTheVenueWroteInEnglish_AndElseInRussian()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        await venue.Store.ChangeAsync(
            TestVenue.Boris,
            async db =>
            {
                var terrace = new Hall(new("Терраса", "Terrace"), 800, 600, 1);
                db.Halls.Add(terrace);
                await db.SaveChangesAsync(Cancel);
                var place = new TablePlace(300, 300, 90, 90, 0, TableShape.Round);
                db.Tables.Add(
                    new Table(
                        21,
                        terrace.Id,
                        8,
                        1,
                        new LocalText("У перил", "By the railing"),
                        place,
                        new LocalText("Навес", "Canopy")
                    )
                );
                db.Tables.Add(new Table(22, terrace.Id, 8, 1, "У печи", place with { X = 500 }, null));
                await db.SaveChangesAsync(Cancel);
            },
            Cancel
        );
        var guest = Dialog.With(venue, "John", "en");
        await guest.SendAsync("/start");
        foreach (var label in new[] { "🍽️ Book a table", "7+", "8", "Today", "20:00", "🪑 Choose a table" })
            await guest.TapAsync(label);

        await guest.TapAsync(
            guest.Screen.Labels.Single(label =>
                label.TrimStart('•', ' ').StartsWith("Terrace (", StringComparison.Ordinal)
            )
        );
        await guest.TapAsync(guest.Screen.Labels.Single(label => label.TrimStart('•', ' ') == "21"));
        Assert.Contains("By the railing", guest.Screen.Text, StringComparison.Ordinal);
        Assert.Contains("Canopy", guest.Screen.Text, StringComparison.Ordinal);
        await guest.TapAsync("⬅️ Back");
        await guest.TapAsync(guest.Screen.Labels.Single(label => label.TrimStart('•', ' ') == "22"));
        Assert.Contains("У печи", guest.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choose_InEnglish_SpeaksEnglish()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = Dialog.With(venue, "John", "en");
        await guest.SendAsync("/start");
        foreach (var label in new[] { "🍽️ Book a table", "7+", "8", "Today", "20:00", "🪑 Choose a table" })
            await guest.TapAsync(label);

        Assert.Contains("Which table would you like?", guest.Screen.Text, StringComparison.Ordinal);
        await guest.TapAsync("9 & 10");
        Assert.Contains("Tables 9 and 10 (10 seats)", guest.Screen.Text, StringComparison.Ordinal);
        await guest.TapAsync("✅ Take this table");
        await guest.TapAsync("✅ Confirm");

        Assert.Equal(
            [await venue.TableAsync(9), await venue.TableAsync(10)],
            Assert.Single(await venue.Queries.DayAsync(TestVenue.Day, Cancel)).TableIds
        );
    }

    [Fact]
    public async Task Choose_SeveralHalls_AreTabs()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        await AddTerraceAsync(venue, tables: 40);
        var guest = Dialog.With(venue);
        await guest.ToConfirmationAsync(party: "2");
        await guest.TapAsync("🪑 Выбрать стол");
        Assert.Equal(["• Главный зал (7)", "Терраса (40)"], guest.Screen.Labels.Take(2));
        var main = Picture(venue, guest.Screen);

        await guest.TapAsync("Терраса (40)");

        Assert.Equal(["Главный зал (7)", "• Терраса (40)"], guest.Screen.Labels.Take(2));
        Assert.NotEqual(main, Picture(venue, guest.Screen));
        Assert.InRange(Picture(venue, guest.Screen).Length, 5_000, 200_000);
        Assert.Equal(44, guest.Screen.Labels.Count());
        await guest.TapAsync("№139");
        await guest.TapAsync("⬅️ Назад");
        Assert.Equal("• Терраса (40)", guest.Screen.Labels.ElementAt(1));
        await guest.TapAsync("№139");
        await guest.TapAsync("✅ Выбрать этот стол");
        await guest.TapAsync("✅ Всё верно");
        Assert.Equal(
            [await venue.TableAsync(139)],
            Assert.Single(await venue.Queries.DayAsync(TestVenue.Day, Cancel)).TableIds
        );
    }

    [Fact]
    public async Task Details_OfATableWithPhoto_ShowIt()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var photo = TestPictures.Png(tail: 7).ToArray();
        Assert.True(
            (
                await venue
                    .Services.GetRequiredService<TablePhotoStore>()
                    .SetPhotoAsync(TestVenue.Boris, await venue.TableAsync(5), photo, Cancel)
            ).Succeeded
        );
        var guest = Dialog.With(venue);
        await guest.ToConfirmationAsync();
        await guest.TapAsync("🪑 Выбрать стол");
        var dialog = guest.Screen.Id;

        await guest.TapAsync("№5");

        Assert.Equal(photo, Picture(venue, guest.Screen));
        Assert.Equal(dialog, guest.Screen.Id);
        await guest.TapAsync("⬅️ Назад");
        Assert.NotEqual(photo, Picture(venue, guest.Screen));
        Assert.Single(guest.Messages, m => m.FromBot);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Take_SomebodyWasFaster_ShowsWhatElseIsFreeThen(bool isBeforeDetails)
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = Dialog.With(venue);
        await guest.ToConfirmationAsync(party: "2");
        await guest.TapAsync("🪑 Выбрать стол");
        if (isBeforeDetails)
            await venue.BookAsync(TestVenue.Anna, 20, table: 5);
        await guest.TapAsync("№5");
        if (isBeforeDetails)
        {
            Assert.DoesNotContain("✅ Выбрать этот стол", guest.Screen.Labels);
            await guest.TapAsync("⬅️ Назад");
        }
        else
        {
            await venue.BookAsync(TestVenue.Anna, 20, table: 5);
            await guest.TapAsync("✅ Выбрать этот стол");
            Assert.StartsWith("Стол №5 только что заняли", guest.Screen.Text, StringComparison.Ordinal);
        }

        Assert.NotNull(guest.Screen.PhotoFileId);
        Assert.DoesNotContain("№5", guest.Screen.Labels);
        await guest.TapAsync("№6");
        await guest.TapAsync("✅ Выбрать этот стол");
        await guest.TapAsync("✅ Всё верно");
        Assert.Contains("Столик забронирован", guest.Screen.Text, StringComparison.Ordinal);
        Assert.Equal(0, await venue.OverlapsAsync());
    }

    [Fact]
    public async Task Choose_ForABookingThatIsMoved_LeadsToTheConfirmation()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = Dialog.With(venue);
        await guest.ToConfirmationAsync();
        await guest.TapAsync("✅ Всё верно");
        await guest.TapAsync("📅 Мои брони");
        await guest.TapAsync("пт 20 нояб");
        await guest.TapAsync("🔄 Перенести");

        await guest.TapAsync("🪑");
        await guest.TapAsync("№6");
        await guest.TapAsync("✅ Выбрать этот стол");
        await guest.TapAsync("✅ Перенести");

        Assert.Equal(
            [await venue.TableAsync(6)],
            Assert.Single(await venue.Queries.DayAsync(TestVenue.Day, Cancel)).TableIds
        );
    }

    [Theory]
    [InlineData("fails")]
    [InlineData("hangs")]
    public async Task Choose_WithoutPictures_IsAListThatDoesTheSame(string how)
    {
        using var gate = new ManualResetEventSlim();
        await using var venue = await TestVenue.OpenAsync(
            TestDatabase.Sqlite,
            configure: (services, installation) =>
            {
                services.AddBot(installation);
                services.AddSingleton(_ => new SvgPainter(
                    TimeProvider.System,
                    new RecordedLog<SvgPainter>(),
                    (_, _) => Paint(),
                    TimeSpan.FromSeconds(1)
                ));
            }
        );
        var guest = Dialog.With(venue);

        await guest.ToConfirmationAsync(party: "2");
        await guest.TapAsync("🪑 Выбрать стол");
        Assert.Null(guest.Screen.PhotoFileId);
        Assert.StartsWith("№2 · 2 места · Столик на двоих", guest.Screen.Labels.First(), StringComparison.Ordinal);
        await guest.TapAsync("№5 · 4 места");
        await guest.TapAsync("✅ Выбрать этот стол");
        await guest.TapAsync("✅ Всё верно");

        Assert.Equal(
            [await venue.TableAsync(5)],
            Assert.Single(await venue.Queries.DayAsync(TestVenue.Day, Cancel)).TableIds
        );
        gate.Set();

        byte[] Paint()
        {
            if (how == "hangs")
                gate.Wait(Cancel);
            throw new DllNotFoundException("libSkiaSharp");
        }
    }

    [Fact]
    public async Task Choose_SameEveningByMany_IsUploadedOnce()
    {
        await using var server = await FakeBotApiServer.StartAsync();
        var variables = new Dictionary<string, string?>(TestServers.NextRedis())
        {
            ["BOT_TOKEN"] = server.Token,
            ["TELEGRAM_API_URL"] = server.Url,
        };
        await using var venue = await TestVenue.OpenAsync(
            TestDatabase.Sqlite,
            variables: variables,
            configure: (services, installation) => services.AddBot(installation)
        );
        Assert.IsType<RedisCache>(venue.Services.GetRequiredService<ISharedCache>());
        // The same server may remember what an earlier run has uploaded to another Telegram.
        await venue
            .Services.GetRequiredService<IConnectionMultiplexer>()
            .GetDatabase()
            .ScriptEvaluateAsync("return redis.call('FLUSHDB')");
        // All three hold the same evening's first table, so each sees the hall without what the others hold.
        for (var n = 1; n <= 3; n++)
        {
            var guest = new Dialog(
                venue,
                server.Telegram.AddPerson($"Guest {n}", languageCode: n == 2 ? "en" : "ru"),
                server.Telegram
            );
            if (n == 2)
            {
                await guest.SendAsync("/start");
                foreach (var label in new[] { "🍽️ Book a table", "2", "Today", "20:00", "🪑 Choose a table" })
                    await guest.TapAsync(label);
            }
            else
            {
                await guest.ToConfirmationAsync();
                await guest.TapAsync("🪑 Выбрать стол");
            }

            Assert.NotNull(guest.Screen.PhotoFileId);
            await guest.TapAsync(n == 2 ? "✖️ Cancel" : "✖️ Отмена");
        }

        Assert.Single(server.Calls, c => c.Call.Files.Count > 0);
        Assert.Equal(3, server.Count("editMessageMedia"));
        server.AssertAllRequestsMatchFacts();
    }

    [Fact]
    public async Task OldPicture_UnderTheFinger_BecomesTheDialogAgain()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = Dialog.With(venue);
        await guest.ToConfirmationAsync();
        await guest.TapAsync("🪑 Выбрать стол");
        var picture = guest.Screen;
        await guest.SendAsync("/start");

        Assert.DoesNotContain(guest.Messages, m => m.Id == picture.Id);
        Assert.Single(guest.Messages, m => m.FromBot);
        Assert.Contains("🍽️ Забронировать столик", guest.Screen.Labels);
    }

    [Fact]
    public async Task Hold_OverWhileLooking_IsSaidAndThePictureGoes()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = Dialog.With(venue);
        await guest.ToConfirmationAsync();
        await guest.TapAsync("🪑 Выбрать стол");
        venue.Time.Advance(TimeSpan.FromMinutes(6));

        await venue
            .Services.GetRequiredService<TantraSmoke.Bot.Dialogs.BackgroundDialogs>()
            .ExpireHoldAsync(guest.ChatId, Cancel);

        Assert.Null(Assert.Single(guest.Messages, m => m.FromBot).PhotoFileId);
        Assert.Contains(guest.Screen.Labels, l => l.StartsWith("20:00", StringComparison.Ordinal));
    }

    private static byte[] Picture(TestVenue venue, SimulatedMessage message) =>
        venue.Services.GetRequiredService<SimulatedTelegram>().File(message.PhotoFileId!)!.Content;

    private static Task AddTerraceAsync(TestVenue venue, int tables) =>
        venue.Store.ChangeAsync(
            TestVenue.Boris,
            async db =>
            {
                var terrace = new Hall("Терраса", 1200, 1400, 1);
                db.Halls.Add(terrace);
                await db.SaveChangesAsync(Cancel);
                foreach (var n in Enumerable.Range(0, tables))
                    db.Tables.Add(
                        new Table(
                            100 + n,
                            terrace.Id,
                            2,
                            1,
                            "У воды",
                            new TablePlace(100 + (n % 6 * 190), 100 + (n / 6 * 190), 90, 90, 0, TableShape.Round),
                            null
                        )
                    );
                await db.SaveChangesAsync(Cancel);
            },
            Cancel
        );
}
