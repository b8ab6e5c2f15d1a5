using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Schedule;

namespace TantraSmoke.Web.Features.Schedule;

/// <summary>Slots of equal length and distance as one band of the day; equal ends are 24 hours apart.</summary>
/// <param name="Every">Minutes from one start to the next.</param>
/// <param name="Length">Minutes per slot.</param>
public sealed record HoursBand(TimeOnly From, TimeOnly Until, int Every, int Length)
{
    private const int WholeDay = 24 * 60;

    /// <summary>A longer break between two slots starts another band.</summary>
    private const int LongestPause = 60;

    public IReadOnlyList<SlotHours> Slots =>
        WeekPlan.Every(From, Until, TimeSpan.FromMinutes(Every), TimeSpan.FromMinutes(Length));

    /// <summary>Minutes since the start of the service day.</summary>
    public static int Start(TimeOnly time, VenueClock clock) => (int)(time - clock.DayEnds).TotalMinutes;

    /// <summary>The same for an end: the end of the service day is a whole day, not 0.</summary>
    public static int End(TimeOnly time, VenueClock clock) =>
        Start(time, clock) is var minutes and > 0 ? minutes : WholeDay;

    /// <summary>The bands that consist of exactly these slots.</summary>
    public static IReadOnlyList<HoursBand> Of(IEnumerable<SlotHours> slots, VenueClock clock)
    {
        var bands = new List<HoursBand>();
        int? step = null;
        foreach (var slot in slots.Distinct().OrderBy(slot => Start(slot.Start, clock)).ThenBy(slot => LengthOf(slot)))
        {
            if (bands is [.., var last] && last.Length == LengthOf(slot) && Goes(last, slot, step, clock) is { } every)
            {
                step = every;
                bands[^1] = last with { Until = slot.End, Every = every };
                continue;
            }

            step = null;
            bands.Add(new HoursBand(slot.Start, slot.End, LengthOf(slot), LengthOf(slot)));
        }

        return bands;
    }

    /// <summary>The distance of this slot from the band's last one; null if it does not continue the band.</summary>
    private static int? Goes(HoursBand band, SlotHours next, int? step, VenueClock clock)
    {
        var latest = band.Slots[^1].Start;
        var every = Start(next.Start, clock) - Start(latest, clock);
        var whole = Start(next.Start, clock) - Start(band.From, clock) + band.Length;
        return
            every > 0 && whole <= WholeDay && (step is { } known ? every == known : every <= band.Length + LongestPause)
            ? every
            : null;
    }

    private static int LengthOf(SlotHours slot) =>
        slot.End == slot.Start ? WholeDay : (int)(slot.End - slot.Start).TotalMinutes;
}
