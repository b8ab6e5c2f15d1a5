using TantraSmoke.Core.Entities;

namespace TantraSmoke.Tests.Data.Conversations;

/// <summary>
/// A table asked for in plain words: the dialog opens at the first step that is missing, and ends at the confirmation.
/// </summary>
public sealed class PlainTalkTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Theory]
    [InlineData(
        "ru",
        "завтра в 20:00 на четверых",
        "Проверьте, пожалуйста",
        "суббота",
        "4",
        "✅ Всё верно",
        "Столик забронирован"
    )]
    [InlineData("en", "tomorrow 8pm for 4 people", "Please check", "Saturday", "4", "✅", "is booked")]
    public async Task Everything_OpensTheConfirmation_WithTheHold_AndBooksOnlyWithItsButton(
        string language,
        string typed,
        string check,
        string day,
        string party,
        string confirm,
        string booked
    )
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = Dialog.With(venue, language: language);
        await guest.SendAsync("/start");

        await guest.SendAsync(typed);

        Assert.Contains(check, guest.Screen.Text, StringComparison.Ordinal);
        Assert.Contains(day, guest.Screen.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(party, guest.Screen.Text, StringComparison.Ordinal);
        Assert.Contains("20:00–22:00", guest.Screen.Text, StringComparison.Ordinal);
        Assert.Contains("15:05", guest.Screen.Text, StringComparison.Ordinal);
        Assert.Single(guest.Messages, m => m.FromBot);
        Assert.Empty(await venue.Queries.DayAsync(TestVenue.Day.AddDays(1), Cancel));
        Assert.Equal(1, await venue.Store.ReadAsync(db => Task.FromResult(db.Claims.Count()), Cancel));
        await guest.TapAsync(confirm);
        Assert.Contains(booked, guest.Screen.Text, StringComparison.Ordinal);
        var made = Assert.Single(await venue.Queries.DayAsync(TestVenue.Day.AddDays(1), Cancel));
        Assert.Equal((4, null), (made.PartySize, made.Details.Comment));
    }

    [Theory]
    [InlineData("ru", "завтра в 20:00", "Сколько вас будет?", "3", "Проверьте")]
    [InlineData("ru", "вдвоём в 20:00", "На какой день?", "Завтра", "Проверьте")]
    [InlineData("ru", "в субботу вдвоём", "На какое время?", "20:00", "Проверьте")]
    [InlineData("ru", "в 20:00", "Сколько вас будет?", "3", "На какой день?")]
    [InlineData("ru", "хочу столик", "Сколько вас будет?", "3", "На какой день?")]
    [InlineData("en", "tomorrow at 8pm", "How many", "3", "Please check")]
    [InlineData("en", "2 people, 20:00", "Which day", "Tomorrow", "Please check")]
    [InlineData("en", "saturday for two people", "What time", "20:00", "Please check")]
    public async Task Parts_OpenTheFirstStepThatIsMissing_AndTheRestIsNotAskedAgain(
        string language,
        string typed,
        string asked,
        string answer,
        string next
    )
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = Dialog.With(venue, language: language);

        await guest.SendAsync(typed);
        Assert.Contains(asked, guest.Screen.Text, StringComparison.Ordinal);
        await guest.TapAsync(answer);

        Assert.Contains(next, guest.Screen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ru", "в пятницу в 20:00 на двоих", "выберите, пожалуйста, день", "На какой день?")]
    [InlineData("ru", "завтра в 25:00 вдвоём", "выберите, пожалуйста, время", "На какое время?")]
    [InlineData("ru", "завтра в 10 вдвоём", "выберите, пожалуйста, время", "На какое время?")]
    [InlineData("ru", "завтра в 19:30 вдвоём", "С 19:30 забронировать нельзя", "На какое время?")]
    [InlineData("ru", "вчера вдвоём", "Этот день уже прошёл", "На какой день?")]
    [InlineData("ru", "25.12 вдвоём", "не дальше чем на 14 дней", "На какой день?")]
    [InlineData(
        "ru",
        "завтра 50 человек",
        "до 10 гостей. Для большей позвоните: +7 495 000-00-00",
        "Сколько вас будет?"
    )]
    [InlineData("ru", "завтра на 4", "выберите, пожалуйста, сколько вас будет и время", "Сколько вас будет?")]
    [InlineData("en", "next friday at 8pm for 2", "please choose the day", "Which day")]
    [InlineData("en", "tomorrow at 7:30pm for 2", "Bookings don’t start at 19:30", "What time")]
    [InlineData("en", "yesterday for 2 people", "That day has passed", "Which day")]
    public async Task WhatIsNotCertain_IsSaidAndAsked(string language, string typed, string said, string asked)
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = Dialog.With(venue, language: language);

        await guest.SendAsync(typed);

        Assert.Contains(said, guest.Screen.Text, StringComparison.Ordinal);
        Assert.Contains(asked, guest.Screen.Text, StringComparison.Ordinal);
        Assert.Equal(0, await venue.Store.ReadAsync(db => Task.FromResult(db.Claims.Count()), Cancel));
    }

    [Fact]
    public async Task Back_LeadsThroughTheStepsThatWereNotAsked_AndChoosesAnew()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = Dialog.With(venue);
        await guest.SendAsync("завтра в 20:00 на двоих");

        await guest.TapAsync("⬅️ Назад");
        Assert.Contains("На какое время?", guest.Screen.Text, StringComparison.Ordinal);
        await guest.TapAsync("⬅️ Назад");
        Assert.Contains("На какой день?", guest.Screen.Text, StringComparison.Ordinal);
        await guest.TapAsync("⬅️ Назад");
        Assert.Contains("Сколько вас будет?", guest.Screen.Text, StringComparison.Ordinal);
        Assert.Equal(0, await venue.Store.ReadAsync(db => Task.FromResult(db.Claims.Count()), Cancel));
        await guest.TapAsync("3");
        Assert.Contains("На какой день?", guest.Screen.Text, StringComparison.Ordinal);
        await guest.TapAsync("Сегодня");
        Assert.Contains("На какое время?", guest.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task InTheMiddle_WordsAnswerTheStep_AndWhatWasSettledStays()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = Dialog.With(venue);
        await guest.SendAsync("/start");
        await guest.TapAsync("🍽️ Забронировать столик");

        await guest.SendAsync("4");
        Assert.Contains("👥 4 гостя", guest.Screen.Text, StringComparison.Ordinal);
        await guest.SendAsync("в субботу");
        Assert.Contains("👥 4 гостя, суббота 21 ноября", guest.Screen.Text, StringComparison.Ordinal);
        await guest.SendAsync("в 8 вечера");

        Assert.Contains("Проверьте", guest.Screen.Text, StringComparison.Ordinal);
        Assert.Contains("👥 4 гостя", guest.Screen.Text, StringComparison.Ordinal);
        Assert.Contains("20:00–22:00", guest.Screen.Text, StringComparison.Ordinal);
        Assert.Single(guest.Messages, m => m.FromBot);
    }

    [Fact]
    public async Task WordsBeyondTheForm_AreKeptAsTheWish_WithoutWhatWasUnderstood()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = Dialog.With(venue);

        await guest.SendAsync("Завтра в 20:00 вдвоём, у окна <и> подальше от колонок");
        Assert.Contains("💬 у окна <и> подальше от колонок", guest.Screen.Text, StringComparison.Ordinal);
        await guest.TapAsync("✅ Всё верно");

        Assert.Equal(
            "у окна <и> подальше от колонок",
            Assert.Single(await venue.Queries.DayAsync(TestVenue.Day.AddDays(1), Cancel)).Details.Comment
        );
    }

    [Theory]
    [InlineData("не в пятницу")]
    [InlineData("сколько стоит столик на двоих?")]
    [InlineData("+7 916 123-45-67")]
    [InlineData("можно с собакой?")]
    public async Task NotUnderstood_GetsTheButtons_AndGoesToTheStaff(string typed)
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = Dialog.With(venue);
        await guest.SendAsync("/start");
        var labels = guest.Screen.Labels.ToList();

        await guest.SendAsync(typed);

        Assert.Equal(labels, guest.Screen.Labels);
        Assert.Contains("Передали сотрудникам", guest.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FullTime_AndFullDay_OfferTheNextThing()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        await RepeatAndStayTests.FillAsync(venue, TestVenue.Day);
        var guest = Dialog.With(venue);

        await guest.SendAsync("сегодня в 20:00 вдвоём");

        Assert.Contains("На 20:00 столика нет", guest.Screen.Text, StringComparison.Ordinal);
        Assert.Contains("🔔 Нужного времени нет", guest.Screen.Labels);
    }

    [Fact]
    public async Task Pause_IsSaid_AndHoldsNothingThatBeginsInIt()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        await venue.SettingsAsync(s => s.OnlinePausedUntil = TestVenue.Friday.AddHours(2));
        var guest = Dialog.With(venue);

        await guest.SendAsync("сегодня на двоих");
        Assert.DoesNotContain(guest.Screen.Labels, label => label.StartsWith("16:00", StringComparison.Ordinal));
        Assert.Contains(guest.Screen.Labels, label => label.StartsWith("18:00", StringComparison.Ordinal));
        Assert.Equal(0, await venue.Store.ReadAsync(db => Task.FromResult(db.Claims.Count()), Cancel));

        await guest.SendAsync("завтра в 20:00 на двоих");
        Assert.Equal(1, await venue.Store.ReadAsync(db => Task.FromResult(db.Claims.Count()), Cancel));
        await guest.SendAsync("/start");
        Assert.Contains("на паузе", guest.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhileMoving_WordsDoNotLeaveTheBooking()
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = Dialog.With(venue);
        await guest.ToConfirmationAsync();
        await guest.TapAsync("✅ Всё верно");
        await guest.TapAsync("📅 Мои брони");
        await guest.TapAsync("пт");
        await guest.TapAsync("🔄 Перенести");
        await guest.TapAsync("📅 День");

        await guest.SendAsync("завтра в 18:00 на троих");

        Assert.Contains("На какой день?", guest.Screen.Text, StringComparison.Ordinal);
        await guest.TapAsync("Завтра");
        Assert.Contains("На какое время?", guest.Screen.Text, StringComparison.Ordinal);
        await guest.TapAsync("18:00");
        await guest.TapAsync("✅ Перенести");
        Assert.Equal(
            BookingStatus.Booked,
            Assert.Single(await venue.Queries.DayAsync(TestVenue.Day.AddDays(1), Cancel)).Status
        );
        Assert.Empty(await venue.Queries.DayAsync(TestVenue.Day, Cancel));
    }
}
