using Bunit;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Floor;
using TantraSmoke.Web.Features.Floor;

namespace TantraSmoke.Tests.Components.Floor;

/// <summary>The floor says what the bot cannot do in the staff's chats, and nothing where all is well.</summary>
public sealed class ChatAlertsTests
{
    [Fact]
    public async Task Alerts_SayWhatIsTheMatter_AndNothingOtherwise()
    {
        await using var venue = await QuestionsPanelTests.OpenAsync();
        await using var scope = venue.Services.CreateAsyncScope();
        await using var context = new DashboardContext(scope.ServiceProvider);
        var room = await venue.Services.GetRequiredService<FloorService>().SnapshotAsync(TestVenue.Cancel);

        Assert.Empty(context.Render<ChatAlerts>(p => p.Add(x => x.Room, room)).FindAll("[data-testid]"));
        var trouble = context.Render<ChatAlerts>(p =>
            p.Add(x => x.Room, room with { ChatTrouble = ChatTrouble.Muted, NotErased = 2 })
        );

        Assert.NotEmpty(trouble.Find("[data-testid='chat-trouble']").TextContent.Trim());
        Assert.Contains("2", trouble.Find("[data-testid='not-erased']").TextContent, StringComparison.Ordinal);
    }
}
