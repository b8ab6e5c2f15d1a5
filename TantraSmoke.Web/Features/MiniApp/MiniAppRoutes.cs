using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Mvc;
using TantraSmoke.Bot.Links;
using TantraSmoke.Bot.Texts;
using TantraSmoke.Core.Rooms;

namespace TantraSmoke.Web.Features.MiniApp;

/// <summary>
/// Routes of the hall map inside Telegram: a static page without data, and an API for guests verified by Telegram.
/// Staff cookies are not accepted.
/// </summary>
public static class MiniAppRoutes
{
    private const int LargestBody = 8 * 1024;

    public static void AddMiniApp(this IServiceCollection services)
    {
        services.AddSingleton<MiniAppSessions>();
        services.AddSingleton<MiniAppViews>();
        services.AddSingleton<MiniAppBookings>();
        services.AddSingleton<MiniAppLive>();
        services.AddSingleton<MiniAppPace>();
    }

    public static void MapMiniApp(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<MiniAppAddress>().IsOffered)
            return;
        app.MapGet(MiniAppAddress.Path, MiniAppPage.Show).AllowAnonymous();
        var api = app.MapGroup(MiniAppAddress.Path + "/api")
            .AllowAnonymous()
            .WithMetadata(new RequestSizeLimitAttribute(LargestBody));
        api.MapPost("/session", BeginAsync);
        var guests = api.MapGroup("").AddEndpointFilter(ForGuests);
        guests.MapGet(
            "/view",
            async (HttpContext http, MiniAppViews views, int? party, DateOnly? day, int? slot, int? hall) =>
                Results.Json(
                    await views.ReadAsync(
                        Guest(http),
                        new MiniAppWish(party ?? 0, day, slot, hall),
                        http.RequestAborted
                    )
                )
        );
        guests.MapPost(
            "/hold",
            (HttpContext http, MiniAppBookings bookings, MiniAppRequest request) =>
                AnswerAsync(bookings.HoldAsync(Guest(http), request, http.RequestAborted))
        );
        guests.MapPost(
            "/book",
            (HttpContext http, MiniAppBookings bookings, MiniAppRequest request) =>
                AnswerAsync(bookings.BookAsync(Guest(http), request, http.RequestAborted))
        );
        guests.MapPost(
            "/release",
            async (HttpContext http, MiniAppBookings bookings) =>
            {
                await bookings.ReleaseAsync(Guest(http), http.RequestAborted);
                return Results.NoContent();
            }
        );
        guests.MapGet("/photo/{table:int}", PhotoAsync);
        guests.MapGet(
            "/live",
            (HttpContext http, MiniAppLive live, DateOnly day) => live.WatchAsync(http, Guest(http), day)
        );
    }

    private static async Task<IResult> BeginAsync(
        HttpContext http,
        Begin begin,
        MiniAppSessions sessions,
        MiniAppViews views,
        MiniAppPace pace
    )
    {
        var texts = BotTexts.For(http.Request.GetTypedHeaders().AcceptLanguage.MaxBy(l => l.Quality ?? 1)?.Value.Value);
        if (!pace.MayKnock(http.Connection.RemoteIpAddress))
            return Results.Json(new MiniAppAnswer(texts.AppTooFast), statusCode: StatusCodes.Status429TooManyRequests);
        if (await sessions.BeginAsync(begin.InitData ?? "", KeyOf(http), http.RequestAborted) is not var (key, guest))
            return Results.Json(new MiniAppAnswer(texts.AppReopen), statusCode: StatusCodes.Status401Unauthorized);
        return Results.Json(
            new
            {
                Key = key,
                Language = guest.Texts.Language,
                Texts = Words(guest.Texts),
                View = await views.ReadAsync(
                    guest,
                    new MiniAppWish(begin.Party ?? 0, begin.Day, begin.Slot),
                    http.RequestAborted
                ),
            }
        );
    }

    private static async ValueTask<object?> ForGuests(
        EndpointFilterInvocationContext context,
        EndpointFilterDelegate next
    )
    {
        var http = context.HttpContext;
        var services = http.RequestServices;
        if (
            await services.GetRequiredService<MiniAppSessions>().FindAsync(KeyOf(http), http.RequestAborted)
            is not { } guest
        )
            return Results.Json(
                new MiniAppAnswer(BotTexts.For(null).AppReopen),
                statusCode: StatusCodes.Status401Unauthorized
            );
        if (!services.GetRequiredService<MiniAppPace>().MayAsk(guest.GuestId))
            return Results.Json(
                new MiniAppAnswer(guest.Texts.AppTooFast),
                statusCode: StatusCodes.Status429TooManyRequests
            );
        http.Features.Set(guest);
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            return await next(context);
        }
        catch (Exception) when (http.RequestAborted.IsCancellationRequested)
        {
            // The app was closed: nobody waits for the response.
            return Results.StatusCode(StatusCodes.Status499ClientClosedRequest);
        }
    }

    private static MiniAppGuest Guest(HttpContext http) => http.Features.Get<MiniAppGuest>()!;

    private static string? KeyOf(HttpContext http) =>
        http.Request.Headers.Authorization.ToString() is var header
        && header.StartsWith("Bearer ", StringComparison.Ordinal)
            ? header["Bearer ".Length..]
            : null;

    private static async Task<IResult> AnswerAsync(Task<MiniAppAnswer> asking) =>
        await asking is var answer && answer.Error is null
            ? Results.Json(answer)
            : Results.Json(answer, statusCode: StatusCodes.Status409Conflict);

    private static async Task<IResult> PhotoAsync(
        int table,
        TablePhotoStore rooms,
        CancellationToken cancellationToken
    ) =>
        await rooms.PhotoAsync(table, cancellationToken) is { } photo
            ? Results.File(photo.Content, photo.ContentType)
            : Results.NotFound();

    private static Dictionary<string, string> Words(BotTexts texts) =>
        new()
        {
            ["guests"] = texts.AppGuests,
            ["day"] = texts.AppDay,
            ["time"] = texts.AppTime,
            ["plan"] = texts.AppPlan,
            ["fits"] = texts.AppFits,
            ["free"] = texts.AppFree,
            ["taken"] = texts.AppTaken,
            ["choose"] = texts.AppChoose,
            ["isTaken"] = texts.AppIsTaken,
            ["isUnfit"] = texts.AppIsUnfit,
            ["book"] = texts.AppBook,
            ["confirm"] = texts.Confirm,
            ["back"] = texts.Back,
            ["close"] = texts.AppClose,
            ["offline"] = texts.AppOffline,
            ["gone"] = texts.AppGone("{0}"),
        };

    private sealed record Begin(string? InitData, int? Party, DateOnly? Day, int? Slot);
}

/// <summary>Rate limit of requests: fast tapping is not limited, programs are.</summary>
public sealed class MiniAppPace : IDisposable
{
    private readonly PartitionedRateLimiter<long> _guests = PartitionedRateLimiter.Create<long, long>(guest =>
        RateLimitPartition.GetFixedWindowLimiter(
            guest,
            _ => new FixedWindowRateLimiterOptions { PermitLimit = 180, Window = TimeSpan.FromMinutes(1) }
        )
    );

    // Guests behind one proxy share an address, so this only stops floods.
    private readonly PartitionedRateLimiter<string> _doors = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(
            address,
            _ => new FixedWindowRateLimiterOptions { PermitLimit = 600, Window = TimeSpan.FromMinutes(1) }
        )
    );

    public bool MayAsk(long guest)
    {
        using var lease = _guests.AttemptAcquire(guest);
        return lease.IsAcquired;
    }

    public bool MayKnock(System.Net.IPAddress? address)
    {
        using var lease = _doors.AttemptAcquire(address?.ToString() ?? "");
        return lease.IsAcquired;
    }

    public void Dispose()
    {
        _guests.Dispose();
        _doors.Dispose();
    }
}
