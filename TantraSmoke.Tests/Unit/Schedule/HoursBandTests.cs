using TantraSmoke.Core.Entities;
using TantraSmoke.Web.Features.Schedule;

namespace TantraSmoke.Tests.Unit.Schedule;

public sealed class HoursBandTests
{
    private static readonly VenueClock Clock = TestVenue.Moscow;

    [Theory]
    [InlineData("12:00-14:00 14:00-16:00 16:00-18:00", "12:00-18:00/120/120")]
    // The night belongs to the evening before.
    [InlineData("00:00-02:00 20:00-22:00 22:00-00:00", "20:00-02:00/120/120")]
    // Overlapping ones begin in equal steps too.
    [InlineData("18:00-20:00 18:30-20:30 19:00-21:00", "18:00-21:00/30/120")]
    // A pause ends the band.
    [InlineData("12:00-14:00 14:00-16:00 18:00-20:00 20:00-22:00", "12:00-16:00/120/120 18:00-22:00/120/120")]
    [InlineData("12:00-14:00 14:00-15:00", "12:00-14:00/120/120 14:00-15:00/60/60")]
    [InlineData("06:00-06:00", "06:00-06:00/1440/1440")]
    [InlineData("", "")]
    public void Of_Slots_AreTheBandsTheyMakeUp(string slots, string bands)
    {
        var found = HoursBand.Of(slots.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Slot), Clock);

        Assert.Equal(
            bands,
            string.Join(' ', found.Select(band => $"{band.From:HH:mm}-{band.Until:HH:mm}/{band.Every}/{band.Length}"))
        );
    }

    [Fact]
    public void Of_AnySlots_HasAllOfThemAndNoneBesides()
    {
        var random = new Random(11);
        for (var turn = 0; turn < 500; turn++)
        {
            var slots = Enumerable
                .Range(0, random.Next(1, 14))
                .Select(_ => new TimeOnly(random.Next(24), 30 * random.Next(2)))
                .Select(start => new SlotHours(start, start.AddMinutes(30 * random.Next(1, 6))))
                .Distinct()
                .ToList();

            var bands = HoursBand.Of(slots, Clock);

            Assert.Equal(slots.ToHashSet(), bands.SelectMany(band => band.Slots).ToHashSet());
            Assert.Equal(slots.Count, bands.Sum(band => band.Slots.Count));
        }
    }

    [Fact]
    public void Rows_EqualNeighbours_AreOne()
    {
        var (noon, night) = (new SlotHours(new(12, 0), new(14, 0)), new SlotHours(new(1, 0), new(3, 0)));
        TimeSlot[] slots =
        [
            new(night.Start, night.End, Weekdays.Friday | Weekdays.Saturday),
            new(noon.Start, noon.End, Weekdays.All & ~Weekdays.Sunday),
            new(noon.Start, noon.End, Weekdays.Monday, specialDayId: 1),
        ];

        var rows = WeekRow.Of(slots, Clock);

        Assert.Equal([4, 2, 1], rows.Select(row => row.Days.Count));
        Assert.Equal(Weekdays.Friday | Weekdays.Saturday, rows[1].Set);
        Assert.Equal([noon, night], rows[1].Slots);
        Assert.Empty(rows[2].Slots);
    }

    private static SlotHours Slot(string text) => new(TimeOnly.Parse(text[..5], null), TimeOnly.Parse(text[6..], null));
}
