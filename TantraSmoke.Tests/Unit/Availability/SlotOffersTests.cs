using FsCheck;
using FsCheck.Fluent;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Tests.Unit.Availability;

public sealed class SlotOffersTests
{
    private static readonly TableOption[] Options =
    [
        new([1], 1, 1, true, "1"),
        new([2], 2, 1, true, "2"),
        new([3], 2, 1, true, "3"),
        new([5], 4, 1, true, "5"),
        new([6], 4, 1, true, "6"),
        new([8], 6, 3, true, "8"),
        new([9], 4, 2, false, "9"),
        new([5, 6], 8, 5, true, "5+6"),
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
        var offers = SlotOffers.Of(
            Facts([new TimeSlot(new TimeOnly(slotHour, 15), new TimeOnly(slotHour + 1, 15))]),
            2,
            At(nowHour)
        );
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
        Assert.Equal(
            OfferState.Free,
            Assert
                .Single(SlotOffers.Of(Facts([new TimeSlot(new TimeOnly(2, 0), new TimeOnly(4, 0))], busy), 2, At(12)))
                .State
        );
    }

    [Fact]
    public void Of_AnyRoom_OffersOnlyWhatIsFreeAndFits() =>
        Check.QuickThrowOnFailure(
            Prop.ForAll(
                Rooms().ToArbitrary(),
                room =>
                {
                    var offers = SlotOffers.Of(Facts(room.Slots, room.Busy), room.Party, room.Now);
                    return offers
                        .Where(o => o.State == OfferState.Free)
                        .All(offer =>
                            offer.Options.Count > 0
                            && offer.StartsAt >= room.Now.AddMinutes(30)
                            && offer.Options.All(o => o.Takes(room.Party) && o.IsOnline)
                            && offer.Options.All(o =>
                                o.TableIds.All(t =>
                                    !room.Busy.Any(b =>
                                        b.TableId == t && b.StartsAt < offer.EndsAt && offer.StartsAt < b.EndsAt
                                    )
                                )
                            )
                        );
                }
            )
        );

    [Fact]
    public void Of_AnyRoom_LeavesNothingOut() =>
        Check.QuickThrowOnFailure(
            Prop.ForAll(
                Rooms().ToArbitrary(),
                room =>
                    SlotOffers
                        .Of(Facts(room.Slots, room.Busy), room.Party, room.Now)
                        .Where(o => o.State != OfferState.Closed)
                        .All(offer =>
                        {
                            var fitting = Options.Where(o =>
                                o.IsOnline
                                && o.Takes(room.Party)
                                && o.TableIds.All(t =>
                                    room.Busy.All(b =>
                                        b.TableId != t || b.EndsAt <= offer.StartsAt || b.StartsAt >= offer.EndsAt
                                    )
                                )
                            );
                            return offer.Options.Select(o => o.Name).ToHashSet().SetEquals(fitting.Select(o => o.Name));
                        })
            )
        );

    [Theory]
    [InlineData(2, 90)]
    [InlineData(3, 110)]
    [InlineData(4, 110)]
    [InlineData(5, 120)]
    public void Of_TurnTimeBySize_EndsSoonerButNeverLaterThanTheSlot(int party, int minutes)
    {
        var rules = new VenueSettings { TurnTimes = "4:110 2:90 9:500" };
        var offer = Assert.Single(
            SlotOffers.Of(Facts([new TimeSlot(new TimeOnly(18, 0), new TimeOnly(20, 0))], rules: rules), party, At(12))
        );
        Assert.Equal(minutes, (offer.EndsAt - offer.StartsAt).TotalMinutes);
    }

    [Fact]
    public void Of_Buffer_KeepsTheGapOnBothSides()
    {
        var rules = new VenueSettings { BufferMinutes = 15 };
        TimeSlot[] slots = [new(new TimeOnly(18, 0), new TimeOnly(20, 0))];
        bool Offers(int table, params BusyTime[] busy) =>
            SlotOffers.Of(Facts(slots, busy, rules), 2, At(12))[0].Options.Any(o => o.TableIds.Contains(table));

        Assert.False(Offers(2, new BusyTime(2, At(16), At(17, 46))));
        Assert.True(Offers(2, new BusyTime(2, At(16), At(17, 45))));
        Assert.False(Offers(2, new BusyTime(2, At(20, 14), At(22))));
        Assert.True(Offers(2, new BusyTime(2, At(20, 15), At(22))));
    }

    [Fact]
    public void Of_WhileOnlineIsPaused_GuestsSeeWhatBeginsAfterItAndStaffEverything()
    {
        TimeSlot[] slots =
        [
            new TimeSlot(new TimeOnly(18, 0), new TimeOnly(20, 0)),
            new TimeSlot(new TimeOnly(20, 0), new TimeOnly(22, 0)),
        ];
        var facts = Facts(slots, rules: new VenueSettings { OnlinePausedUntil = At(19) });
        Assert.Equal(
            [OfferState.Closed, OfferState.Free],
            SlotOffers.Of(facts, 2, At(12)).Select(offer => offer.State)
        );
        Assert.Equal(
            [OfferState.Free, OfferState.Free],
            SlotOffers.Of(facts, 2, At(12), forStaff: true).Select(offer => offer.State)
        );
        facts = Facts(slots, rules: new VenueSettings { OnlinePausedUntil = At(13) });
        Assert.Equal([OfferState.Free, OfferState.Free], SlotOffers.Of(facts, 2, At(13)).Select(offer => offer.State));
    }

    [Fact]
    public void Of_PartyLargerThanGuestsMayBook_IsFullForThemOnly()
    {
        var facts = Facts(
            [new TimeSlot(new TimeOnly(18, 0), new TimeOnly(20, 0))],
            rules: new VenueSettings { LargestPartyOnline = 3 }
        );
        Assert.Equal(
            [OfferState.Free, OfferState.Full],
            new[] { 3, 4 }.Select(party => SlotOffers.Of(facts, party, At(12))[0].State)
        );
        Assert.Equal(OfferState.Free, SlotOffers.Of(facts, 4, At(12), forStaff: true)[0].State);
    }

    [Theory]
    [InlineData(2, null, 2, OfferState.Full)]
    [InlineData(3, null, 2, OfferState.Free)]
    [InlineData(null, 8, 3, OfferState.Full)]
    [InlineData(null, 8, 2, OfferState.Free)]
    public void Of_AsManyAsMayBegin_IsFullForGuestsOnly(int? parties, int? covers, int party, OfferState state)
    {
        var facts = Facts(
            [new TimeSlot(new TimeOnly(18, 0), new TimeOnly(20, 0))],
            rules: new VenueSettings { PacingParties = parties, PacingCovers = covers }
        ) with
        {
            // Two begin in that quarter of an hour; those before and after it do not count.
            Starts = [new(At(17, 59), 9), new(At(18), 2), new(At(18, 14), 4), new(At(18, 15), 9)],
        };
        Assert.Equal(state, SlotOffers.Of(facts, party, At(12))[0].State);
        Assert.Equal(OfferState.Free, SlotOffers.Of(facts, party, At(12), forStaff: true)[0].State);
    }

    [Fact]
    public void Count_AnyRoomAndRules_SaysWhatOfSays() =>
        Check.QuickThrowOnFailure(
            Prop.ForAll(
                Rooms().ToArbitrary(),
                Rules().ToArbitrary(),
                (room, rules) =>
                {
                    var facts = Facts(room.Slots, room.Busy, rules) with
                    {
                        Starts = [.. room.Busy.Select(b => new PartyStart(b.StartsAt, b.TableId))],
                    };
                    return new[] { false, true }.All(forStaff =>
                    {
                        var (offers, count) = (
                            SlotOffers.Of(facts, room.Party, room.Now, forStaff),
                            SlotOffers.Count(facts, room.Party, room.Now, forStaff)
                        );
                        return count.Slots == offers.Count(o => o.State != OfferState.Closed)
                            && count.FreeSlots == offers.Count(o => o.State == OfferState.Free);
                    });
                }
            )
        );

    [Fact]
    public void Of_AnyRoomAndRules_WhatIsOfferedKeepsEveryRule() =>
        Check.QuickThrowOnFailure(
            Prop.ForAll(
                Rooms().ToArbitrary(),
                Rules().ToArbitrary(),
                (room, rules) =>
                {
                    var gap = TimeSpan.FromMinutes(rules.BufferMinutes);
                    var facts = Facts(room.Slots, room.Busy, rules) with
                    {
                        Starts = [.. room.Busy.Select(b => new PartyStart(b.StartsAt, b.TableId))],
                    };
                    return SlotOffers
                        .Of(facts, room.Party, room.Now)
                        .Where(o => o.State == OfferState.Free)
                        .All(offer =>
                        {
                            var window = offer.StartsAt.UtcTicks / TimeSpan.FromMinutes(15).Ticks;
                            var together = room
                                .Busy.Where(b => b.StartsAt.UtcTicks / TimeSpan.FromMinutes(15).Ticks == window)
                                .ToList();
                            return offer.EndsAt - offer.StartsAt <= TimeSpan.FromHours(2)
                                && !(together.Count + 1 > rules.PacingParties)
                                && !(together.Sum(b => b.TableId) + room.Party > rules.PacingCovers)
                                && offer.Options.All(o =>
                                    o.TableIds.All(t =>
                                        !room.Busy.Any(b =>
                                            b.TableId == t
                                            && b.EndsAt > room.Now
                                            && b.StartsAt < offer.EndsAt + gap
                                            && b.EndsAt > offer.StartsAt - gap
                                        )
                                    )
                                );
                        });
                }
            )
        );

    private static IReadOnlyList<TableOption> Free(int party, bool forStaff = false) =>
        TableAllocator.Free(Options, [], At(18), At(20), party, forStaff);

    private static DateTimeOffset At(int hour, int minute = 0) =>
        TestVenue.Moscow.ToUtc(TestVenue.Day, new TimeOnly(hour, minute));

    private static DayFacts Facts(
        IReadOnlyList<TimeSlot> slots,
        IReadOnlyList<BusyTime>? busy = null,
        VenueSettings? rules = null
    ) => new(TestVenue.Day, TestVenue.Moscow, Options, slots, busy ?? [], rules ?? new VenueSettings());

    private static Gen<VenueSettings> Rules() =>
        from buffer in Gen.Elements(0, 10, 15, 180)
        from turn in Gen.Elements("", "2:60 4:90", "9:500")
        from parties in Gen.Elements<int?>(null, 1, 2)
        from covers in Gen.Elements<int?>(null, 4, 12)
        from largest in Gen.Elements<int?>(null, 4)
        select new VenueSettings
        {
            BufferMinutes = buffer,
            TurnTimes = turn,
            PacingParties = parties,
            PacingCovers = covers,
            LargestPartyOnline = largest,
        };

    private sealed record Room(
        IReadOnlyList<TimeSlot> Slots,
        IReadOnlyList<BusyTime> Busy,
        int Party,
        DateTimeOffset Now
    );

    private static Gen<Room> Rooms() =>
        from starts in Gen.Choose(0, 95).ListOf(8)
        from busy in (
            from table in Gen.Choose(1, 9)
            from start in Gen.Choose(0, 24 * 4)
            from length in Gen.Choose(1, 16)
            select (table, start, length)
        ).ListOf(12)
        from party in Gen.Choose(1, 9)
        from now in Gen.Choose(0, 24 * 4)
        let opening = TestVenue.Moscow.Day(TestVenue.Day).Start
        select new Room(
            [
                .. starts.Select(s => new TimeSlot(
                    new TimeOnly(s / 4, s % 4 * 15),
                    new TimeOnly(s / 4, s % 4 * 15).AddHours(2)
                )),
            ],
            [
                .. busy.Select(b => new BusyTime(
                    b.table,
                    opening.AddMinutes(b.start * 15),
                    opening.AddMinutes((b.start + b.length) * 15)
                )),
            ],
            party,
            opening.AddMinutes(now * 15)
        );
}
