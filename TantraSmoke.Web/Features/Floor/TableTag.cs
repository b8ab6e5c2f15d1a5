using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Floor;
using TantraSmoke.Web.Texts;
using static MudBlazor.Icons.Material;

namespace TantraSmoke.Web.Features.Floor;

/// <summary>Tag on a table: an icon and a few characters, so that the state is not shown by colour alone.</summary>
public readonly record struct TableTag(string Icon, string Text)
{
    public static readonly TableTag None = new("", "");

    public static TableTag Of(FloorTable table, VenueClock clock, DashboardTexts texts)
    {
        var (since, until) = Times(table, clock, texts);
        return table.State switch
        {
            TableState.Free => table.Until is null ? None : new TableTag("", texts.Till(until)),
            TableState.Soon or TableState.Booked or TableState.Late when table.Current?.ArrivedGuests is { } here =>
                new TableTag(Outlined.HowToReg, $"{here}/{table.Current.PartySize}"),
            TableState.Soon or TableState.Booked or TableState.Late when IsAsked(table) => new TableTag(
                Outlined.PendingActions,
                table.State == TableState.Booked ? since : texts.Minutes(table.Minutes)
            ),
            TableState.Soon => new TableTag(Outlined.Schedule, texts.Minutes(table.Minutes)),
            TableState.Held => new TableTag(Outlined.HourglassTop, ""),
            TableState.Booked => new TableTag(Outlined.EventSeat, since),
            TableState.Late => new TableTag(Outlined.PriorityHigh, texts.Minutes(table.Minutes)),
            TableState.Seated => new TableTag("", $"{since}–{until}"),
            TableState.Overrunning => new TableTag(Outlined.Alarm, $"+{texts.Minutes(table.Minutes)}"),
            TableState.Blocked => new TableTag(Outlined.Lock, until),
        };
    }

    /// <summary>The same as a sentence, for screen readers and the side panel.</summary>
    public static string Describe(FloorTable table, VenueClock clock, DashboardTexts texts)
    {
        var state = IsAsked(table) ? texts.BarState(BarState.Requested) : texts.TableState(table.State);
        var (since, until) = Times(table, clock, texts);
        return table.State switch
        {
            TableState.Free or TableState.Held or TableState.Blocked => table.Until is null
                ? state
                : $"{state} {texts.Till(until)}",
            TableState.Soon => $"{state}: {texts.At(until)}",
            TableState.Booked => $"{state}: {texts.At(since)}",
            TableState.Late => texts.Sentence(texts.LateBy(table.Minutes)),
            TableState.Seated or TableState.Overrunning => $"{state}: {texts.SinceUntil(since, until)}",
        };
    }

    /// <summary>Whether the next party is a request that awaits approval.</summary>
    public static bool IsAsked(FloorTable table) => table.Current?.Status == BookingStatus.Requested;

    /// <summary>Short name of the current or next party, or the reason of a block.</summary>
    public static string Who(FloorTable table, DashboardTexts texts) =>
        table.State switch
        {
            TableState.Free => "",
            TableState.Held or TableState.Blocked => table.Note?.In(texts.Language) ?? "",
            _ when table.Current is { } party => party.GuestName?.Split(' ')[0] ?? texts.Guests(party.PartySize),
            _ => "",
        };

    private static (string Since, string Until) Times(FloorTable table, VenueClock clock, DashboardTexts texts)
    {
        // A block may last for days.
        var today =
            table.State == TableState.Blocked && table.Since is { } since ? clock.ServiceDayOf(since) : (DateOnly?)null;
        return (
            At(table.Since),
            today is { } day && table.Until is { } end ? texts.ClockOrDate(clock, day, end) : At(table.Until)
        );

        string At(DateTimeOffset? instant) => instant is { } at ? texts.Clock(clock, at) : "";
    }
}
