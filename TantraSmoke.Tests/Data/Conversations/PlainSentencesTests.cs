using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Bot.Screens;
using TantraSmoke.Core.Guests;
using TantraSmoke.Core.Talk;

namespace TantraSmoke.Tests.Data.Conversations;

/// <summary>
/// What people type to a bot, and the step each sentence leads to: "talk" is answered where the guest is and rings
/// nobody, "staff" goes to the staff. The guest has a booking for tomorrow; tables can be booked for 14 days.
/// </summary>
public sealed class PlainSentencesTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    private static readonly (string Language, string Typed, string Step)[] Sentences =
    [
        ("ru", "есть что-нибудь на пятницу вечером?", "Party"),
        ("ru", "есть что-нибудь на завтра вечером?", "Party"),
        ("ru", "найдётся столик на двоих завтра?", "Time"),
        ("ru", "завтра что-нибудь останется на троих?", "Time"),
        ("ru", "есть свободные места сегодня?", "Party"),
        ("ru", "можно к вам зайти завтра вдвоём?", "Time"),
        ("ru", "остались столики на субботу в 20:00 на двоих?", "Confirm"),
        ("en", "any table left for tonight, we're six", "Time"),
        ("en", "anything free tomorrow?", "Party"),
        ("en", "do you still have a table for two tomorrow at 8pm?", "Confirm"),
        ("en", "is there anything left for saturday for 4 people", "Time"),
        ("en", "any seats open tonight?", "Party"),
        ("ru", "завтра часов в девять, нас будет двое-трое", "Party"),
        ("ru", "завтра вдвоём часов в девять", "Time"),
        ("ru", "завтра в 20:00, нас будет двое-трое", "Party"),
        ("ru", "вдвоём часиков в 8 завтра", "Time"),
        ("en", "tomorrow around 8 for two people", "Time"),
        ("en", "2 or 3 people tomorrow at 8pm", "Party"),
        ("ru", "столик на новый год на двоих", "Day"),
        ("ru", "на рождество вдвоём", "Day"),
        ("ru", "хотим на день святого валентина столик на двоих", "Day"),
        ("en", "table for two on new year's eve", "Day"),
        ("en", "christmas eve for 2 people", "Day"),
        ("en", "table for 2 on valentine's day", "Day"),
        ("ru", "хотим прийти завтра", "Party"),
        ("ru", "хотим прийти", "Party"),
        ("ru", "хочу зайти сегодня вечером", "Party"),
        ("ru", "можно прийти завтра в 20:00?", "Party"),
        ("en", "we'd like to come tomorrow", "Party"),
        ("en", "can we come tonight?", "Party"),
        ("ru", "отмените бронь", "CancelBooking"),
        ("ru", "отмените бронь на завтра", "CancelBooking"),
        ("ru", "хочу отменить", "CancelBooking"),
        ("ru", "к сожалению, мы не придём", "CancelBooking"),
        ("en", "cancel my booking", "CancelBooking"),
        ("en", "I need to cancel", "CancelBooking"),
        ("en", "sorry, we can't make it", "CancelBooking"),
        ("ru", "перенесите бронь на воскресенье", "ChangeBooking"),
        ("ru", "можно перенести на час позже?", "ChangeBooking"),
        ("ru", "хочу изменить время", "ChangeBooking"),
        ("en", "can I move my booking to sunday?", "ChangeBooking"),
        ("en", "reschedule please", "ChangeBooking"),
        ("en", "change the time please", "ChangeBooking"),
        ("ru", "мы опаздываем на 20 минут", "MyBooking"),
        ("ru", "немного задержимся", "MyBooking"),
        ("en", "we're running late", "MyBooking"),
        ("en", "we will be 20 minutes late", "MyBooking"),
        ("ru", "покажи мои брони", "MyBookings"),
        ("ru", "какая у меня бронь?", "MyBookings"),
        ("en", "show my bookings", "MyBookings"),
        ("en", "what time is my reservation?", "MyBookings"),
        ("ru", "где вы находитесь?", "About"),
        ("ru", "какой у вас адрес?", "About"),
        ("ru", "как до вас добраться?", "About"),
        ("ru", "до скольки вы работаете?", "About"),
        ("ru", "вы сегодня открыты?", "About"),
        ("ru", "во сколько вы открываетесь завтра?", "About"),
        ("ru", "ваш телефон?", "About"),
        ("ru", "как вам позвонить?", "About"),
        ("en", "where are you?", "About"),
        ("en", "what's your address?", "About"),
        ("en", "how do I get there?", "About"),
        ("en", "what time do you close?", "About"),
        ("en", "opening hours?", "About"),
        ("en", "your phone number?", "About"),
        ("ru", "спасибо!", "talk"),
        ("ru", "Спасибо большое 🙏", "talk"),
        ("ru", "привет", "talk"),
        ("ru", "добрый вечер", "talk"),
        ("ru", "да", "talk"),
        ("ru", "👍", "talk"),
        ("ru", "до свидания", "talk"),
        ("en", "thanks!", "talk"),
        ("en", "thank you so much", "talk"),
        ("en", "hello", "talk"),
        ("en", "ok", "talk"),
        ("en", "see you tomorrow", "staff"),
        ("ru", ")))", "talk"),
        ("ru", "!!!", "talk"),
        ("ru", "завтра на 8 вечера, нас 4, у нас будет торт", "Confirm"),
        ("ru", "столик завтра в 20:00 на двоих, у меня день рождения", "Confirm"),
        ("en", "a table for 2 tomorrow at 20:00, it is our anniversary", "Confirm"),
        ("en", "saturday 21 november at 8pm, two of us", "Confirm"),
        ("en", "what about tomorrow at 20:00 for two?", "Confirm"),
        ("ru", "как насчёт завтра в 20:00 вдвоём?", "Confirm"),
        ("ru", "мой друг забронировал завтра на 20:00 на двоих", "staff"),
        ("ru", "у нас столик завтра, можно с тортом?", "staff"),
        ("ru", "можно с собакой?", "staff"),
        ("ru", "сколько стоит кальян?", "staff"),
        ("ru", "не отменяйте бронь, мы в пути", "staff"),
        ("ru", "если опоздаем, стол сохранится?", "staff"),
        ("ru", "вчера забыл у вас зонт", "staff"),
        ("ru", "мой телефон +7 916 123-45-67", "staff"),
        ("ru", "нет", "staff"),
        ("ru", "???", "staff"),
        ("en", "can we bring a cake?", "staff"),
        ("en", "is there a cancellation fee?", "staff"),
        ("en", "why was my booking cancelled?", "staff"),
        ("en", "do you have parking?", "staff"),
    ];

    private static readonly (string Typed, string Step, int Lines)[] SentencesAtTheTimes =
    [
        ("хочу на новый год, 6 человек", "Day", 0),
        ("на 8 марта", "Day", 0),
        ("в пятницу 13-го, нас трое, 20:00", "Day", 0),
        ("в воскресенье", "Time", 0),
        ("ой нет, в субботу 28-го", "Time", 0),
        ("лучше втроём", "Time", 0),
        ("ой, нас всё-таки четверо", "Time", 0),
        ("можно с собакой?", "Time", 1),
        ("а сколько стоит кальян", "Time", 1),
        ("с собакой", "Time", 0),
    ];

    [Fact]
    public async Task Sentence_LeadsToItsStep()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var wrong = new List<string>();
        foreach (var (language, typed, step) in Sentences)
        {
            var guest = Dialog.With(venue, language: language);
            await guest.SendAsync("/start");
            var known = await KnownAsync(venue, guest);
            var booking = await venue.BookAsync(known, 20, day: TestVenue.Day.AddDays(1));

            await guest.SendAsync(typed);

            wrong.AddRange(
                await WrongAsync(
                    venue,
                    guest,
                    typed,
                    step is "talk" or "staff" ? "Home" : step,
                    step == "staff" ? 1 : 0
                )
            );
            // There are fewer tables than sentences.
            await venue.Bookings.Book.ReleaseHoldAsync(known, Cancel);
            Assert.True((await venue.Bookings.Lifecycle.CancelAsync(known, booking.Id, null, null, Cancel)).Succeeded);
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task SaidAtTheTimes_IsNeverTakenForTheDayBefore_AndAQuestionGoesToStaff()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var wrong = new List<string>();
        foreach (var (typed, step, lines) in SentencesAtTheTimes)
        {
            var guest = Dialog.With(venue);
            await guest.SendAsync("завтра на двоих");

            await guest.SendAsync(typed);

            wrong.AddRange(await WrongAsync(venue, guest, typed, step, lines));
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task DayThatCannotBeBooked_AtTheConfirmation_IsAskedAnew_AndIsNoWish()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = Dialog.With(venue);
        await guest.SendAsync("завтра в 20:00 на двоих");

        await guest.SendAsync("лучше на 8 марта");

        Assert.Contains("На какой день?", guest.Screen.Text, StringComparison.Ordinal);
        Assert.Contains("14 дней", guest.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HourAtWhichNothingBegins_IsSaidAsSuch()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = Dialog.With(venue);

        await guest.SendAsync("завтра в 19:15 на двоих");

        Assert.Contains("С 19:15 забронировать нельзя", guest.Screen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("нет, лучше в воскресенье", "22 ноября", "20:00")]
    [InlineData("в воскресенье", "22 ноября", "20:00")]
    [InlineData("давайте в 18:00", "21 ноября", "18:00")]
    [InlineData("перенести на воскресенье", "22 ноября", "20:00")]
    public async Task Correction_AtTheConfirmation_ChangesTheBooking_AndIsNoWish(string typed, string day, string time)
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = Dialog.With(venue);
        await guest.SendAsync("завтра в 20:00 на двоих, у окна");
        Assert.Contains("💬 у окна", guest.Screen.Text, StringComparison.Ordinal);

        await guest.SendAsync(typed);

        Assert.Contains("Проверьте", guest.Screen.Text, StringComparison.Ordinal);
        Assert.Contains(day, guest.Screen.Text, StringComparison.Ordinal);
        Assert.Contains(time, guest.Screen.Text, StringComparison.Ordinal);
        Assert.Contains("💬 у окна", guest.Screen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("💬 " + typed, guest.Screen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("хочу на террасу в воскресенье в 18:00 втроём", "22 ноября", "на террасу")]
    [InlineData("стол 5, в воскресенье в 18:00", "21 ноября", "стол 5, в воскресенье в 18:00")]
    public async Task AnotherDayWithMore_AtTheConfirmation_ChangesTheBookingWhereItIsWishedFor(
        string typed,
        string day,
        string wish
    )
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = Dialog.With(venue);
        await guest.SendAsync("завтра в 20:00 на двоих");

        await guest.SendAsync(typed);

        Assert.Contains(day, guest.Screen.Text, StringComparison.Ordinal);
        Assert.Contains("💬 " + wish + "\n", guest.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Question_AtTheConfirmation_GoesToStaff_AndIsNoWish()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = Dialog.With(venue);
        await guest.SendAsync("завтра в 20:00 на двоих, у окна");

        await guest.SendAsync("а терраса открыта?");

        Assert.Contains("💬 у окна", guest.Screen.Text, StringComparison.Ordinal);
        Assert.Contains("Передали сотрудникам", guest.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TableByItsNumber_IsKeptAsSuch()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = Dialog.With(venue);

        await guest.SendAsync("стол 5 завтра в 18:00 на двоих");

        Assert.Contains("💬 стол 5", guest.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Yes_AtTheConfirmation_IsNoWish_AndBooksNothing()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = Dialog.With(venue);
        await guest.SendAsync("завтра в 20:00 на двоих");

        await guest.SendAsync("да");

        Assert.Contains("нажмите «✅ Всё верно»", guest.Screen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("💬", guest.Screen.Text, StringComparison.Ordinal);
        Assert.Empty(await venue.Queries.DayAsync(TestVenue.Day.AddDays(1), Cancel));
    }

    [Fact]
    public async Task Hours_AreSaidForTheDaysToCome()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = Dialog.With(venue);

        await guest.SendAsync("до скольки вы работаете?");

        Assert.Contains("пт 20 нояб", guest.Screen.Text, StringComparison.Ordinal);
        Assert.Matches(@"\d\d:\d\d–\d\d:\d\d", guest.Screen.Text);
    }

    private static async Task<Actor.Guest> KnownAsync(TestVenue venue, Dialog guest) =>
        (await venue.Services.GetRequiredService<GuestService>().ByTelegramAsync(guest.ChatId, Cancel))!;

    /// <summary>Where the sentence led, and how many lines it wrote to the staff, if that is not what was
    /// expected.</summary>
    private static async Task<IEnumerable<string>> WrongAsync(
        TestVenue venue,
        Dialog guest,
        string typed,
        string step,
        int lines
    )
    {
        var session = ChatSession.FromJson(
            (await venue.Services.GetRequiredService<ISessionStore>().LoadAsync(guest.ChatId, Cancel))!
        )!;
        var known = await KnownAsync(venue, guest);
        var thread = await venue.Services.GetRequiredService<TalkService>().OfGuestAsync(known.GuestId, Cancel);
        var expected = ((string)typeof(ScreenNames).GetField(step)!.GetRawConstantValue()!, lines);
        var actual = (session.Screen, thread.Lines.Count);
        return actual == expected ? [] : [$"{typed}: {actual}, not {expected}"];
    }
}
