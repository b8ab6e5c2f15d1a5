using System.Collections;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Staff;

namespace TantraSmoke.Tests.Data.Staff;

/// <summary>
/// Every role at every method of the core that somebody asks for something, found in the code: a new method that checks
/// no right fails here. What right it takes is what a guest is told.
/// </summary>
public sealed class RoleMatrixTests
{
    /// <summary>What guests do themselves, and what everybody may do with what is their own.</summary>
    private static readonly HashSet<string> ForEverybody =
    [
        $"{nameof(TableBooking)}.{nameof(TableBooking.CreateAsync)}",
        $"{nameof(TableBooking)}.{nameof(TableBooking.HoldAsync)}",
        $"{nameof(BookingLifecycle)}.{nameof(BookingLifecycle.ConfirmAsync)}",
        $"{nameof(BookingLifecycle)}.{nameof(BookingLifecycle.CancelAsync)}",
        $"{nameof(StaffSessions)}.{nameof(StaffSessions.EndAsync)}",
    ];

    private static readonly MethodInfo[] Methods =
    [
        .. typeof(VenueStore)
            .Assembly.GetExportedTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type != typeof(VenueStore))
            .SelectMany(type =>
                type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            )
            .Where(method => method.GetParameters() is [{ ParameterType: var first }, ..] && first == typeof(Actor))
            .Where(method =>
                method.ReturnType.GetGenericArguments() is [{ IsGenericType: true } outcome]
                && outcome.GetGenericTypeDefinition() == typeof(Outcome<>)
            ),
    ];

    /// <summary>
    /// Everything else that the core offers to bot and dashboard: whoever asks need not say who they are.
    /// </summary>
    private static readonly HashSet<string> ForNobodyInParticular =
    [
        // What every member of staff sees; pages that show it ask for ViewFloor, which every role has.
        "BookingQueries.DayAsync",
        "BookingQueries.HistoryAsync",
        "BookingLists.PageAsync",
        "BookingLists.CountAsync",
        "BookingLists.PageAtAsync",
        "BookingLists.ByCodeAsync",
        "BookingLists.StoryAsync",
        "FloorService.SnapshotAsync",
        "TimelineQueries.DayAsync",
        "GuestQueries.PageAsync",
        "GuestQueries.SuggestAsync",
        "GuestQueries.ProfileAsync",
        "GuestQueries.TagsAsync",
        "WaitlistQueries.WaitingAsync",
        "WaitlistQueries.WaitingLaterAsync",
        "RoomBookings.LeftBehindAsync",
        "HallEditing.LastEditorAsync",
        "TablePhotoStore.PhotoAsync",
        "RoomBeginning.MayBeginAsync",
        "VenueCatalogCache.GetAsync",
        // What depends on who asks, and refuses nobody: guests see only what is theirs.
        "AvailabilityQueries.DayAsync",
        "AvailabilityQueries.DaysAsync",
        "AvailabilityQueries.AlternativesAsync",
        "AvailabilityQueries.LargestPartyAsync",
        "AvailabilityQueries.TablesAsync",
        "BusyTimeCache.ReadAsync",
        "BookingQueries.FindAsync",
        "BookingQueries.OfGuestAsync",
        "BookingQueries.UsualAsync",
        "TableBooking.ReleaseHoldAsync",
        "WaitlistQueries.FindAsync",
        "WaitlistQueries.OfGuestAsync",
        // What only guests do, with what is their own: nobody else can ask.
        "OwnBookings.RescheduleAsync",
        "OwnBookings.DescribeAsync",
        "OwnBookings.AnswerAsync",
        "OwnBookings.RunLateAsync",
        "OwnBookings.RateAsync",
        "GuestService.ShareNumberAsync",
        "GuestService.SpeakAsync",
        "GuestService.CameByAsync",
        "TalkService.WriteAsync",
        "TalkService.GuestBehindAsync",
        "TalkService.OfGuestAsync",
        "TalkService.ToSendAsync",
        "FriendService.LinkAsync",
        "FriendService.FindAsync",
        "FriendService.FindAnsweredAsync",
        "FriendService.AnswerAsync",
        "FriendService.AnswerAgainAsync",
        "OwnWaiting.JoinAsync",
        "OwnWaiting.AcceptAsync",
        "OwnWaiting.DeclineAsync",
        "OwnWaiting.WaitOnAsync",
        "OwnWaiting.LeaveAsync",
        // Finding out who somebody is.
        "GuestService.RegisterAsync",
        "GuestService.MeetAsync",
        "GuestService.LanguageAsync",
        "GuestService.ByTelegramAsync",
        "StaffLinks.CreateStartLinkAsync",
        "StaffLinks.CanAnAdminSignInAsync",
        "StaffLinks.CreateSignInLinkAsync",
        "StaffLinks.ConsumeLinkAsync",
        "StaffLinks.UseOnceAsync",
        "StaffLookup.FindAsync",
        "StaffLookup.ByEmailAsync",
        "StaffLookup.ByTelegramAsync",
        "StaffLookup.AdminFromTelegramAsync",
        "StaffSessions.BeginAsync",
        "StaffSessions.FindAsync",
        "StaffSessions.NoteRefusalAsync",
        // At the start; who may not load tables or slots is an exception there.
        "VenueSetup.RunAsync",
        "VenueSetup.CheckAsync",
        "VenueSeed.FillEmptyAsync",
        "VenueSeed.LoadSlotsAsync",
        "VenueSeed.LoadTablesAsync",
        // Timers and messages.
        "BookingClock.CatchUpAsync",
        "BookingClock.AttendAsync",
        "WaitlistOffers.OfferNextAsync",
        "RateLimiter.WaitAsync",
        "ReplicaLeader.RunAsync",
        "Announcements.AddAsync",
        "Announcements.OfAsync",
        "Announcements.TakeBackAsync",
        "Announcements.ShowAsync",
        "Announcements.NoteAsync",
        "Announcements.PostedAsync",
        "ShiftSummaries.QueueAsync",
        // Where the bot writes to staff, asked and told by the bot itself; TroubleAsync is read by the floor,
        // ShownAsync by the settings, which show no more than that.
        "StaffChats.AllAsync",
        "StaffChats.ForTalkAsync",
        "StaffChats.GroupAsync",
        "StaffChats.IsGroupAsync",
        "StaffChats.MovedAsync",
        "StaffChats.NoteAsync",
        "StaffChats.TroubleAsync",
        "StaffChats.ShownAsync",
        "StaffChats.TopicOfAsync",
        "StaffChats.LoseTopicAsync",
    ];

    public static TheoryData<string> Names => [.. Methods.Select(Name).Except(ForEverybody).Order()];

    private static CancellationToken Cancel => TestVenue.Cancel;

    [Theory, MemberData(nameof(Names))]
    public async Task Method_ByEveryRole_IsRefusedToThoseWithoutTheRightAndThatIsAudited(string name)
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var guest = await CallAsync(venue, name, new Actor.Guest(1, "Ирина"));
        var right = Assert.IsType<CommonRefusal.NotAllowed>(guest).Right;

        foreach (var role in Enum.GetValues<StaffRole>())
        {
            var refusals = await RefusalsAsync(venue);
            var error = await CallAsync(venue, name, new Actor.Staff(9, role, $"{role}"));

            if (Rights.Of(role).Contains(right))
                Assert.IsNotType<CommonRefusal.NotAllowed>(error);
            else
                Assert.Equal(new CommonRefusal.NotAllowed(right), error);
            Assert.Equal(error is CommonRefusal.NotAllowed ? refusals + 1 : refusals, await RefusalsAsync(venue));
        }
    }

    [Fact]
    public void Method_WithoutAnActor_IsOneOfThoseThatNeedNone()
    {
        var services = new ServiceCollection().AddCore(
            TestInstallation.Load(new Dictionary<string, string?>(), Path.GetTempPath())
        );
        var silent = services
            .Select(service => service.ServiceType)
            .Where(type =>
                type.Assembly == typeof(VenueStore).Assembly
                && type.IsClass
                && type.Namespace != typeof(VenueStore).Namespace
            )
            .Distinct()
            .SelectMany(type =>
                type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            )
            .Where(method => typeof(Task).IsAssignableFrom(method.ReturnType) && !Methods.Contains(method))
            .Select(Name)
            .ToHashSet();

        Assert.True(
            silent.IsSubsetOf(ForNobodyInParticular),
            $"Who asks? {string.Join(' ', silent.Except(ForNobodyInParticular).Order())}"
        );
        Assert.True(
            ForNobodyInParticular.IsSubsetOf(silent),
            $"No longer there: {string.Join(' ', ForNobodyInParticular.Except(silent).Order())}"
        );
    }

    [Fact]
    public void Methods_AreFound() => Assert.True(Methods.Length >= 40, string.Join(' ', Methods.Select(Name)));

    private static string Name(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";

    private static Task<int> RefusalsAsync(TestVenue venue) =>
        venue.Store.ReadAsync(
            db => db.Audit.CountAsync(a => a.Action == AuditEntry.Refused && a.Subject == AuditEntry.Rights, Cancel),
            Cancel
        );

    private static async Task<Refusal?> CallAsync(TestVenue venue, string name, Actor actor)
    {
        var method = Methods.First(method => Name(method) == name);
        var arguments = method
            .GetParameters()
            .Select(parameter => parameter.ParameterType == typeof(Actor) ? actor : Example(parameter.ParameterType))
            .ToArray();
        var task = (Task)method.Invoke(venue.Services.GetRequiredService(method.DeclaringType!), arguments)!;
        await task;
        var outcome = task.GetType().GetProperty("Result")!.GetValue(task)!;
        return (Refusal?)outcome.GetType().GetProperty("Error")!.GetValue(outcome);
    }

    /// <summary>Something of that type; what it says does not matter, the right comes first.</summary>
    private static object? Example(Type type)
    {
        if (type == typeof(CancellationToken))
            return Cancel;
        if (type == typeof(string))
            return "89161112233";
        if (type == typeof(Guid))
            return Guid.NewGuid();
        if (type == typeof(DateTimeOffset))
            return TestVenue.Friday.AddDays(1);
        if (type == typeof(DateOnly))
            return TestVenue.Day;
        if (type == typeof(VenueSettings))
            return new VenueSettings();
        if (Nullable.GetUnderlyingType(type) is not null)
            return null;
        if (type.IsValueType)
            return Activator.CreateInstance(type);
        if (typeof(IEnumerable).IsAssignableFrom(type) && type.IsGenericType)
            return Array.CreateInstance(type.GetGenericArguments()[0], 0) is var empty && type.IsInstanceOfType(empty)
                ? empty
                : Activator.CreateInstance(type);
        if (type.IsAbstract)
            return Example(type.Assembly.GetTypes().First(other => !other.IsAbstract && type.IsAssignableFrom(other)));
        var maker = type.GetConstructors().OrderByDescending(constructor => constructor.GetParameters().Length).First();
        return maker.Invoke([.. maker.GetParameters().Select(parameter => Example(parameter.ParameterType))]);
    }
}
