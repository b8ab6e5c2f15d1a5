using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Live;
using TantraSmoke.Core.Notifications;
using TantraSmoke.Core.Sending;
using TantraSmoke.Core.Talk;

namespace TantraSmoke.Tests.Data.Sending;

public sealed class OutboxDispatcherTests
{
    private readonly Messenger _messenger = new();

    private static CancellationToken Cancel => TestVenue.Cancel;

    [Theory, OnBothDatabases]
    public async Task Dispatch_TwoAtOnce_NeverSendTheSameRowTwice(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        await AddAsync(venue, [.. Enumerable.Range(1, 60).Select(n => ($"m{n}", 1000L + n))]);
        _messenger.Answer = async _ =>
        {
            await Task.Delay(5, Cancel);
            return SendOutcome.Sent;
        };

        await Task.WhenAll(
            Enumerable
                .Range(0, 2)
                .Select(_ =>
                    Task.Run(
                        async () =>
                        {
                            var dispatcher = Dispatcher(venue);
                            while (_messenger.Sent.Count < 60)
                                await dispatcher.DispatchAsync(Cancel);
                        },
                        Cancel
                    )
                )
        );

        Assert.Equal(60, _messenger.Sent.Count);
        Assert.Equal(60, _messenger.Sent.Distinct().Count());
        Assert.All(
            await RowsAsync(venue),
            row => Assert.True(row is { SentAt: not null, FailedAt: null, LockedUntil: null, Attempts: 1 })
        );
    }

    [Theory, OnBothDatabases]
    public async Task Dispatch_TwoAtOnce_KeepTheOrderWithinAChat(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        // More than one batch, so that both get something to do while the first chat is still busy.
        await AddAsync(
            venue,
            [.. from n in Enumerable.Range(1, 3) from chat in Enumerable.Range(1, 9) select ($"{n}", (long)chat)]
        );

        await Task.WhenAll(
            Enumerable
                .Range(0, 2)
                .Select(_ =>
                    Task.Run(
                        async () =>
                        {
                            var dispatcher = Dispatcher(venue);
                            while (_messenger.Sent.Count < 27)
                            {
                                if (await dispatcher.DispatchAsync(Cancel) == 0)
                                    await Task.Delay(20, Cancel);
                            }
                        },
                        Cancel
                    )
                )
        );

        foreach (var chat in _messenger.Log.GroupBy(m => m.ChatId))
            Assert.Equal(["1", "2", "3"], chat.Select(m => m.DedupeKey.Split(':')[0]));
    }

    [Theory, OnBothDatabases]
    public async Task TryAgain_WaitsAsLongAsAsked_AndLaterOnesOfThatChatWaitBehindIt(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        await AddAsync(venue, ("a1", 1), ("a2", 1), ("b1", 2));
        _messenger.Answer = m =>
            Task.FromResult(
                m.ChatId == 1 && m.Attempts == 1 && Name(m) == "a1"
                    ? new SendOutcome(SendResult.TryAgain, TimeSpan.FromSeconds(90), "Too Many Requests")
                    : SendOutcome.Sent
            );
        var dispatcher = Dispatcher(venue);

        await dispatcher.DispatchAsync(Cancel);
        await AddAsync(venue, ("a3", 1), ("b2", 2));
        venue.Time.Advance(TimeSpan.FromSeconds(89));
        await dispatcher.DispatchAsync(Cancel);

        Assert.Equal(["b1", "b2"], _messenger.Sent.Order());
        var waiting = (await RowsAsync(venue)).First();
        Assert.Equal(
            (null, TestVenue.Friday.AddSeconds(90), "Too Many Requests"),
            (waiting.SentAt, waiting.DueAt, waiting.LastError)
        );

        venue.Time.Advance(TimeSpan.FromSeconds(1));
        await dispatcher.DispatchAsync(Cancel);
        Assert.Equal(["a1", "a2", "a3"], _messenger.Sent.Skip(2));
        // Those behind it were not tried meanwhile.
        Assert.Equal([2, 1, 1], (await RowsAsync(venue)).Where(m => m.ChatId == 1).Select(m => m.Attempts));
    }

    [Fact]
    public async Task TryAgain_WithoutAWord_BacksOffLongerEachTime()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        await AddAsync(venue, ("a", 1));
        _messenger.Answer = _ => throw new InvalidOperationException("the words are missing");
        var dispatcher = Dispatcher(venue);

        var waits = new List<double>();
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal(1, await dispatcher.DispatchAsync(Cancel));
            var row = Assert.Single(await RowsAsync(venue));
            waits.Add((row.DueAt - venue.Time.GetUtcNow()).TotalSeconds);
            Assert.Equal("the words are missing", row.LastError);
            venue.Time.Set(row.DueAt);
        }

        Assert.Equal([2, 4, 8, 16], waits);
    }

    [Theory, OnBothDatabases]
    public async Task Unreachable_GivesUp_AndTheGuestIsLeftAloneUntilTheyWrite(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var guest = await venue.GuestAsync();
        await AddAsync(venue, ("a", 1001));
        _messenger.Answer = _ =>
            Task.FromResult(new SendOutcome(SendResult.Unreachable, null, "Forbidden: bot was blocked by the user"));
        var dispatcher = Dispatcher(venue);

        await dispatcher.DispatchAsync(Cancel);
        venue.Time.Advance(TimeSpan.FromDays(1));

        Assert.Equal(0, await dispatcher.DispatchAsync(Cancel));
        var row = Assert.Single(await RowsAsync(venue));
        Assert.Equal(
            (TestVenue.Friday, null, "Forbidden: bot was blocked by the user"),
            (row.FailedAt!.Value, row.SentAt, row.LastError)
        );
        Assert.True(await UnreachableAsync(venue, guest.GuestId));

        var booking = await venue.BookAsync(guest, 20, table: 5, day: TestVenue.Day.AddDays(2));
        await venue.Bookings.Lifecycle.CancelAsync(TestVenue.Anna, booking.Id, null, null, Cancel);
        Assert.Single(await RowsAsync(venue));

        await venue.GuestAsync();
        Assert.False(await UnreachableAsync(venue, guest.GuestId));
    }

    [Theory, OnBothDatabases]
    public async Task Crash_BetweenSendingAndNoting_SendsItAgainOnceTheLeaseIsOver(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        await AddAsync(venue, ("a", 1));
        // A dispatcher that took it and died.
        var now = venue.Time.GetUtcNow();
        await venue.Store.ChangeAsync(
            TestVenue.Boris,
            db => db.TakeDueMessagesAsync(now, now + OutboxDispatcher.Lease, 20, [], Cancel),
            Cancel
        );
        var dispatcher = Dispatcher(venue);

        venue.Time.Advance(OutboxDispatcher.Lease - TimeSpan.FromSeconds(1));
        Assert.Equal(0, await dispatcher.DispatchAsync(Cancel));
        venue.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await dispatcher.DispatchAsync(Cancel));

        Assert.Equal(["a"], _messenger.Sent);
        Assert.Equal(2, Assert.Single(await RowsAsync(venue)).Attempts);
    }

    [Fact]
    public async Task Running_NewMessage_IsSentSoon()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        using var dispatcher = Dispatcher(venue);
        await dispatcher.StartAsync(Cancel);

        await AddAsync(venue, ("a", 1));
        await Eventually.Holds(() => _messenger.Sent.Count == 1, "the message is sent", Cancel);

        await dispatcher.StopAsync(Cancel);
    }

    [Theory, OnBothDatabases]
    public async Task StaffChat_ThatHasToWait_HoldsUpNobodyElse(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        // A group takes a message a second and twenty a minute; its time stands still.
        await AddAsync(venue, [.. Enumerable.Range(1, 100).Select(n => ($"card{n}", -500L))]);
        await AddAsync(venue, ("reminder", 1), ("answer", 2));
        using var dispatcher = Dispatcher(venue, new RateLimiter(venue.Time));
        await dispatcher.StartAsync(Cancel);

        await Eventually.Holds(
            () => _messenger.Sent.Count == 3,
            "one card, the reminder and the answer are sent",
            Cancel
        );

        Assert.Equal(["answer", "card1", "reminder"], _messenger.Sent.Order());
        await dispatcher.StopAsync(Cancel);
        // What waited for its turn was not tried and may be taken at once.
        Assert.All(
            (await RowsAsync(venue)).Where(m => m.SentAt == null),
            m => Assert.Equal((0, null), (m.Attempts, m.LockedUntil))
        );
    }

    [Theory, OnBothDatabases]
    public async Task SlowChat_HoldsUpNobodyElse_AndItsMessageIsSentOnceHoweverLongItTakes(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var slow = new TaskCompletionSource<SendOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        await AddAsync(venue, ("slow", 1), ("behind", 1));
        await AddAsync(venue, [.. Enumerable.Range(2, 50).Select(n => ($"m{n}", (long)n))]);
        _messenger.Answer = m => Name(m) == "slow" ? slow.Task : Task.FromResult(SendOutcome.Sent);
        using var one = Dispatcher(venue);
        using var other = Dispatcher(venue);
        await one.StartAsync(Cancel);
        await Eventually.Holds(() => _messenger.Sent.Count == 50, "everybody else is served", Cancel);

        // Longer than the lease, which the living dispatcher renews.
        for (var seconds = 0; seconds < 30; seconds += 2)
        {
            venue.Time.Advance(TimeSpan.FromSeconds(2));
            var now = venue.Time.GetUtcNow();
            await Eventually.Holds(
                async () => (await RowsAsync(venue))[0].LockedUntil > now.AddSeconds(4),
                "the lease is renewed",
                TimeSpan.FromSeconds(20),
                Cancel
            );
            Assert.Equal(0, await other.DispatchAsync(Cancel));
        }

        slow.SetResult(SendOutcome.Sent);
        await Eventually.Holds(() => _messenger.Sent.Contains("behind"), "the next of that chat follows", Cancel);
        await one.StopAsync(Cancel);
        Assert.All(await RowsAsync(venue), m => Assert.Equal((1, true), (m.Attempts, m.SentAt is not null)));
    }

    private OutboxDispatcher Dispatcher(TestVenue venue, RateLimiter? pace = null) =>
        new(
            venue.Store,
            venue.Services.GetRequiredService<VenueFeed>(),
            _messenger,
            venue.Services.GetRequiredService<TalkService>(),
            venue.Services.GetRequiredService<StaffChats>(),
            pace ?? new RateLimiter(TimeProvider.System),
            venue.Time,
            NullLogger<OutboxDispatcher>.Instance
        );

    private static Task AddAsync(TestVenue venue, params (string Name, long Chat)[] messages) =>
        venue.Store.ChangeAsync(
            TestVenue.Boris,
            db =>
            {
                foreach (var (name, chat) in messages)
                    db.Outbox.Add(
                        new OutboxMessage(
                            OutboxKind.BookingCreated,
                            chat,
                            forGuest: true,
                            Guid.NewGuid(),
                            TestVenue.Friday,
                            $"{name}:{chat}"
                        )
                    );
                return db.SaveChangesAsync(Cancel);
            },
            Cancel
        );

    private static Task<List<OutboxMessage>> RowsAsync(TestVenue venue) =>
        venue.Store.ReadAsync(db => db.Outbox.OrderBy(m => m.Id).ToListAsync(Cancel), Cancel);

    private static Task<bool> UnreachableAsync(TestVenue venue, long guestId) =>
        venue.Store.ReadAsync(
            db => db.Guests.Where(g => g.Id == guestId).Select(g => g.IsUnreachable).SingleAsync(Cancel),
            Cancel
        );

    private static string Name(OutboxMessage message) => message.DedupeKey.Split(':')[0];

    private sealed class Messenger : IGuestMessenger
    {
        public ConcurrentQueue<OutboxMessage> Log { get; } = new();

        /// <summary>Names of what was sent, in order; a name may come twice only when it was sent twice.</summary>
        public IReadOnlyList<string> Sent => [.. Log.Select(Name)];

        public Func<OutboxMessage, Task<SendOutcome>> Answer { get; set; } = _ => Task.FromResult(SendOutcome.Sent);

        public async Task<SendOutcome> SendAsync(OutboxMessage message, CancellationToken cancellationToken)
        {
            var outcome = await Answer(message);
            if (outcome == SendOutcome.Sent)
                Log.Enqueue(message);
            return outcome;
        }
    }
}
