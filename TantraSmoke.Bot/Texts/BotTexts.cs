using System.Globalization;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Rooms;

namespace TantraSmoke.Bot.Texts;

/// <summary>
/// Everything the bot says. One class per language instead of resource files: a missing translation does not compile,
/// and plurals and word order are code. Texts that end up in a message are Telegram HTML; names passed in are escaped
/// by the caller.
/// </summary>
public abstract partial class BotTexts
{
    public static readonly BotTexts Russian = new RussianTexts();
    public static readonly BotTexts English = new EnglishTexts();

    protected abstract CultureInfo Culture { get; }

    /// <summary>Two letters, as <see cref="LocalText"/> takes them.</summary>
    public string Language => Culture.TwoLetterISOLanguageName;

    // Main menu
    public abstract string Book { get; }
    public abstract string MyBookings { get; }
    public abstract string About { get; }
    public abstract string AdminPanel { get; }
    public abstract string Welcome(string guest, string venue);
    public abstract string WordsHint { get; }

    /// <summary>What /start does, in Telegram's command menu.</summary>
    public abstract string StartCommand { get; }

    // Links
    public abstract string BookCommand { get; }
    public abstract string MyCommand { get; }
    public abstract string HelpCommand { get; }
    public abstract string LanguageCommand { get; }
    public abstract string AdminCommand { get; }

    /// <summary>What the language is called in itself.</summary>
    public abstract string LanguageName { get; }
    public abstract string AskLanguage { get; }
    public abstract string AsInTelegram { get; }
    public abstract string LanguageChosen { get; }
    public abstract string ChooseLanguage { get; }
    public abstract string HelpText { get; }
    public abstract string GroupHint { get; }
    public abstract string CopyCode(string code);
    public abstract string OtherTable(int wished);

    // The dialog
    public abstract string Back { get; }
    public abstract string Cancel { get; }
    public abstract string ToMenu { get; }
    public abstract string Canceled { get; }
    public abstract string StaleButton { get; }
    public abstract string BookedToast { get; }
    public abstract string RequestedToast { get; }
    public abstract string StartedOver { get; }
    public abstract string UseButtons { get; }
    public abstract string OnlyTextAndButtons { get; }
    public abstract string UnknownCommand { get; }
    public abstract string Apology { get; }

    /// <summary>For half a minute nothing of what they send is read.</summary>
    public abstract string TooManyMessages { get; }

    // Booking
    public abstract string AskParty { get; }
    public abstract string AskLargeParty { get; }
    public abstract string TooManyGuests(int largest, string phone);
    public abstract string NoTablesYet(string phone);
    public abstract string AskDay(int party);
    public abstract string FullDayMark { get; }
    public abstract string DayIsFull { get; }
    public abstract string NoDays(string phone);
    public abstract string AskTime(string day);
    public abstract string NoTimes(string day);
    public abstract string OtherDay { get; }
    public abstract string Check { get; }
    public abstract string HeldUntil(string time);
    public abstract string CommentHint { get; }
    public abstract string CommentLine(string comment);
    public abstract string Confirm { get; }
    public abstract string ChooseTable { get; }
    public abstract string AskTable { get; }
    public abstract string TableLine(string numbers, int seats, string description);

    /// <summary>"Table 9", "Tables 9 and 10"; plain text, in a list.</summary>
    public abstract string TableLabel(string numbers);
    public abstract string TableButton(string numbers, int seats, string description);
    public abstract string Party(int party);
    public abstract string Booked { get; }
    public abstract string Code(string code);
    public abstract string BookedHint { get; }
    public abstract string JustTaken { get; }

    /// <summary>Guests cannot book for now; says when they can again.</summary>
    public abstract string Paused(string opens, string phone);
    public abstract string ClosedDayMark { get; }
    public abstract string ClosedDay(string name);
    public abstract string SpecialDay(string name);

    // My bookings
    public abstract string NoBookings { get; }
    public abstract string Upcoming { get; }
    public abstract string PickBooking { get; }
    public abstract string CancelBooking { get; }
    public abstract string AskCancel { get; }
    public abstract string YesCancel { get; }
    public abstract string KeepIt { get; }
    public abstract string BookingCanceled { get; }
    public abstract string Status(BookingStatus status);

    // About
    public abstract string Address(string address);
    public abstract string Phone(string phone);

    // Admins
    public abstract string AdminTitle { get; }
    public abstract string GuestCount(int guests);
    public abstract string ComingBookings { get; }
    public abstract string NoComing { get; }
    public abstract string InitTables { get; }
    public abstract string DashboardLink { get; }
    public abstract string DashboardLinkText(string url);
    public abstract string Page(int page, int pages);
    public abstract string SeedResult(SeedReport report);
    public abstract SeedTexts Seed { get; }
    public abstract string SeedRefused(string problem);

    // Cards
    public abstract string GuestNewBooking { get; }
    public abstract string GuestRestoredBooking { get; }
    public abstract string GuestCanceledBooking(string phone);
    public abstract string GuestMovedBooking { get; }
    public abstract string Source(BookingSource source);

    /// <summary>A refusal in words, with what to do next. Plain text.</summary>
    public string Refusal(Refusal error, VenueClock clock) =>
        Worded(error as IChatFacing ?? new CommonRefusal.InvalidInput(""), clock);

    /// <summary>Covers every <see cref="IChatFacing"/> refusal; the others only occur in the dashboard.</summary>
    protected abstract string Worded(IChatFacing refusal, VenueClock clock);

    protected abstract string At(string time);
    protected abstract string On(string day, string time);
    protected abstract string Night(string from, string to);
    protected abstract string Today { get; }
    protected abstract string Tomorrow { get; }
    protected abstract string ThisNight { get; }
    protected abstract string ClocksChange(int minutes, bool goBack);

    /// <summary>Russian for Russian speakers, English for everybody else.</summary>
    public static BotTexts For(string? languageCode) =>
        languageCode is not null && (languageCode == "ru" || languageCode.StartsWith("ru-", StringComparison.Ordinal))
            ? Russian
            : English;

    /// <summary>"20:00".</summary>
    public static string Time(VenueClock clock, DateTimeOffset instant) =>
        clock.ToLocal(instant).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>"20:00–22:00".</summary>
    public static string Times(VenueClock clock, DateTimeOffset start, DateTimeOffset end) =>
        $"{Time(clock, start)}–{Time(clock, end)}";

    /// <summary>
    /// The same, with its length where clocks change in between: "01:00–04:00 (4 hours, clocks go back)".
    /// </summary>
    private string Sitting(VenueClock clock, DateTimeOffset start, DateTimeOffset end)
    {
        var times = Times(clock, start, end);
        if (!clock.ChangesBetween(start, end))
            return times;
        var goBack = clock.ToLocal(end) - clock.ToLocal(start) < end - start;
        return $"{times} ({ClocksChange((int)(end - start).TotalMinutes, goBack)})";
    }

    /// <summary>"20:00–22:00", or "night of Fri 20 → Sat 21, 01:30–03:30" so that nobody mistakes the date.</summary>
    public string SlotTimes(VenueClock clock, DateOnly day, DateTimeOffset start, DateTimeOffset end) =>
        clock.IsAfterMidnight(day, start)
            ? $"{Night(ShortDay(day), ShortDay(day.AddDays(1)))}, {Sitting(clock, start, end)}"
            : Sitting(clock, start, end);

    /// <summary>"Friday 20 November, 20:00–22:00", or the night between two days.</summary>
    public string When(VenueClock clock, DateOnly day, DateTimeOffset start, DateTimeOffset end) =>
        clock.IsAfterMidnight(day, start)
            ? SlotTimes(clock, day, start, end)
            : $"{LongDay(day)}, {Sitting(clock, start, end)}";

    /// <summary>"Fri 20 Nov, 20:00", or the night between two days.</summary>
    public string ShortWhen(VenueClock clock, DateOnly day, DateTimeOffset start) =>
        clock.IsAfterMidnight(day, start)
            ? $"{Night(ShortDay(day), ShortDay(day.AddDays(1)))}, {Time(clock, start)}"
            : $"{ShortDay(day)}, {Time(clock, start)}";

    /// <summary>"20:00", or "01:30 (night of Fri 20 → Sat 21)" after a word such as "from".</summary>
    public string TimeOfDay(VenueClock clock, DateOnly day, DateTimeOffset instant) =>
        clock.IsAfterMidnight(day, instant)
            ? $"{Time(clock, instant)} ({Night(ShortDay(day), ShortDay(day.AddDays(1)))})"
            : Time(clock, instant);

    /// <summary>
    /// "Today, Fri 20 Nov". After midnight the service day that still runs is "Tonight", and no day is "Tomorrow": half
    /// of those who read it would mean the other one.
    /// </summary>
    public string DayButton(VenueClock clock, DateOnly day, DateTimeOffset now)
    {
        var today = clock.ServiceDayOf(now);
        return (day.DayNumber - today.DayNumber, clock.IsAfterMidnight(today, now)) switch
        {
            (0, false) => $"{Today}, {ShortDay(day)}",
            (0, true) => ThisNight,
            (1, false) => $"{Tomorrow}, {ShortDay(day)}",
            _ => ShortDay(day),
        };
    }

    /// <summary>"Friday 20 November".</summary>
    public string LongDay(DateOnly day) => day.ToString("dddd d MMMM", Culture);

    /// <summary>"Fri 20 Nov".</summary>
    public string ShortDay(DateOnly day) => day.ToString("ddd d MMM", Culture).TrimEnd('.');

    /// <summary>What is still free at which times, for refusals: "18:00, 20:00, 22:00".</summary>
    protected static string FreeTimes(IEnumerable<SlotOffer> offers, VenueClock clock) =>
        string.Join(", ", offers.Take(5).OrderBy(o => o.StartsAt).Select(o => Time(clock, o.StartsAt)));

    /// <summary>"at 20:00", and on which day where it may be another.</summary>
    public string Opens(VenueClock clock, DateTimeOffset until, DateTimeOffset? now = null)
    {
        var local = clock.ToLocal(until);
        var isToday = now is { } at && clock.ToLocal(at).Date == local.Date;
        return isToday ? At(Time(clock, until)) : On(ShortDay(DateOnly.FromDateTime(local)), Time(clock, until));
    }

    /// <summary>"9", "9 and 10", "9, 10 and 11" of "9+10+11", each with the sign before it.</summary>
    public static string Listed(string numbers, string and, string sign = "") =>
        numbers.Split('+', StringSplitOptions.TrimEntries) is [.. { Length: > 0 } others, var last]
            ? $"{string.Join(", ", others.Select(n => sign + n))} {and} {sign}{last}"
            : sign + numbers;

    protected string Names(IEnumerable<int> numbers) => string.Join('+', numbers.Select(n => n.ToString(Culture)));
}
