using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;
using TantraSmoke.Bot.BookTable;
using TantraSmoke.Bot.BotApi;
using TantraSmoke.Bot.Caching;
using TantraSmoke.Bot.Cards;
using TantraSmoke.Bot.Dialogs;
using TantraSmoke.Bot.Friends;
using TantraSmoke.Bot.Home;
using TantraSmoke.Bot.Links;
using TantraSmoke.Bot.MyBookings;
using TantraSmoke.Bot.Pictures;
using TantraSmoke.Bot.Screens;
using TantraSmoke.Bot.Sending;
using TantraSmoke.Bot.Simulator;
using TantraSmoke.Bot.Staff;
using TantraSmoke.Bot.Talk;
using TantraSmoke.Bot.Updates;
using TantraSmoke.Bot.Waitlist;
using TantraSmoke.Core.Installation;
using TantraSmoke.Core.Replicas;
using TantraSmoke.Core.Sending;
using Telegram.Bot;

namespace TantraSmoke.Bot;

/// <summary>
/// Registers the bot: on the Bot API with a token, on the simulator without one, on both in Development.
/// </summary>
public static class BotRegistration
{
    /// <summary>In seconds. The outbox handles longer waits: a sleeping handler delays the guest's next tap.</summary>
    private const int LongestRetry = 5;

    /// <summary>Shorter than the host's own limit; unfinished updates are delivered again.</summary>
    private static readonly TimeSpan StopGrace = TimeSpan.FromSeconds(3);

    /// <summary>Adds the conversation; <see cref="AddBotPumps"/> lets updates flow.</summary>
    public static IServiceCollection AddBot(this IServiceCollection services, InstallationSettings installation)
    {
        services.AddSingleton<DashboardAddress>();
        services.AddSingleton<SimulatedTelegram>();
        services.AddSingleton<ITelegramBotClient>(provider =>
            ActivatorUtilities.CreateInstance<ButtonFallback>(
                provider,
                installation.BotToken is { } token
                    ? new GuardedBotClient(
                        new TelegramBotClientOptions(token, GuardedBotClient.BaseUrl(installation))
                        {
                            RetryThreshold = LongestRetry,
                        }
                    )
                    : provider.GetRequiredService<SimulatedTelegram>().CreateClient()
            )
        );
        services.AddSingleton<OutboxCards>();
        services.AddSingleton<IGuestMessenger, TelegramMessenger>();
        services.AddSingleton<KnownGuests>();
        services.AddSingleton<TokenCheck>();
        services.AddSingleton<DraftPlaces>();
        services.AddSingleton<PlainTalk>();
        services.AddSingleton<TopicAnswers>();
        services.AddSingleton<StaffReplies>();
        services.AddSingleton<DeepLinks>();
        services.AddSingleton<BotAddress>();
        services.AddSingleton<CommandMenu>();
        services.AddSingleton<HoldWatch>();
        services.AddSingleton<MiniAppAddress>();
        services.AddSingleton<SvgPainter>();
        services.AddSingleton<HallPictures>();
        services.AddSingleton<InviteWatch>();
        services.AddSingleton<OfferCard>();
        services.AddSingleton<StaffCard>();
        services.AddSingleton<Card>(provider => provider.GetRequiredService<StaffCard>());
        services.AddSingleton<Card, ReminderCard>();
        services.AddSingleton<Card, VisitCard>();
        services.AddSingleton<Card, FriendCard>();
        services.AddSingleton<Card, OutgrownCard>();
        services.AddSingleton<Card, AnswerCard>();
        services.AddSingleton<Card, CalendarCard>();
        services.AddSingleton<Card>(provider => provider.GetRequiredService<OfferCard>());
        services.AddSingleton<ScreenContexts>();
        services.AddSingleton(provider => Dialogs(provider, provider.GetRequiredService<ITelegramBotClient>()));
        services.AddSingleton(provider => provider.GetRequiredService<BotDialogs>().Updates);
        services.AddSingleton(provider => provider.GetRequiredService<BotDialogs>().Background);
        AddSessions(services, installation);

        services.AddSingleton<Screen, HomeScreen>();
        services.AddSingleton<Screen, AboutScreen>();
        services.AddSingleton<Screen, HelpScreen>();
        services.AddSingleton<Screen, LanguageScreen>();
        services.AddSingleton<Screen, PartyScreen>();
        services.AddSingleton<Screen, LargePartyScreen>();
        services.AddSingleton<Screen, DayScreen>();
        services.AddSingleton<Screen, TimeScreen>();
        services.AddSingleton<Screen, TableScreen>();
        services.AddSingleton<Screen, TableDetailsScreen>();
        services.AddSingleton<Screen, ConfirmScreen>();
        services.AddSingleton<Screen, StayScreen>();
        services.AddSingleton<Screen, PhoneScreen>();
        services.AddSingleton<Screen, BookedScreen>();
        services.AddSingleton<Screen, MyBookingsScreen>();
        services.AddSingleton<Screen, MyBookingScreen>();
        services.AddSingleton<Screen, CancelBookingScreen>();
        services.AddSingleton<Screen, ChangeBookingScreen>();
        services.AddSingleton<Screen, LateScreen>();
        services.AddSingleton<Screen, InviteScreen>();
        services.AddSingleton<Screen, InvitedScreen>();
        services.AddSingleton<Screen, WishScreen>();
        services.AddSingleton<Screen, OccasionScreen>();
        services.AddSingleton<Screen, RateScreen>();
        services.AddSingleton<Screen, WaitFromScreen>();
        services.AddSingleton<Screen, WaitUntilScreen>();
        services.AddSingleton<Screen, WaitingScreen>();
        services.AddSingleton<Screen, AdminScreen>();
        services.AddSingleton<Screen, ComingScreen>();
        services.AddSingleton<Screen, TonightScreen>();
        services.AddSingleton<Screen, FindBookingScreen>();
        services.AddSingleton<Screen, PauseScreen>();
        return services;
    }

    /// <summary>Lets updates flow: from Telegram with a token, from the simulator's phones where that is on.</summary>
    public static IServiceCollection AddBotPumps(
        this IServiceCollection services,
        InstallationSettings installation,
        bool withSimulator
    )
    {
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<CommandMenu>());
        services.AddSingleton<IHostedService>(provider =>
            ActivatorUtilities.CreateInstance<HoldTimer>(
                provider,
                (Func<long, CancellationToken, Task>)(
                    (chat, cancellationToken) => BackgroundOf(provider)(chat).ExpireHoldAsync(chat, cancellationToken)
                )
            )
        );
        services.AddSingleton<IHostedService>(provider =>
            ActivatorUtilities.CreateInstance<InviteTimer>(
                provider,
                (Func<long, string, CancellationToken, Task>)(
                    (chat, booking, cancellationToken) =>
                        BackgroundOf(provider)(chat).RedrawAsync(chat, ScreenNames.Invite, booking, cancellationToken)
                )
            )
        );
        services.AddSingleton(provider => new UpdatePump(
            provider.GetRequiredService<ITelegramBotClient>(),
            provider.GetRequiredService<UpdateDispatcher>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<UpdatePump>>(),
            installation.BotToken is null ? null : ActivatorUtilities.CreateInstance<PendingUpdates>(provider),
            new UpdatePumpOptions { Webhook = TelegramWebhook.Of(installation), StopGrace = StopGrace },
            installation.BotToken is null ? null : provider.GetRequiredService<ReplicaLeader>()
        ));
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<UpdatePump>());
        if (installation.BotToken is not null && withSimulator)
            services.AddSingleton<IHostedService>(provider =>
            {
                var client = provider.GetRequiredService<SimulatedTelegram>().CreateClient();
                return new UpdatePump(
                    client,
                    Dialogs(provider, client).Updates,
                    provider.GetRequiredService<TimeProvider>(),
                    provider.GetRequiredService<ILogger<UpdatePump>>(),
                    options: new UpdatePumpOptions { StopGrace = StopGrace }
                );
            });
        return services;
    }

    /// <summary>In Development the simulator's people sit beside real ones, each with dialogs of their own.</summary>
    private static Func<long, BackgroundDialogs> BackgroundOf(IServiceProvider provider)
    {
        var simulator = provider.GetRequiredService<SimulatedTelegram>();
        var simulated = new Lazy<BotDialogs>(() => Dialogs(provider, simulator.CreateClient()));
        var real = provider.GetRequiredService<InstallationSettings>().BotToken is not null;
        return chat =>
            real && simulator.People.Any(p => p.Id == chat)
                ? simulated.Value.Background
                : provider.GetRequiredService<BackgroundDialogs>();
    }

    /// <summary>The dialogs that talk through one client: Telegram's, or the simulator's.</summary>
    internal static BotDialogs Dialogs(IServiceProvider provider, ITelegramBotClient client)
    {
        var pictures = Create<SentPictures>(client);
        var message = Create<ScreenMessage>(client, pictures);
        var sessions = Create<ChatSessions>();
        var dialog = Create<DialogManager>(client, message, pictures);
        var messages = Create<GuestMessages>(dialog, Create<Commands>(dialog));
        var cards = Create<CardTaps>(dialog, message);
        var groups = Create<GroupChats>(client, Create<StaffGroup>(client));
        return new BotDialogs(
            new UpdateDispatcher(client, sessions, dialog, message, messages, cards, groups),
            new BackgroundDialogs(sessions, dialog)
        );

        T Create<T>(params object[] parts) => ActivatorUtilities.CreateInstance<T>(provider, parts);
    }

    /// <summary>What the pump and the timers talk to.</summary>
    internal sealed record BotDialogs(UpdateDispatcher Updates, BackgroundDialogs Background);

    private static void AddSessions(IServiceCollection services, InstallationSettings installation)
    {
        if (installation.Redis is not { } redis)
        {
            services.AddSingleton<ISessionStore, DatabaseSessionStore>();
            services.AddSingleton<ISharedCache, DatabaseCache>();
            return;
        }

        // Connects in the background; the database takes over until Redis is there.
        services.AddSingleton<IConnectionMultiplexer>(_ =>
        {
            var options = new ConfigurationOptions
            {
                AbortOnConnectFail = false,
                // By default calls would queue while disconnected, and reconnects become rarer.
                BacklogPolicy = BacklogPolicy.FailFast,
                ReconnectRetryPolicy = new LinearRetry(5000),
                IncludeDetailInExceptions = false,
                DefaultDatabase = redis.Database,
                Password = redis.Password,
            };
            options.EndPoints.Add(redis.Host, redis.Port);
            return ConnectionMultiplexer.Connect(options);
        });
        services.AddSingleton<RedisLine>();
        services.AddSingleton<DatabaseSessionStore>();
        services.AddSingleton<DatabaseCache>();
        services.AddSingleton<ISessionStore, RedisSessionStore>();
        services.AddSingleton<ISharedCache, RedisCache>();
    }
}
