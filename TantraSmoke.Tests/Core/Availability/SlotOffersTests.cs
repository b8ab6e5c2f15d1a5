using FsCheck;
using FsCheck.Fluent;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Schedule;
using TantraSmoke.Core.Settings;

namespace TantraSmoke.Tests.Core.Availability;

public sealed class SlotOffersTests
{
    private static readonly TableOption[] Options =
    [
        new([1], 1, 1, true, "1"), new([2], 2, 1, true, "2"), new([3], 2, 1, true, "3"), new([5], 4, 1, true, "5"),
        new([6], 4, 1, true, "6"), new([8], 6, 3, true, "8"), new([9], 4, 2, false, "9"), new([5, 6], 8, 5, true, "5+6"),
    ];

    [Theory]
    [InlineData(1, "1")]
    [InlineData(2, "2")]
    [InlineData(3, "5")]
    [InlineData(5, "8")]
    [InlineData(7, "5+6")]
    public void Free_EmptyRoom_BestFitIsTheSmallestThatSeatsThem(int party, string best) =>
        Assert.Equal(best, Free(party)[0].Name);

    [Fact]
    public void Free_ForGuests_LeavesOutTablesThatAreNotOnlineAndPartiesTooSmall()
    {
        Assert.DoesNotContain(Free(2), o => o.Name is "9" or "8" or "5+6");
        Assert.Contains(Free(2, forStaff: true), o => o.Name == "9");
        Assert.Empty(Free(9));
    }

    [Fact]
    public void Free_AmongEquals_TakesTheOneWhoseEveningIsCutUpLeast()
    {
        // Table 3 is taken right before: filling the hour after it strands nothing there.
        var taken = new BusyTime(3, At(16), At(18));
        Assert.Equal("3", TableAllocator.Free(Options, [taken], At(18), At(20), 2, false)[0].Name);
    }

    [Theory]
    [InlineData(12, 17, OfferState.Free)]
    [InlineData(12, 12, OfferState.Closed)]
    [InlineData(16, 16, OfferState.Closed)]
    [InlineData(16, 12, OfferState.Closed)]
    public void Of_PastAndTooCloseTimes_AreClosed(int nowHour, int slotHour, OfferState state)
    {
        var offers = SlotOffers.Of(Facts([new TimeSlot(new TimeOnly(slotHour, 15), new TimeOnly(slotHour + 1, 15))]), 2, At(nowHour));
        Assert.Equal(state, Assert.Single(offers).State);
    }

    [Fact]
    public void Of_SlotAcrossMidnight_BlocksTheNightAndNotTheMorning()
    {
        var late = new TimeSlot(new TimeOnly(22, 0), new TimeOnly(2, 0));
        var night = new TimeSlot(new TimeOnly(1, 0), new TimeOnly(3, 0));
        var (start, end) = TestVenue.Moscow.Occurrence(TestVenue.Day, late.Start, late.End)!.Value;
        var busy = Options.SelectMany(o => o.TableIds).Distinct().Select(t => new BusyTime(t, start, end)).ToList();

        var offers = SlotOffers.Of(Facts([late, night], busy), 2, At(12));

        Assert.Equal([OfferState.Full, OfferState.Full], offers.Select(o => o.State));
        Assert.Equal(OfferState.Free, Assert.Single(SlotOffers.Of(Facts([new TimeSlot(new TimeOnly(2, 0), new TimeOnly(4, 0))], busy), 2, At(12))).State);
    }

    [Fact]
    public void Of_AnyRoom_OffersOnlyWhatIsFreeAndFits() => Check.QuickThrowOnFailure(Prop.ForAll(Rooms().ToArbitrary(), room =>
    {
        var offers = SlotOffers.Of(Facts(room.Slots, room.Busy), room.Party, room.Now);
        return offers.Where(o => o.State == OfferState.Free).All(offer =>
            offer.Options.Count > 0
            && offer.StartsAt >= room.Now.AddMinutes(30)
            && offer.Options.All(o => o.Takes(room.Party) && o.IsOnline)
            && offer.Options.All(o => o.TableIds.All(t => !room.Busy.Any(b => b.TableId == t && b.StartsAt < offer.EndsAt && offer.StartsAt < b.EndsAt))));
    }));

    [Fact]
    public void Of_AnyRoom_LeavesNothingOut() => Check.QuickThrowOnFailure(Prop.ForAll(Rooms().ToArbitrary(), room =>
        SlotOffers.Of(Facts(room.Slots, room.Busy), room.Party, room.Now).Where(o => o.State != OfferState.Closed).All(offer =>
        {
            var fitting = Options.Where(o => o.IsOnline && o.Takes(room.Party)
                && o.TableIds.All(t => room.Busy.All(b => b.TableId != t || b.EndsAt <= offer.StartsAt || b.StartsAt >= offer.EndsAt)));
            return offer.Options.Select(o => o.Name).ToHashSet().SetEquals(fitting.Select(o => o.Name));
        })));

    private static IReadOnlyList<TableOption> Free(int party, bool forStaff = false) =>
        TableAllocator.Free(Options, [], At(18), At(20), party, forStaff);

    private static DateTimeOffset At(int hour, int minute = 0) => TestVenue.Moscow.ToUtc(TestVenue.Day, new TimeOnly(hour, minute));

    private static DayFacts Facts(IReadOnlyList<TimeSlot> slots, IReadOnlyList<BusyTime>? busy = null) =>
        new(TestVenue.Day, TestVenue.Moscow, Options, slots, busy ?? [], new VenueSettings());

    private sealed record Room(IReadOnlyList<TimeSlot> Slots, IReadOnlyList<BusyTime> Busy, int Party, DateTimeOffset Now);

    private static Gen<Room> Rooms() =>
        from starts in Gen.Choose(0, 95).ListOf(8)
        from busy in (from table in Gen.Choose(1, 9)
                      from start in Gen.Choose(0, 24 * 4)
                      from length in Gen.Choose(1, 16)
                      select (table, start, length)).ListOf(12)
        from party in Gen.Choose(1, 9)
        from now in Gen.Choose(0, 24 * 4)
        let opening = TestVenue.Moscow.Day(TestVenue.Day).Start
        select new Room(
            [.. starts.Select(s => new TimeSlot(new TimeOnly(s / 4, s % 4 * 15), new TimeOnly(s / 4, s % 4 * 15).AddHours(2)))],
            [.. busy.Select(b => new BusyTime(b.table, opening.AddMinutes(b.start * 15), opening.AddMinutes((b.start + b.length) * 15)))],
            party,
            opening.AddMinutes(now * 15));
}
