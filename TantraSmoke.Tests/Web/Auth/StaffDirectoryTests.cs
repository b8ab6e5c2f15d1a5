using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Staff;
using TantraSmoke.Web.Auth;

namespace TantraSmoke.Tests.Web.Auth;

public sealed class StaffDirectoryTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Fact]
    public async Task Find_ClosedAccount_IsNoticedAfterTenSeconds()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var staff = venue.Services.GetRequiredService<StaffService>();
        var member = (await staff.AdminFromTelegramAsync(42, "Мария", Cancel))!;
        var time = new ManualTime();
        var directory = new StaffDirectory(staff, time);
        Assert.NotNull(await directory.FindAsync(member.Id, Cancel));

        await venue.Store.ChangeAsync(
            Actor.System.Instance,
            db => db.Staff.Where(s => s.Id == member.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.IsActive, false), Cancel), Cancel);

        time.Advance(TimeSpan.FromSeconds(9));
        Assert.NotNull(await directory.FindAsync(member.Id, Cancel));
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.Null(await directory.FindAsync(member.Id, Cancel));
    }

    [Fact]
    public async Task ToActor_OfThePrincipal_IsTheStaffMember()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var member = (await venue.Services.GetRequiredService<StaffService>().AdminFromTelegramAsync(42, "Мария", Cancel))!;

        Assert.Equal(new Actor.Staff(member.Id, StaffRole.Admin, "Мария"), member.ToPrincipal().ToActor());
        Assert.Null(new System.Security.Claims.ClaimsPrincipal(new System.Security.Claims.ClaimsIdentity()).ToActor());
    }

    [Theory]
    [InlineData("http://[::]:5080", "http://localhost:5080")]
    [InlineData("http://0.0.0.0:8080/", "http://localhost:8080")]
    [InlineData("http://127.0.0.1:5080", "http://127.0.0.1:5080")]
    [InlineData("https://lounge.example", "https://lounge.example")]
    public void WithReachableHost_OfAListeningAddress_CanBeOpened(string listening, string expected) =>
        Assert.Equal(expected, FirstRunLink.WithReachableHost(listening));
}
