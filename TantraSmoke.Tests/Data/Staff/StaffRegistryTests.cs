using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Installation;
using TantraSmoke.Core.Staff;

namespace TantraSmoke.Tests.Data.Staff;

public sealed class StaffRegistryTests
{
    private static readonly StaffFacts Host = new("Вера", StaffRole.Host, "Vera@Lounge.Example ", 77);

    private static CancellationToken Cancel => TestVenue.Cancel;

    [Theory, OnBothDatabases]
    public async Task Add_WithAddressAndNumber_IsFoundByBothAndAudited(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var (staff, admin) = await AdminAsync(venue);

        var vera = (await staff.Changes.AddAsync(admin, Host, Cancel)).Value!;

        Assert.Equal(new StaffFacts("Вера", StaffRole.Host, "vera@lounge.example", 77), vera.Facts);
        Assert.Equal(vera.Id, (await staff.Lookup.ByEmailAsync("VERA@lounge.example", Cancel))?.Id);
        Assert.Equal(vera.Id, (await staff.Lookup.ByTelegramAsync(77, Cancel))?.Id);
        var line = await venue.Store.ReadAsync(db => db.Audit.OrderBy(a => a.Id).LastAsync(Cancel), Cancel);
        Assert.Equal(("staff", AuditEntry.Added, "Мария"), (line.Subject, line.Action, line.ActorName));
    }

    [Fact]
    public async Task StartLink_WhileNoAdminHasAWayInThatWorksToday_SignsInAsTheSameAdmin()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var (google, bot) = (new GoogleSettings("id", "secret"), "1234567890:AAExampleExampleExampleExampleExample");
        var first = (await Staff(venue, venue.Installation).Links.CreateStartLinkAsync(Cancel))!;
        Assert.Null(first.Name);
        var owner = (await Staff(venue, venue.Installation).Links.ConsumeLinkAsync(first.Token, Cancel))!.Member;

        // Neither address nor number; then an address without Google; both times each start of each replica has a link.
        var (one, other) = (
            await Staff(venue, venue.Installation).Links.CreateStartLinkAsync(Cancel),
            await Staff(venue, venue.Installation).Links.CreateStartLinkAsync(Cancel)
        );
        Assert.Equal(("Admin", "Admin"), (one?.Name, other?.Name));
        await Staff(venue, venue.Installation)
            .Changes.ChangeAsync(
                owner.ToActor(),
                owner.Id,
                owner.Facts,
                owner.Facts with
                {
                    Email = "owner@lounge.example",
                },
                Cancel
            );
        var withAddress = (await Staff(venue, venue.Installation).Links.CreateStartLinkAsync(Cancel))!;
        foreach (var link in new[] { one!, other!, withAddress })
            Assert.Equal(
                (owner.Id, SignInWay.Link),
                await Staff(venue, venue.Installation).Links.ConsumeLinkAsync(link.Token, Cancel) is { } used
                    ? (used.Member.Id, used.Way)
                    : default
            );
        Assert.Equal(1, await venue.Store.ReadAsync(db => db.Staff.CountAsync(Cancel), Cancel));

        // Google lets them in; a bot does not, as long as it knows no admin.
        Assert.Null(await Staff(venue, venue.Installation with { Google = google }).Links.CreateStartLinkAsync(Cancel));
        Assert.NotNull(
            await Staff(venue, venue.Installation with { BotToken = bot }).Links.CreateStartLinkAsync(Cancel)
        );
        Assert.Null(
            await Staff(
                venue,
                venue.Installation with
                {
                    BotToken = bot,
                    AdminIds = new HashSet<long> { 42 },
                }
            )
                .Links.CreateStartLinkAsync(Cancel)
        );
        Assert.NotNull(
            await Staff(venue, venue.Installation with { AdminIds = new HashSet<long> { 42 } })
                .Links.CreateStartLinkAsync(Cancel)
        );
    }

    private static StaffRegistry Staff(TestVenue venue, InstallationSettings installation) =>
        new(
            new(venue.Store, venue.Time),
            new(venue.Store, new(venue.Store, venue.Time), installation, venue.Time),
            new(venue.Store, venue.Time)
        );

    [Theory]
    [InlineData("", "a@b.example", null, "staff-name")]
    [InlineData("Вера", "not an address", null, "email")]
    [InlineData("Вера", "Вера <a@b.example>", null, "email")]
    [InlineData("Вера", "a@localhost", null, "email")]
    [InlineData("Вера", null, -1L, "telegram")]
    [InlineData("Вера", " ", null, "sign-in")]
    public async Task Add_WhatCannotBe_IsRefusedAtTheField(string name, string? email, long? telegram, string field)
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var (staff, admin) = await AdminAsync(venue);

        Assert.Equal(
            new CommonRefusal.InvalidInput(field),
            (await staff.Changes.AddAsync(admin, new StaffFacts(name, StaffRole.Host, email, telegram), Cancel)).Error
        );
    }

    [Theory, OnBothDatabases]
    public async Task Add_WhatSomebodyElseSignsInWith_SaysWhoHasIt(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var (staff, admin) = await AdminAsync(venue);
        var vera = (await staff.Changes.AddAsync(admin, Host, Cancel)).Value!;

        var byEmail = await staff.Changes.AddAsync(admin, Host with { TelegramId = 78 }, Cancel);
        await staff.Changes.RemoveAsync(admin, vera.Id, Cancel);
        var byNumber = await staff.Changes.AddAsync(admin, Host with { Email = null }, Cancel);

        Assert.Equal(new StaffRefusal.SignInInUse("email", "Вера", false), byEmail.Error);
        Assert.Equal(new StaffRefusal.SignInInUse("telegram", "Вера", true), byNumber.Error);
    }

    [Fact]
    public async Task LastAdmin_CanNeitherBeRemovedNorDemoted_ButASecondOneCan()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var (staff, admin) = await AdminAsync(venue);
        var me = (await staff.Lookup.FindAsync(admin.StaffId, Cancel))!;

        Assert.IsType<StaffRefusal.LastAdmin>((await staff.Changes.RemoveAsync(admin, me.Id, Cancel)).Error);
        Assert.IsType<StaffRefusal.LastAdmin>(
            (
                await staff.Changes.ChangeAsync(
                    admin,
                    me.Id,
                    me.Facts,
                    me.Facts with
                    {
                        Role = StaffRole.Manager,
                    },
                    Cancel
                )
            ).Error
        );
        var second = (await staff.Changes.AddAsync(admin, Host with { Role = StaffRole.Admin }, Cancel)).Value!;
        Assert.True((await staff.Changes.RemoveAsync(admin, me.Id, Cancel)).Succeeded);
        Assert.IsType<StaffRefusal.LastAdmin>(
            (await staff.Changes.RemoveAsync(second.ToActor(), second.Id, Cancel)).Error
        );
    }

    [Theory, OnBothDatabases]
    public async Task Demote_TwoAdminsEachOtherAtOnce_OneIsLeft(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var (staff, _) = await AdminAsync(venue);
        for (var round = 0; round < 12; round++)
        {
            var admins = await AdminsAsync(venue);
            for (var number = admins.Count; number < 2; number++)
            {
                await staff.Changes.AddAsync(
                    admins[0].ToActor(),
                    new StaffFacts($"Админ {round}", StaffRole.Admin, $"admin{round}@lounge.example", null),
                    Cancel
                );
                admins = await AdminsAsync(venue);
            }

            var (one, other) = (admins[0], admins[1]);
            using var start = new Barrier(2);
            await Task.WhenAll(DemoteAsync(one, other), DemoteAsync(other, one));

            Assert.Single(await AdminsAsync(venue));

            Task DemoteAsync(StaffMember by, StaffMember whom) =>
                Task.Run(
                    async () =>
                    {
                        start.SignalAndWait(Cancel);
                        await (
                            round % 2 == 0
                                ? staff.Changes.ChangeAsync(
                                    by.ToActor(),
                                    whom.Id,
                                    whom.Facts,
                                    whom.Facts with
                                    {
                                        Role = StaffRole.Host,
                                    },
                                    Cancel
                                )
                                : staff.Changes.RemoveAsync(by.ToActor(), whom.Id, Cancel)
                        );
                    },
                    Cancel
                );
        }
    }

    [Fact]
    public async Task Change_BySomebodyDemotedMeanwhile_IsRefused()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var (staff, admin) = await AdminAsync(venue);
        var second = (await staff.Changes.AddAsync(admin, Host with { Role = StaffRole.Admin }, Cancel)).Value!;
        await staff.Changes.ChangeAsync(
            admin,
            second.Id,
            second.Facts,
            second.Facts with
            {
                Role = StaffRole.Host,
            },
            Cancel
        );

        // The page this comes from was opened as an admin.
        var late = await staff.Changes.AddAsync(
            second.ToActor(),
            new StaffFacts("Друг", StaffRole.Admin, "friend@lounge.example", null),
            Cancel
        );

        Assert.Equal(new CommonRefusal.NotAllowed(Right.ManageStaff), late.Error);
    }

    [Fact]
    public async Task Change_WhatSomebodyElseHasChanged_SaysWho()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var (staff, admin) = await AdminAsync(venue);
        var vera = (await staff.Changes.AddAsync(admin, Host, Cancel)).Value!;
        var seen = vera.Facts;
        Assert.True(
            (await staff.Changes.ChangeAsync(admin, vera.Id, seen, seen with { Name = "Вера Н." }, Cancel)).Succeeded
        );

        var late = await staff.Changes.ChangeAsync(
            admin,
            vera.Id,
            seen,
            seen with
            {
                Role = StaffRole.Manager,
            },
            Cancel
        );

        Assert.Equal(new StaffRefusal.StaffChangedMeanwhile("Мария"), late.Error);
    }

    [Theory, OnBothDatabases]
    public async Task Remove_EndsSessionsAndInvitations_AndRestoreBringsBack(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var (staff, admin) = await AdminAsync(venue);
        var sessions = venue.Services.GetRequiredService<StaffSessions>();
        var vera = (await staff.Changes.AddAsync(admin, Host, Cancel)).Value!;
        var session = (await sessions.BeginAsync(vera, SignInWay.Google, "Chrome, Windows", null, Cancel))!;
        var invitation = (await staff.Links.InviteAsync(admin, vera.Id, Cancel)).Value!;

        Assert.True((await staff.Changes.RemoveAsync(admin, vera.Id, Cancel)).Succeeded);

        Assert.Null(await sessions.FindAsync(session.Id, Cancel));
        Assert.Null(await staff.Links.ConsumeLinkAsync(invitation, Cancel));
        Assert.Null(await staff.Lookup.ByEmailAsync("vera@lounge.example", Cancel));
        Assert.Null(await sessions.BeginAsync(vera, SignInWay.Google, "", null, Cancel));
        Assert.True((await staff.Changes.RestoreAsync(admin, vera.Id, Cancel)).Succeeded);
        Assert.NotNull(await staff.Lookup.ByEmailAsync("vera@lounge.example", Cancel));
        Assert.Null(await sessions.FindAsync(session.Id, Cancel));
    }

    [Theory]
    [InlineData(StaffRole.Host)]
    [InlineData(StaffRole.Manager)]
    public async Task Everything_WithoutTheRight_IsRefusedAndTheRefusalAudited(StaffRole role)
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var (staff, admin) = await AdminAsync(venue);
        var sessions = venue.Services.GetRequiredService<StaffSessions>();
        var who = new Actor.Staff(99, role, "Любопытный");
        var session = (
            await sessions.BeginAsync(
                (await staff.Lookup.FindAsync(admin.StaffId, Cancel))!,
                SignInWay.Link,
                "",
                null,
                Cancel
            )
        )!;
        var facts = (await staff.Lookup.FindAsync(admin.StaffId, Cancel))!.Facts;

        Refusal?[] errors =
        [
            (await staff.Changes.ListAsync(who, Cancel)).Error,
            (await staff.Changes.AddAsync(who, Host, Cancel)).Error,
            (await staff.Changes.ChangeAsync(who, admin.StaffId, facts, facts with { Name = "X" }, Cancel)).Error,
            (await staff.Changes.RemoveAsync(who, admin.StaffId, Cancel)).Error,
            (await staff.Changes.RestoreAsync(who, admin.StaffId, Cancel)).Error,
            (await staff.Links.InviteAsync(who, admin.StaffId, Cancel)).Error,
            (await sessions.ListAsync(who, admin.StaffId, Cancel)).Error,
            (await sessions.EndAsync(who, session.Id, Cancel)).Error,
            (await sessions.EndAllAsync(who, admin.StaffId, Cancel)).Error,
        ];

        Assert.All(errors, error => Assert.Equal(new CommonRefusal.NotAllowed(Right.ManageStaff), error));
        Assert.NotNull(await sessions.FindAsync(session.Id, Cancel));
        var refused = await venue.Store.ReadAsync(
            db => db.Audit.Where(a => a.Action == AuditEntry.Refused).ToListAsync(Cancel),
            Cancel
        );
        Assert.Equal(errors.Length, refused.Count);
        Assert.All(
            refused,
            line =>
                Assert.Equal(
                    (AuditEntry.Rights, "ManageStaff", "Любопытный"),
                    (line.Subject, line.SubjectId, line.ActorName)
                )
        );
    }

    internal static async Task<(StaffRegistry Staff, Actor.Staff Admin)> AdminAsync(TestVenue venue)
    {
        var staff = venue.Services.GetRequiredService<StaffRegistry>();
        return (staff, (await staff.Lookup.AdminFromTelegramAsync(42, "Мария", Cancel))!.ToActor());
    }

    private static Task<List<StaffMember>> AdminsAsync(TestVenue venue) =>
        venue.Store.ReadAsync(
            db => db.Staff.Where(s => s.IsActive && s.Role == StaffRole.Admin).OrderBy(s => s.Id).ToListAsync(Cancel),
            Cancel
        );
}
