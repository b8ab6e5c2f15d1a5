using System.Globalization;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Floor;
using TantraSmoke.Web.Texts;
using static MudBlazor.Icons.Material;

namespace TantraSmoke.Web.Features.Timeline;

/// <summary>
/// How a bar is drawn; equal faces are not rendered again. Minutes are elapsed time since the first hour shown, so a
/// night with a clock change is an hour shorter or longer.
/// </summary>
/// <param name="From">Start of the bar.</param>
/// <param name="To">End of the bar.</param>
/// <param name="Start">Start of the booking itself, changed by moving and resizing.</param>
/// <param name="End">End of the booking.</param>
/// <param name="Moves">"both" (table and time), "table", or empty.</param>
/// <param name="Stretches">"both" ends, "end", or empty.</param>
public sealed record BarFace(
    string Key,
    string Css,
    string Icon,
    string Title,
    string Detail,
    string Label,
    int From,
    int To,
    int Start,
    int End,
    string Moves,
    string Stretches,
    Guid? BookingId,
    int Version,
    string TestId
)
{
    /// <summary>Minimum minutes for showing a name.</summary>
    private const int RoomForName = 45;

    public string Place =>
        string.Create(CultureInfo.InvariantCulture, $"--s:{From};--e:{To}{(HasRoom ? $";--room:{Room}" : "")}");

    /// <summary>Minutes until the next bar, available for a long name.</summary>
    public int Room { get; init; }

    public bool HasRoom => Room >= RoomForName;

    /// <summary>The bars of a table with the space behind each.</summary>
    public static IReadOnlyList<BarFace> Row(IEnumerable<TimelineBar> bars, TimelineDay day, DashboardTexts texts)
    {
        var faces = bars.Select(bar => Of(bar, day, texts)).ToList();
        var end = Minutes(day, day.To);
        return
        [
            .. faces.Select(face =>
                face with
                {
                    Room =
                        faces.Select(other => other.From).Where(from => from > face.From).Append(end).Min() - face.To,
                }
            ),
        ];
    }

    public static BarFace Of(TimelineBar bar, TimelineDay day, DashboardTexts texts)
    {
        var clock = day.Catalog.Clock;
        var (moves, stretches) = Freedom(bar);
        var state = texts.BarState(bar.State);
        var span = texts.Span(clock, bar.StartsAt, bar.EndsAt);
        var title = bar.Booking is { } booking
            ? booking.GuestName
                ?? (booking.Source == BookingSource.WalkIn ? texts.Source(booking.Source) : texts.NoName)
            : state;
        // The label starts with the visible text, so that voice control can refer to it.
        var (detail, label) = bar switch
        {
            { Booking: { } shown } => (
                $"{span}, {shown.PartySize.ToString(texts.Culture)}",
                $"{texts.Named(title)}, {span}, {texts.Guests(shown.PartySize)}, {state.ToLower(texts.Culture)}"
            ),
            { Note: { } note } => (note.In(texts.Language), $"{title}, {note.In(texts.Language)}, {span}"),
            _ => (span, $"{title}, {span}"),
        };
        return new BarFace(
            bar.Key,
            $"bar-{bar.State.ToString().ToLowerInvariant()} {Colours(bar.State)}",
            bar is { State: BarState.Seated, Booking.Source: BookingSource.WalkIn }
                ? Outlined.DirectionsWalk
                : Sign(bar.State),
            title,
            detail,
            clock.IsAfterMidnight(day.ServiceDay, bar.StartsAt) ? $"{label}, {texts.Night(day.ServiceDay)}" : label,
            Minutes(day, bar.StartsAt),
            Minutes(day, bar.EndsAt),
            Minutes(day, bar.Booking?.StartsAt ?? bar.StartsAt),
            Minutes(day, bar.Booking?.EndsAt ?? bar.EndsAt),
            moves,
            stretches,
            bar.Booking?.Id,
            bar.Booking?.Version ?? 0,
            $"bar-{bar.Booking?.Code ?? bar.State.ToString().ToLowerInvariant()}"
        );
    }

    /// <summary>Minutes since the first hour shown; may lie outside the shown range.</summary>
    internal static int Minutes(TimelineDay day, DateTimeOffset instant) =>
        (int)Math.Round((instant - day.From).TotalMinutes);

    private static (string Moves, string Stretches) Freedom(TimelineBar bar) =>
        bar.State switch
        {
            BarState.Requested or BarState.Booked or BarState.Confirmed or BarState.Late => ("both", "both"),
            BarState.Seated or BarState.Overrunning => ("table", "end"),
            BarState.Completed or BarState.NoShow or BarState.Held or BarState.Offered or BarState.Blocked => ("", ""),
        };

    /// <summary>The floor's colours, so that a state looks the same everywhere.</summary>
    internal static string Colours(BarState state) =>
        state switch
        {
            BarState.Requested => "ft-soon",
            BarState.Booked or BarState.Confirmed => "ft-booked",
            BarState.Late or BarState.NoShow => "ft-late",
            BarState.Seated => "ft-seated",
            BarState.Overrunning => "ft-overrunning",
            BarState.Completed => "ft-free",
            BarState.Held or BarState.Offered => "ft-held",
            BarState.Blocked => "ft-blocked",
        };

    internal static string Sign(BarState state) =>
        state switch
        {
            BarState.Requested => Outlined.PendingActions,
            BarState.Booked => Outlined.EventSeat,
            BarState.Confirmed => Outlined.EventAvailable,
            BarState.Late => Outlined.PriorityHigh,
            BarState.Seated => Outlined.Restaurant,
            BarState.Overrunning => Outlined.Alarm,
            BarState.Completed => Outlined.DoneAll,
            BarState.NoShow => Outlined.PersonOff,
            BarState.Held => Outlined.HourglassTop,
            BarState.Offered => Outlined.Loyalty,
            BarState.Blocked => Outlined.Lock,
        };
}
