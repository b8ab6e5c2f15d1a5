using Bunit;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using TantraSmoke.Web.Components.Shared;

namespace TantraSmoke.Tests.Components.Shared;

public sealed class DataTableTests
{
    private static readonly TableColumn<string> Name = new("name", "Name", Text) { IsSortable = true, CanHide = false };
    private static readonly TableColumn<string> Seen = new("seen", "Seen", Text)
    {
        IsSortable = true,
        DescendsFirst = true,
    };
    private static readonly TableColumn<string> Code = new("code", "Code", Text) { IsUsual = false };

    [Theory]
    [InlineData(null, "name:none:/list?sort=name seen:none:/list?sort=-seen")]
    [InlineData("name", "name:ascending:/list?sort=-name seen:none:/list?sort=-seen")]
    [InlineData("-name", "name:descending:/list?sort=name seen:none:/list?sort=-seen")]
    [InlineData("-seen", "name:none:/list?sort=name seen:descending:/list?sort=seen")]
    public async Task Head_ByTheOrder_LeadsToTheOtherDirection(string? sort, string expected)
    {
        await using var context = new DashboardContext();

        var table = Render(context, sort);

        Assert.Equal(
            expected,
            string.Join(
                ' ',
                table
                    .FindAll("th[aria-sort]")
                    .Select(head =>
                        $"{head.QuerySelector("a")!.GetAttribute("data-testid")![5..]}:"
                        + $"{head.GetAttribute("aria-sort")}:{head.QuerySelector("a")!.GetAttribute("href")}"
                    )
            )
        );
    }

    [Theory]
    [InlineData(null, "Name Seen")]
    [InlineData("", "Name Seen Code")]
    [InlineData("seen,code", "Name")]
    [InlineData("name,unheard-of", "Name Seen Code")]
    public async Task Columns_LeftOutOnThisDevice_StayOut_AndThoseThatMustStandThereStand(string? kept, string expected)
    {
        await using var context = new DashboardContext();
        context.JSInterop.Setup<string?>("localStorage.getItem", "columns-list").SetResult(kept);

        Assert.Equal(expected, Heads(Render(context)));
    }

    [Fact]
    public async Task Column_Ticked_AppearsAndIsRemembered()
    {
        await using var context = new DashboardContext();
        var menus = context.Render<MudPopoverProvider>();
        var table = Render(context);

        await table.Find("[data-testid=columns] button").ClickAsync();
        await menus.WaitForElement("[data-testid=column-code]").ClickAsync();

        Assert.Equal("Name Seen Code", Heads(table));
        Assert.Equal("", context.JSInterop.VerifyInvoke("localStorage.setItem").Arguments[1]);
    }

    [Fact]
    public async Task Rows_WithAGroup_StandUnderOneHeadingEach()
    {
        await using var context = new DashboardContext();

        var table = Render(context, group: row => row[..1]);

        Assert.Equal(
            "a a1 a2 b b1",
            string.Join(' ', table.FindAll("tbody tr").Select(row => row.FirstElementChild!.TextContent.Trim()))
        );
    }

    private static IRenderedComponent<DataTable<string>> Render(
        DashboardContext context,
        string? sort = null,
        Func<string, string>? group = null
    ) =>
        context.Render<DataTable<string>>(table =>
            table
                .Add(t => t.Name, "list")
                .Add(t => t.Columns, [Name, Seen, Code])
                .Add(t => t.Rows, ["a1", "a2", "b1"])
                .Add(t => t.RowKey, row => row)
                .Add(t => t.Sort, sort)
                .Add(t => t.SortHref, order => $"/list?sort={order}")
                .Add(t => t.Group, group)
        );

    private static string Heads(IRenderedComponent<DataTable<string>> table) =>
        string.Join(' ', table.FindAll("thead th:not(.cell-end)").Select(head => head.TextContent.Trim()));

    private static RenderFragment Text(string row) => builder => builder.AddContent(0, row);
}
