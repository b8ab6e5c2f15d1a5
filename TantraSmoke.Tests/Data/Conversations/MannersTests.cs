using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Bot;
using TantraSmoke.Bot.Dialogs;
using TantraSmoke.Bot.Simulator;
using TantraSmoke.Core.Entities;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace TantraSmoke.Tests.Data.Conversations;

/// <summary>What people and phones do that no flow chart has.</summary>
public sealed class MannersTests
{
    private static int _update = 700_000;

    private static CancellationToken Cancel => TestVenue.Cancel;

    public static TheoryData<string, Message> NoText =>
        new()
        {
            {
                "photo",
                new Message
                {
                    Photo =
                    [
                        new PhotoSize
                        {
                            FileId = "p",
                            FileUniqueId = "p",
                            Width = 1,
                            Height = 1,
                        },
                    ],
                    Caption = "смотрите",
                }
            },
            {
                "album",
                new Message
                {
                    Photo =
                    [
                        new PhotoSize
                        {
                            FileId = "p",
                            FileUniqueId = "p",
                            Width = 1,
                            Height = 1,
                        },
                    ],
                    MediaGroupId = "7",
                }
            },
            { "sticker, voice or anything else", new Message() },
            {
                "a contact that nobody asked for",
                new Message
                {
                    Contact = new Contact { PhoneNumber = "+79160000000", FirstName = "Олег" },
                }
            },
        };

    [Theory, MemberData(nameof(NoText))]
    public async Task WhatIsNoText_IsAnsweredKindly_AndNothingIsLost(string what, Message message)
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = Dialog.With(venue);
        await guest.ToConfirmationAsync();

        for (var picture = 0; picture < (what == "album" ? 3 : 1); picture++)
            await HandleAsync(venue, guest, message);

        Assert.StartsWith("Я понимаю только кнопки и текст", guest.Screen.Text, StringComparison.Ordinal);
        Assert.Single(guest.Messages, m => m.FromBot);
        await guest.TapAsync("✅ Всё верно");
        Assert.Contains("Столик забронирован", guest.Screen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("عبد الرحمن")]
    [InlineData("👩‍👩‍👧‍👦🏳️‍🌈")]
    [InlineData("<i>&amp;</i></b>")]
    [InlineData("\u202Eгозеркало\u202C")]
    [InlineData("_*[](`~")]
    public async Task Names_OfAnyKind_AreShownAsTheyAre(string name)
    {
        await using var venue = await Dialog.OpenVenueAsync(
            variables: new Dictionary<string, string?> { ["ADMIN_IDS_RAW"] = "77" }
        );
        var telegram = venue.Services.GetRequiredService<SimulatedTelegram>();
        var (guest, admin) = (Dialog.With(venue, name), Dialog.With(venue, "Админ", id: 77));
        await admin.SendAsync("/start");
        await guest.ToConfirmationAsync();

        await guest.TapAsync("✅ Всё верно");
        await Dialog.DeliverAsync(venue);
        await guest.TapAsync("🏠");

        Assert.Contains($"Здравствуйте, {Plain.Name(name)}!", guest.Screen.Text, StringComparison.Ordinal);
        Assert.Contains(name.Trim('\u202E', '\u202C'), telegram.Messages(77)[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DialogDeletedByTheGuest_ComesAgainBelow()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = Dialog.With(venue);
        await guest.SendAsync("/start");
        var client = venue.Services.GetRequiredService<ITelegramBotClient>();
        await guest.TapAsync("🍽️ Забронировать столик");
        var shown = guest.Screen;
        // The tap is on its way while the message goes.
        venue.Services.GetRequiredService<SimulatedTelegram>().Tap(guest.ChatId, shown.Id, "2");
        await client.DeleteMessage(guest.ChatId, shown.Id, Cancel);
        await guest.SettleAsync();

        Assert.NotEqual(shown.Id, guest.Screen.Id);
        Assert.Contains("На какой день?", guest.Screen.Text, StringComparison.Ordinal);
        await guest.TapAsync("Сегодня");
        Assert.Single(guest.Messages, m => m.FromBot);
    }

    [Fact]
    public async Task DialogTooOldToEdit_ComesAgainBelow_AndGoesOnThere()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = Dialog.With(venue);
        await guest.SendAsync("/start");
        var old = guest.Screen;
        // Telegram edits nothing that is older than two days, and deletes nothing either.
        venue.Services.GetRequiredService<ITelegramBotClient>().OnMakingApiRequest += (_, call, _) =>
            call.Request switch
            {
                EditMessageTextRequest { MessageId: var edited } when edited == old.Id => throw new ApiRequestException(
                    "Bad Request: message can't be edited",
                    400
                ),
                DeleteMessageRequest { MessageId: var deleted } when deleted == old.Id => throw new ApiRequestException(
                    "Bad Request: message can't be deleted for everyone",
                    400
                ),
                _ => ValueTask.CompletedTask,
            };

        await guest.TapAsync(old, "🍽️ Забронировать столик");
        Assert.NotEqual(old.Id, guest.Screen.Id);
        Assert.StartsWith("Сколько вас будет?", guest.Screen.Text, StringComparison.Ordinal);
        await guest.TapAsync("2");
        await guest.TapAsync("Сегодня");
        await guest.TapAsync("20:00");
        await guest.TapAsync("✅ Всё верно");

        Assert.Contains("Столик забронирован", guest.Screen.Text, StringComparison.Ordinal);
        Assert.Single(await venue.Queries.DayAsync(TestVenue.Day, Cancel));
        // The old one could not be taken away; a tap there does nothing but draw how things stand.
        await guest.TapAsync(guest.Messages.Single(m => m.Id == old.Id), "🍽️ Забронировать столик");
        Assert.Single(await venue.Queries.DayAsync(TestVenue.Day, Cancel));
    }

    [Theory]
    [InlineData("а")]
    [InlineData("<")]
    [InlineData("👪")]
    public async Task MessageOf4096Characters_IsRefusedKindly_AndTheBookingGoesOn(string character)
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = Dialog.With(venue);
        await guest.ToConfirmationAsync();

        await guest.SendAsync(string.Concat(Enumerable.Repeat(character, 4096 / character.Length)));
        Assert.StartsWith("Пожелание слишком длинное: до 500 символов", guest.Screen.Text, StringComparison.Ordinal);
        var longest = string.Concat(Enumerable.Repeat(character, 500 / character.Length));
        await guest.SendAsync(longest);
        await guest.TapAsync("✅ Всё верно");

        Assert.Equal(longest, Assert.Single(await venue.Queries.DayAsync(TestVenue.Day, Cancel)).Details.Comment);
        Assert.Contains(longest, guest.Screen.Text, StringComparison.Ordinal);
        Assert.Single(guest.Messages, m => m.FromBot);
    }

    [Fact]
    public async Task TapEvery50Milliseconds_ActsOnce()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = Dialog.With(venue);
        await guest.ToConfirmationAsync();
        var (shown, telegram) = (guest.Screen, venue.Services.GetRequiredService<SimulatedTelegram>());
        var data = shown.Buttons[0][0].Value;

        // A phone that does not see the answer yet presses the same button again and again.
        for (var tap = 0; tap < 40; tap++)
            await HandleTapAsync(venue, guest, shown.Id, data);

        Assert.Single(await venue.Queries.DayAsync(TestVenue.Day, Cancel));
        Assert.Contains("Столик забронирован", guest.Screen.Text, StringComparison.Ordinal);
        Assert.Single(telegram.Messages(guest.ChatId), m => m.FromBot);
    }

    [Theory, OnBothDatabases]
    public async Task TwoPhonesOfOneGuest_TappingAtOnce_MakeOneBooking(TestDatabase database)
    {
        await using var venue = await Dialog.OpenVenueAsync(database);
        var guest = Dialog.With(venue);
        await guest.ToConfirmationAsync();
        var (shown, data) = (guest.Screen.Id, guest.Screen.Buttons[0][0].Value);

        // The pump would put them in order; two replicas behind a webhook may not.
        await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ =>
                    Task.Run(
                        () =>
                            HandleTapAsync(
                                venue,
                                guest,
                                shown,
                                data,
                                BotRegistration
                                    .Dialogs(venue.Services, venue.Services.GetRequiredService<ITelegramBotClient>())
                                    .Updates
                            ),
                        Cancel
                    )
                )
        );

        Assert.Single(await venue.Queries.DayAsync(TestVenue.Day, Cancel));
        Assert.Equal(0, await venue.OverlapsAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task BlockedBot_OrDeletedAccount_IsNotWrittenToAgainUntilTheyAreBack(bool isBlocked)
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var (guest, telegram) = (Dialog.With(venue), venue.Services.GetRequiredService<SimulatedTelegram>());
        await guest.ToConfirmationAsync();
        await guest.TapAsync("✅ Всё верно");
        var booking = Assert.Single(await venue.Queries.DayAsync(TestVenue.Day, Cancel));
        telegram.SetBlocked(guest.ChatId, true);
        await guest.SettleAsync();
        if (!isBlocked)
            Fail(venue, "Forbidden: user is deactivated");

        await venue.Bookings.Lifecycle.CancelAsync(TestVenue.Anna, booking.Id, null, null, Cancel);
        await Dialog.DeliverAsync(venue);

        var row = Assert.Single(
            await venue.Store.ReadAsync(
                db => Task.FromResult(db.Outbox.Where(m => m.Kind == OutboxKind.BookingCanceled).ToList()),
                Cancel
            )
        );
        Assert.True(row is { SentAt: null, FailedAt: not null, Attempts: 1 });
        Assert.True(
            await venue.Store.ReadAsync(
                db => Task.FromResult(db.Guests.Single(g => g.TelegramId == guest.ChatId).IsUnreachable),
                Cancel
            )
        );
        // A reminder of another booking is not even planned; when they write again, everything is as before.
        await venue.BookAsync(
            TestVenue.Anna,
            await venue.RequestAsync(20, day: TestVenue.Day.AddDays(3), guest: booking.GuestId)
        );
        Assert.Equal(
            0,
            await venue.Store.ReadAsync(
                db => Task.FromResult(db.Outbox.Count(m => m.SentAt == null && m.FailedAt == null)),
                Cancel
            )
        );
        telegram.SetBlocked(guest.ChatId, false);
        await guest.SendAsync("/start");
        Assert.False(
            await venue.Store.ReadAsync(
                db => Task.FromResult(db.Guests.Single(g => g.TelegramId == guest.ChatId).IsUnreachable),
                Cancel
            )
        );
    }

    private static void Fail(TestVenue venue, string description) =>
        venue.Services.GetRequiredService<ITelegramBotClient>().OnMakingApiRequest += (_, call, _) =>
            call.Request.MethodName == "sendMessage"
                ? throw new ApiRequestException(description, 403)
                : ValueTask.CompletedTask;

    private static Task HandleAsync(TestVenue venue, Dialog guest, Message message)
    {
        message.Id = Interlocked.Increment(ref _update);
        message.From = From(guest);
        message.Chat = new Chat { Id = guest.ChatId, Type = ChatType.Private };
        return venue
            .Services.GetRequiredService<UpdateDispatcher>()
            .HandleAsync(new Update { Id = Interlocked.Increment(ref _update), Message = message }, Cancel);
    }

    private static Task HandleTapAsync(
        TestVenue venue,
        Dialog guest,
        int messageId,
        string? data,
        UpdateDispatcher? replica = null
    ) =>
        (replica ?? venue.Services.GetRequiredService<UpdateDispatcher>()).HandleAsync(
            new Update
            {
                Id = Interlocked.Increment(ref _update),
                CallbackQuery = new CallbackQuery
                {
                    Id = Guid.NewGuid().ToString("N"),
                    From = From(guest),
                    Message = new Message
                    {
                        Id = messageId,
                        Chat = new Chat { Id = guest.ChatId, Type = ChatType.Private },
                    },
                    ChatInstance = "1",
                    Data = data,
                },
            },
            Cancel
        );

    private static User From(Dialog guest) =>
        new()
        {
            Id = guest.ChatId,
            FirstName = "Ирина",
            LanguageCode = "ru",
        };

    [Theory, OnBothDatabases]
    public async Task Words_WithACharacterThatNoDatabaseKeeps_AreReadWithoutIt(TestDatabase database)
    {
        await using var venue = await Dialog.OpenVenueAsync(database);
        var guest = Dialog.With(venue, "Ири\0на");
        await guest.ToConfirmationAsync();
        await guest.TapAsync("✅ Всё верно");
        await guest.TapAsync("📅 Мои брони");
        await guest.TapAsync("пт 20 нояб");
        await guest.TapAsync("💬 Пожелание");
        await guest.SendAsync("У \0окна");
        await guest.SendAsync("Спаси\0бо!");

        var (name, wish, said) = await venue.Store.ReadAsync(
            async db =>
                (
                    await db.Guests.Select(g => g.Name).SingleAsync(Cancel),
                    await db.Bookings.Select(b => b.Comment).SingleAsync(Cancel),
                    await db.Set<TalkMessage>().Select(m => m.Text).SingleAsync(Cancel)
                ),
            Cancel
        );
        Assert.Equal(("Ирина", "У окна", "Спасибо!"), (name, wish, said));
    }
}
