using System.Text;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.JSInterop;
using TantraSmoke.Core.Entities;
using TantraSmoke.Web.Auth;
using TantraSmoke.Web.Components.Shared;

namespace TantraSmoke.Tests.Unit.Shared;

public sealed class DraftsTests
{
    [Fact]
    public async Task Find_LineLostBeforeTheBrowserAnswered_AsksAgain()
    {
        var protection = new EphemeralDataProtectionProvider();
        var kept = protection.CreateProtector("Drafts", $"{TestVenue.Anna.StaffId}").Protect("\"Olga\"");
        var browser = new Browser(lostAnswers: 1, $$"""{"side":"{{kept}}"}""");
        var drafts = new Drafts(browser, new Session(), protection);

        Assert.Equal("Olga", await drafts.FindAsync<string>("side"));
        Assert.Equal(2, browser.Asked);
    }

    private sealed class Session : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() =>
            Task.FromResult(new AuthenticationState(new SignedIn(Guid.NewGuid(), TestVenue.Anna).ToPrincipal()));
    }

    /// <summary>A call whose answer is lost with the line ends as one that took too long.</summary>
    private sealed class Browser(int lostAnswers, string copies) : IJSRuntime
    {
        public int Asked { get; private set; }

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) =>
            InvokeAsync<TValue>(identifier, CancellationToken.None, args);

        public ValueTask<TValue> InvokeAsync<TValue>(
            string identifier,
            CancellationToken cancellationToken,
            object?[]? args
        ) =>
            ++Asked <= lostAnswers
                ? ValueTask.FromException<TValue>(new TaskCanceledException())
                : ValueTask.FromResult((TValue)(object)new Copies(copies));
    }

    private sealed class Copies(string json) : IJSStreamReference
    {
        public long Length => json.Length;

        public ValueTask<Stream> OpenReadStreamAsync(long maxAllowedSize, CancellationToken cancellationToken) =>
            ValueTask.FromResult<Stream>(new MemoryStream(Encoding.UTF8.GetBytes(json)));

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
