using System.Net;
using System.Reflection;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;
using TantraSmoke.Web;
using TantraSmoke.Web.Features.Bookings;
using TantraSmoke.Web.Features.Print;
using TantraSmoke.Web.Texts;

namespace TantraSmoke.Tests.Components.Bookings;

/// <summary>A new field of a booking is asked for wherever one must not be forgotten.</summary>
public sealed class BookingDetailsTests
{
    private static readonly DashboardTexts Texts = DashboardTexts.Of("en");

    private static readonly BookingRow Row = Samples.Booking with { Details = Samples.Details };

    private static readonly PropertyInfo[] Fields =
    [
        .. typeof(BookingDetails)
            .GetProperties()
            .Where(p => p.Name is not (nameof(BookingDetails.PartySize) or nameof(BookingDetails.GuestId))),
    ];

    [Fact]
    public void Sample_HasEveryField() =>
        Assert.All(Fields, field => Assert.True(field.GetValue(Samples.Details) is not null, field.Name));

    [Fact]
    public void MergedWith_TakesTheirsOnlyWhereNothingWasTyped()
    {
        var before = new BookingDetails(3, 8);

        Assert.Equal(Samples.Details, before.MergedWith(before, Samples.Details));
        Assert.Equal(Samples.Details, Samples.Details.MergedWith(before, before));
    }

    [Fact]
    public async Task Difference_FromNothing_NamesEveryField()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var booking = await venue.BookAsync(TestVenue.Anna, 20, table: 5);
        var before = booking.State with { Details = new BookingDetails(2, 7) };
        var line = new BookingHistory(
            booking.Id,
            BookingAction.Edited,
            TestVenue.Anna,
            venue.Time.GetUtcNow(),
            2,
            null,
            null
        );
        var change = new BookingChange(line, before, before with { Details = Samples.Details }, null, null);

        Said(string.Join('\n', BookingDifference.Of(change, await venue.CatalogAsync(), Texts).Select(d => d.After)));
    }

    [Fact]
    public async Task Export_HasEveryField()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        var row = Row with { TableIds = [await venue.TableAsync(5)] };

        var cells = BookingCells.Of(row, await venue.CatalogAsync(), Texts).ToList();

        Said(string.Join('\n', cells));
        Assert.All(DashboardTexts.All, texts => Assert.Equal(cells.Count, texts.ExportColumns.Count));
    }

    [Fact]
    public async Task Sheet_OnPaper_HasEveryField()
    {
        await using var venue = await TestVenue.OpenAsync(TestDatabase.Sqlite);
        using var brand = new BrandAssets();
        await using var context = new DashboardContext(texts: Texts);
        context.Services.AddSingleton(brand);
        var catalog = await venue.CatalogAsync();

        var sheet = context.Render<ShiftSheet>(parameters =>
            parameters
                .Add(s => s.Day, TestVenue.Day)
                .Add(s => s.Now, TestVenue.Friday)
                .Add(s => s.Catalog, catalog)
                .Add(s => s.Rows, [Row with { TableIds = [catalog.Tables[0].Id] }])
        );

        Said(sheet.Markup);
    }

    [Fact]
    public async Task Panel_HasEveryField()
    {
        await using var context = new DashboardContext(texts: Texts);

        Said(context.Render<BookingContact>(panel => panel.Add(p => p.Booking, Row)).Markup);
    }

    [Fact]
    public async Task Form_HasEveryField_AndIsOpenWhenOneOfThemHasAValue()
    {
        await using var context = new DashboardContext(texts: Texts);
        foreach (var field in Fields.Where(field => field.Name != nameof(BookingDetails.Comment)))
        {
            var details = new BookingDetails(2);
            field.SetValue(details, field.GetValue(Samples.Details));
            var form = context.Render<BookingExtras>(extras => extras.Add(e => e.Details, details));

            Assert.True(form.Find("details").HasAttribute("open"), field.Name);
        }

        Said(context.Render<BookingExtras>(extras => extras.Add(e => e.Details, Samples.Details)).Markup);
    }

    private static void Said(string text)
    {
        text = WebUtility.HtmlDecode(text);
        Assert.All(
            Fields,
            field =>
                Assert.Contains(
                    field.GetValue(Samples.Details) switch
                    {
                        Occasion occasion => Texts.Occasion(occasion),
                        var value => $"{value}",
                    },
                    text,
                    StringComparison.Ordinal
                )
        );
    }
}
