using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Live;
using TantraSmoke.Core.Staff;
using TantraSmoke.Web.Auth;

namespace TantraSmoke.Tests.Data.Auth;

public sealed class StaffDirectoryTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Fact]
    public async Task Find_AccountClosedElsewhere_IsNoticedAfterTenSeconds()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var (member, session) = await SignedInAsync(venue);
        var time = new FakeTimeProvider();
        using var directory = new StaffDirectory(
            venue.Services.GetRequiredService<StaffSessions>(),
            venue.Services.GetRequiredService<VenueFeed>(),
            time
        );
        Assert.NotNull(await directory.FindAsync(session.Id, Cancel));

        await venue.Store.ChangeAsync(
            Actor.System.Instance,
            db =>
                db.Staff.Where(s => s.Id == member.Id)
                    .ExecuteUpdateAsync(s => s.SetProperty(x => x.IsActive, false), Cancel),
            Cancel
        );

        time.Advance(TimeSpan.FromSeconds(9));
        Assert.NotNull(await directory.FindAsync(session.Id, Cancel));
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.Null(await directory.FindAsync(session.Id, Cancel));
    }

    [Fact]
    public async Task Find_SessionEndedHere_IsNoticedAtOnce()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var (member, session) = await SignedInAsync(venue);
        var sessions = venue.Services.GetRequiredService<StaffSessions>();
        using var directory = new StaffDirectory(
            sessions,
            venue.Services.GetRequiredService<VenueFeed>(),
            new FakeTimeProvider()
        );
        Assert.NotNull(await directory.FindAsync(session.Id, Cancel));
        var told = 0;
        directory.Changed += () => told++;

        await sessions.EndAllAsync(member.ToActor(), member.Id, Cancel);

        Assert.Equal(1, told);
        Assert.Null(await directory.FindAsync(session.Id, Cancel));
    }

    [Fact]
    public void ToSignedIn_OfThePrincipal_IsWhoItWasMadeOf()
    {
        var signedIn = new SignedIn(Guid.NewGuid(), new Actor.Staff(7, StaffRole.Manager, "Мария"));

        Assert.Equal(signedIn, signedIn.ToPrincipal().ToSignedIn());
        Assert.Null(new ClaimsPrincipal(new ClaimsIdentity()).ToSignedIn());
        // A cookie from before there were sessions.
        var old = signedIn.ToPrincipal().Claims.Where(claim => claim.Type != ClaimTypes.Sid);
        Assert.Null(new ClaimsPrincipal(new ClaimsIdentity(old, "Cookies")).ToActor());
    }

    [Theory]
    [InlineData(
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 "
            + "Safari/537.36 Edg/140.0.0.0",
        "Edge, Windows"
    )]
    [InlineData(
        "Mozilla/5.0 (iPad; CPU OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 "
            + "Mobile/15E148 Safari/604.1",
        "Safari, iPad"
    )]
    [InlineData(
        "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile "
            + "Safari/537.36",
        "Chrome, Android"
    )]
    [InlineData("curl/8.0", "")]
    [InlineData(null, "")]
    public void Device_OfAUserAgent_IsWhatPeopleCallIt(string? userAgent, string expected) =>
        Assert.Equal(expected, Device.Of(userAgent));

    [Theory]
    [InlineData("http://[::]:5080", "http://localhost:5080")]
    [InlineData("http://0.0.0.0:8080/", "http://localhost:8080")]
    [InlineData("http://127.0.0.1:5080", "http://127.0.0.1:5080")]
    [InlineData("https://lounge.example", "https://lounge.example")]
    public void WithReachableHost_OfAListeningAddress_CanBeOpened(string listening, string expected) =>
        Assert.Equal(expected, FirstRunLink.WithReachableHost(listening));

    private static async Task<(StaffMember Member, StaffSession Session)> SignedInAsync(TestVenue venue)
    {
        var member = (
            await venue.Services.GetRequiredService<StaffLookup>().AdminFromTelegramAsync(42, "Мария", Cancel)
        )!;
        return (
            member,
            (
                await venue
                    .Services.GetRequiredService<StaffSessions>()
                    .BeginAsync(member, SignInWay.Link, "", null, Cancel)
            )!
        );
    }
}
