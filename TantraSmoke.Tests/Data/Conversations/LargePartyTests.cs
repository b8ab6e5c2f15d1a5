using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Bot.Simulator;
using TantraSmoke.Bot.Texts;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;
using Telegram.Bot;
using Telegram.Bot.Requests;

namespace TantraSmoke.Tests.Data.Conversations;

/// <summary>
/// A large party asks in the chat; the staff answer under the card; both sides hear of it. In both languages, pressed
/// by label.
/// </summary>
public sealed class LargePartyTests
{
    private const long Group = -1001234567890;
    private const long AdminId = 42;
    private static readonly Dictionary<string, string?> WithStaff = new()
    {
        ["ADMIN_IDS_RAW"] = "42",
        ["STAFF_CHAT_ID"] = "-1001234567890",
    };

    public static TheoryData<string> Languages => ["ru", "en"];

    private static CancellationToken Cancel => TestVenue.Cancel;

    [Theory, MemberData(nameof(Languages))]
    public async Task Ask_IsToldThatItWaits_AndHearsTheYes(string language)
    {
        var (venue, guest, texts) = await AskedAsync(language);
        await using var _ = venue;
        var booking = await OnlyAsync(venue);
        Assert.Equal(BookingStatus.Requested, booking.Status);
        var waits = texts.AwaitsAnswer(texts.ShortWhen(TestVenue.Moscow, booking.AnswerBy!.Value));
        Assert.StartsWith(Plain(texts.RequestReceived), guest.Screen.Text, StringComparison.Ordinal);
        Assert.Contains(waits, guest.Screen.Text, StringComparison.Ordinal);
        await guest.TapAsync(texts.MyBookings);
        Assert.Contains(texts.RequestMark, guest.Screen.Text, StringComparison.Ordinal);
        await guest.TapAsync("⏳");
        Assert.Contains(waits, guest.Screen.Text, StringComparison.Ordinal);

        await Dialog.DeliverAsync(venue);
        var card = Assert.Single(Telegram(venue).Messages(Group));
        Assert.StartsWith(texts.StaffTitle(BookingStatus.Requested), card.Text, StringComparison.Ordinal);
        Assert.Equal([texts.ApproveIt, texts.DeclineIt, texts.SeatThem], card.Labels);
        await Dialog.With(venue, "Борис", language, AdminId).TapInAsync(Group, card, texts.ApproveIt);
        Assert.Equal(texts.StaffTitle(BookingStatus.Confirmed), Telegram(venue).LastToast(Group)?.Text);
        await Dialog.DeliverAsync(venue);

        Assert.StartsWith(Plain(texts.RequestApproved), guest.Screen.Text, StringComparison.Ordinal);
        Assert.StartsWith(
            texts.StaffTitle(BookingStatus.Confirmed),
            Assert.Single(Telegram(venue).Messages(Group)).Text,
            StringComparison.Ordinal
        );
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task Ask_IsDeclinedAfterAQuestion_AndTheGuestHasTheNextThingToDo(string language)
    {
        var (venue, guest, texts) = await AskedAsync(language);
        await using var _ = venue;
        await Dialog.DeliverAsync(venue);
        var admin = Dialog.With(venue, "Борис", language, AdminId);
        await admin.TapInAsync(Group, Card(venue), texts.DeclineIt);
        Assert.Contains(Plain(texts.AskDecline), Card(venue).Text, StringComparison.Ordinal);
        Assert.Equal(BookingStatus.Requested, (await OnlyAsync(venue)).Status);
        await admin.TapInAsync(Group, Card(venue), texts.KeepIt);
        await admin.TapInAsync(Group, Card(venue), texts.DeclineIt);
        await admin.TapInAsync(Group, Card(venue), texts.YesDecline);
        await Dialog.DeliverAsync(venue);

        Assert.Equal(BookingStatus.Canceled, (await OnlyAsync(venue)).Status);
        Assert.Contains(Plain(texts.RequestDeclined("")).Split('\n')[0], guest.Screen.Text, StringComparison.Ordinal);
        Assert.Equal([texts.BookAnother, texts.MyBookings], guest.Screen.Labels);
        var (answer, messages) = (guest.Screen, guest.Messages.Count(m => m.FromBot));
        await guest.TapAsync(texts.BookAnother);
        // The card has become the dialog: no trail of messages.
        Assert.StartsWith(Plain(texts.AskParty), guest.Screen.Text, StringComparison.Ordinal);
        Assert.Equal((answer.Id, messages - 1), (guest.Screen.Id, guest.Messages.Count(m => m.FromBot)));
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task Ask_NobodyAnswers_StaffAreRemindedUnderTheCardAndTheGuestHearsInTime(string language)
    {
        var (venue, guest, texts) = await AskedAsync(language);
        await using var _ = venue;
        await Dialog.DeliverAsync(venue);
        var by = (await OnlyAsync(venue)).AnswerBy!.Value;
        venue.Time.Advance(TimeSpan.FromMinutes(15));
        await Dialog.DeliverAsync(venue);
        var note = Telegram(venue).Messages(Group)[^1];
        Assert.StartsWith(
            Plain(texts.AnswerNeeded(texts.ShortWhen(TestVenue.Moscow, by))),
            note.Text,
            StringComparison.Ordinal
        );
        Assert.Equal(2, Telegram(venue).Messages(Group).Count);

        venue.Time.Set(by);
        await venue.Bookings.Clock.CatchUpAsync(Cancel);
        await Dialog.DeliverAsync(venue);

        Assert.StartsWith(Plain(texts.RequestExpired("")).Split(',')[0], guest.Screen.Text, StringComparison.Ordinal);
        Assert.Equal([texts.BookAnother, texts.MyBookings], guest.Screen.Labels);
        await guest.TapAsync(texts.MyBookings);
        Assert.Contains(
            guest.Screen.Labels,
            label => label.EndsWith(texts.Status(BookingStatus.Canceled), StringComparison.Ordinal)
        );
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task GuestChangesOrCancels_StaffHearItUnderTheCard_Once(string language)
    {
        await using var venue = await OpenAsync(language);
        var texts = BotTexts.For(language);
        List<SendMessageRequest> sent = [];
        venue.Services.GetRequiredService<ITelegramBotClient>().OnMakingApiRequest += (_, call, _) =>
        {
            if (call.Request is SendMessageRequest { ChatId.Identifier: Group } message)
                sent.Add(message);
            return ValueTask.CompletedTask;
        };
        var guest = await venue.GuestAsync();
        var booking = await venue.BookAsync(guest, 20);
        await Dialog.DeliverAsync(venue);
        var card = Card(venue);

        await venue.Bookings.Own.RescheduleAsync(
            guest,
            booking.Id,
            null,
            new RescheduleRequest(booking.ServiceDay, await venue.SlotAsync(22), 2),
            Cancel
        );
        await Dialog.DeliverAsync(venue);
        await venue.Bookings.Own.RescheduleAsync(
            guest,
            booking.Id,
            null,
            new RescheduleRequest(booking.ServiceDay, await venue.SlotAsync(22), 4),
            Cancel
        );
        await Dialog.DeliverAsync(venue);
        await venue.Bookings.Lifecycle.CancelAsync(guest, booking.Id, null, null, Cancel);
        await Dialog.DeliverAsync(venue);
        await Dialog.DeliverAsync(venue);

        Assert.Equal(card.Id, Card(venue).Id);
        Assert.Equal(3, sent.Skip(1).Count());
        Assert.StartsWith(texts.GuestChanged, sent[1].Text, StringComparison.Ordinal);
        Assert.StartsWith(texts.AnswerNeeded("").Split("</b>")[0], sent[2].Text, StringComparison.Ordinal);
        Assert.StartsWith(texts.GuestCanceled, sent[3].Text, StringComparison.Ordinal);
        Assert.All(sent.Skip(1), note => Assert.Equal(card.Id, note.ReplyParameters?.MessageId));
        Assert.All(sent, note => Assert.False(note.DisableNotification));
        // What staff do themselves makes no noise.
        var other = await venue.BookAsync(guest, 18);
        await Dialog.DeliverAsync(venue);
        await venue.Bookings.Lifecycle.CancelAsync(TestVenue.Anna, other.Id, null, null, Cancel);
        await Dialog.DeliverAsync(venue);
        Assert.Equal(5, sent.Count);
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task FoundByCode_ShowsTheSameButtons_AndTheyWork(string language)
    {
        var (venue, _, texts) = await AskedAsync(language);
        await using var opened = venue;
        var admin = Dialog.With(venue, "Борис", language, AdminId);
        await admin.SendAsync("/admin");
        await admin.TapAsync(texts.FindByCode);
        await admin.SendAsync((await OnlyAsync(venue)).Code.ToLowerInvariant());
        Assert.Equal([texts.ApproveIt, texts.DeclineIt, texts.SeatThem, texts.Back], admin.Screen.Labels);

        await admin.TapAsync(texts.DeclineIt);
        Assert.Equal([texts.YesDecline, texts.KeepIt, texts.Back], admin.Screen.Labels);
        await admin.TapAsync(texts.KeepIt);
        await admin.TapAsync(texts.ApproveIt);

        Assert.Equal(texts.StaffTitle(BookingStatus.Confirmed), admin.Toast?.Text);
        Assert.Contains(texts.StaffTitle(BookingStatus.Confirmed), admin.Screen.Text, StringComparison.Ordinal);
        Assert.Equal([texts.SeatThem, texts.NeverCame, texts.CancelBooking, texts.Back], admin.Screen.Labels);
        await admin.TapAsync(texts.NeverCame);
        Assert.True(admin.Toast?.IsAlert);
        await admin.TapAsync(texts.CancelBooking);
        await admin.TapAsync(texts.YesCancel);
        Assert.Equal(
            (BookingStatus.Canceled, "Борис"),
            (
                (await OnlyAsync(venue)).Status,
                (await venue.Queries.HistoryAsync((await OnlyAsync(venue)).Id, Cancel))[^1].ActorName
            )
        );
        await admin.TapAsync(texts.Back);
        Assert.Contains(texts.Tonight, admin.Screen.Labels);
    }

    [Fact]
    public async Task FoundByCode_ChangedMeanwhile_SaysSoAndDoesNothing()
    {
        var (venue, _, texts) = await AskedAsync("ru");
        await using var opened = venue;
        var admin = Dialog.With(venue, "Борис", id: AdminId);
        await admin.SendAsync("/admin");
        await admin.TapAsync(texts.FindByCode);
        await admin.SendAsync((await OnlyAsync(venue)).Code);
        await venue.Bookings.Approval.ApproveAsync(TestVenue.Anna, (await OnlyAsync(venue)).Id, null, Cancel);

        await admin.TapAsync(texts.SeatThem);

        Assert.True(admin.Toast?.IsAlert);
        Assert.Contains("Anna", admin.Toast?.Text, StringComparison.Ordinal);
        Assert.Equal(BookingStatus.Confirmed, (await OnlyAsync(venue)).Status);
        Assert.StartsWith(texts.StaffTitle(BookingStatus.Confirmed), admin.Screen.Text, StringComparison.Ordinal);
    }

    private static async Task<TestVenue> OpenAsync(string language)
    {
        var venue = await Dialog.OpenVenueAsync(variables: WithStaff);
        Telegram(venue).AddGroup(Group, "Персонал");
        await venue.SettingsAsync(s =>
            (s.ApprovalAbove, s.StaffLanguage) = (3, language == "ru" ? StaffLanguage.Russian : StaffLanguage.English)
        );
        return venue;
    }

    /// <summary>Four guests have asked for tomorrow at 20:00.</summary>
    private static async Task<(TestVenue Venue, Dialog Guest, BotTexts Texts)> AskedAsync(string language)
    {
        var (venue, texts) = (await OpenAsync(language), BotTexts.For(language));
        var guest = Dialog.With(venue, language: language);
        await guest.SendAsync("/start");
        await guest.TapAsync(texts.Book);
        await guest.TapAsync("4");
        await guest.TapAsync(guest.Screen.Labels.ElementAt(1));
        await guest.TapAsync("20:00");
        Assert.Contains(texts.WillBeAsked, guest.Screen.Text, StringComparison.Ordinal);
        await guest.TapAsync(texts.Confirm);
        return (venue, guest, texts);
    }

    private static async Task<BookingRow> OnlyAsync(TestVenue venue) =>
        Assert.Single(await venue.Queries.DayAsync(TestVenue.Day.AddDays(1), Cancel));

    private static SimulatedTelegram Telegram(TestVenue venue) =>
        venue.Services.GetRequiredService<SimulatedTelegram>();

    /// <summary>What was said first in the group.</summary>
    private static SimulatedMessage Card(TestVenue venue) => Telegram(venue).Messages(Group)[0];

    private static string Plain(string html) =>
        html.Replace("<b>", "", StringComparison.Ordinal).Replace("</b>", "", StringComparison.Ordinal);
}
