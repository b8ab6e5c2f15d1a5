using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Rooms;

namespace TantraSmoke.Tests.Data.Rooms;

public sealed class TablePhotoStoreTests
{
    private static CancellationToken Cancel => TestVenue.Cancel;

    [Theory, OnBothDatabases]
    public async Task Set_AnotherAndNone_IsWhatTheTableShowsAndTheAuditKnows(TestDatabase database)
    {
        await using var venue = await TestVenue.OpenAsync(database);
        var rooms = venue.Services.GetRequiredService<RoomEditing>();
        var table = await venue.TableAsync(5);
        var (first, second) = (TestPictures.Png(tail: 1).ToArray(), TestPictures.Png(tail: 2).ToArray());

        Assert.True((await rooms.Photos.SetPhotoAsync(TestVenue.Boris, table, first, Cancel)).Succeeded);
        Assert.Equal(TablePhoto.NameOf(first), (await venue.CatalogAsync()).Table(table)!.Photo);
        Assert.True((await rooms.Photos.SetPhotoAsync(TestVenue.Boris, table, second, Cancel)).Succeeded);
        var kept = (await rooms.Photos.PhotoAsync(table, Cancel))!;
        Assert.Equal(
            ("image/png", second.Length, second[^1]),
            (kept.ContentType, kept.Content.Length, kept.Content[^1])
        );
        Assert.NotEqual(TablePhoto.NameOf(first), (await venue.CatalogAsync()).Table(table)!.Photo);

        Assert.True((await rooms.Photos.RemovePhotoAsync(TestVenue.Boris, table, Cancel)).Succeeded);
        Assert.Null(await rooms.Photos.PhotoAsync(table, Cancel));
        Assert.Null((await venue.CatalogAsync()).Table(table)!.Photo);
        var audited = await venue.Store.ReadAsync(
            db =>
                db.Audit.CountAsync(
                    a => a.Subject == AuditEntry.Tables && a.After!.Contains("photo") && a.ActorName == "Boris",
                    Cancel
                ),
            Cancel
        );
        Assert.Equal(3, audited);
    }

    [Fact]
    public async Task Set_WhatIsNoPicture_OrTooLarge_IsRefused()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var rooms = venue.Services.GetRequiredService<RoomEditing>();
        var table = await venue.TableAsync(5);
        var large = new byte[TablePhoto.Largest + 1];
        TestPictures.Png().ToArray().CopyTo(large, 0);

        foreach (
            var content in (byte[][])
                [
                    [],
                    "<svg onload=alert(1)>"u8.ToArray(),
                    large,
                ]
        )
            Assert.Equal(
                new CommonRefusal.InvalidInput("photo"),
                (await rooms.Photos.SetPhotoAsync(TestVenue.Boris, table, content, Cancel)).Error
            );
        Assert.Equal(
            new AvailabilityRefusal.NoLongerOffered(),
            (await rooms.Photos.SetPhotoAsync(TestVenue.Boris, 4711, TestPictures.Png().ToArray(), Cancel)).Error
        );
        Assert.Null(await rooms.Photos.PhotoAsync(table, Cancel));
    }

    [Fact]
    public async Task Save_TheHallAfterwards_KeepsThePhoto()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var rooms = venue.Services.GetRequiredService<RoomEditing>();
        var table = await venue.TableAsync(5);
        var draft = HallDraft.Of(await venue.CatalogAsync(), (await venue.CatalogAsync()).Halls[0].Id)!;
        Assert.True(
            (await rooms.Photos.SetPhotoAsync(TestVenue.Boris, table, TestPictures.Png().ToArray(), Cancel)).Succeeded
        );

        var saved = await rooms.Halls.SaveAsync(
            TestVenue.Boris,
            draft with
            {
                Name = "Зал",
            },
            moveBookings: false,
            Cancel
        );

        Assert.True(saved.Succeeded, saved.Error?.ToString());
        Assert.NotNull((await venue.CatalogAsync()).Table(table)!.Photo);
        Assert.True((await rooms.Beginning.BeginAsync(TestVenue.Boris, [], Cancel)).Succeeded);
        Assert.Null(await rooms.Photos.PhotoAsync(table, Cancel));
    }
}
