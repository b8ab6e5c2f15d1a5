using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Live;
using TantraSmoke.Core.Staff;

namespace TantraSmoke.Tests.Data.Staff;

public sealed class StaffSessionsTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Theory, OnBothDatabases]
    public async Task Session_FromBeginToEnd_IsListedSeenAndAudited(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var (sessions, member) = await SomebodyAsync(venue);

        var session = (await sessions.BeginAsync(member, SignInWay.Google, "Chrome, Windows", null, Cancel))!;
        Assert.Equal(new SignedIn(session.Id, member.ToActor()), await sessions.FindAsync(session.Id, Cancel));
        venue.Time.Advance(TimeSpan.FromHours(3));
        await sessions.FindAsync(session.Id, Cancel);
        var row = Assert.Single((await sessions.ListAsync(member.ToActor(), member.Id, Cancel)).Value!);
        await sessions.EndAsync(member.ToActor(), session.Id, Cancel);

        Assert.Equal(
            (SignInWay.Google, "Chrome, Windows", TestVenue.Friday, TestVenue.Friday.AddHours(3)),
            (row.Way, row.Device, row.CreatedAt, row.LastSeenAt)
        );
        Assert.Null(await sessions.FindAsync(session.Id, Cancel));
        Assert.Empty((await sessions.ListAsync(member.ToActor(), member.Id, Cancel)).Value!);
        var lines = await venue.Store.ReadAsync(
            db => db.Audit.Where(a => a.Subject == AuditEntry.Sessions).OrderBy(a => a.Id).ToListAsync(Cancel),
            Cancel
        );
        Assert.Equal([AuditEntry.SignedIn, AuditEntry.SignedOut], lines.Select(line => line.Action));
        Assert.All(lines, line => Assert.Equal(member.Name, line.ActorName));
        Assert.Contains("Chrome, Windows", lines[0].After, StringComparison.Ordinal);
        Assert.Contains("\"way\":2", lines[0].After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_UnseenForThirtyDays_IsOver()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var (sessions, member) = await SomebodyAsync(venue);
        var session = (await sessions.BeginAsync(member, SignInWay.Link, "", null, Cancel))!;

        venue.Time.Advance(TimeSpan.FromDays(29));
        Assert.NotNull(await sessions.FindAsync(session.Id, Cancel));
        venue.Time.Advance(TimeSpan.FromDays(30));
        Assert.Null(await sessions.FindAsync(session.Id, Cancel));
    }

    [Theory, OnBothDatabases]
    public async Task EndAll_OfOnesOwn_EndsEachAndIsHeardOf(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var (sessions, member) = await SomebodyAsync(venue);
        var tablet = (await sessions.BeginAsync(member, SignInWay.Link, "Safari, iPad", null, Cancel))!;
        var phone = (await sessions.BeginAsync(member, SignInWay.Link, "Safari, iPhone", null, Cancel))!;
        var heard = new List<VenueChange>();
        venue.Services.GetRequiredService<VenueFeed>().Delivering += heard.AddRange;

        Assert.True((await sessions.EndAllAsync(member.ToActor(), member.Id, Cancel)).Succeeded);

        Assert.Null(await sessions.FindAsync(tablet.Id, Cancel));
        Assert.Null(await sessions.FindAsync(phone.Id, Cancel));
        Assert.Contains(new VenueChange(ChangeKind.Staff, $"{member.Id}"), heard);
    }

    [Fact]
    public async Task Begin_InABrowserThatHadASession_EndsThatOne()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var (sessions, member) = await SomebodyAsync(venue);
        var before = (await sessions.BeginAsync(member, SignInWay.Link, "", null, Cancel))!;

        var now = (await sessions.BeginAsync(member, SignInWay.Google, "", before.Id, Cancel))!;

        Assert.Null(await sessions.FindAsync(before.Id, Cancel));
        Assert.NotNull(await sessions.FindAsync(now.Id, Cancel));
    }

    [Fact]
    public async Task Find_AfterANewRole_HasTheNewRole()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var (staff, admin) = await StaffRegistryTests.AdminAsync(venue);
        var vera = (
            await staff.Changes.AddAsync(admin, new StaffFacts("Вера", StaffRole.Manager, null, 77), Cancel)
        ).Value!;
        var sessions = venue.Services.GetRequiredService<StaffSessions>();
        var session = (await sessions.BeginAsync(vera, SignInWay.Link, "", null, Cancel))!;

        await staff.Changes.ChangeAsync(admin, vera.Id, vera.Facts, vera.Facts with { Role = StaffRole.Host }, Cancel);

        Assert.Equal(StaffRole.Host, (await sessions.FindAsync(session.Id, Cancel))!.Actor.Role);
    }

    private static async Task<(StaffSessions Sessions, StaffMember Member)> SomebodyAsync(TestVenue venue) =>
        (
            venue.Services.GetRequiredService<StaffSessions>(),
            (await venue.Services.GetRequiredService<StaffLookup>().AdminFromTelegramAsync(42, "Мария", Cancel))!
        );
}
