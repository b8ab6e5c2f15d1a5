using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Core.Staff;
using TantraSmoke.Web.Texts;

namespace TantraSmoke.Tests.Support;

/// <summary>
/// Renders components to HTML without a browser, with bUnit's verbs. What happens under clicks is tested in a real browser.
/// Every component gets the English texts and a host unless told otherwise.
/// </summary>
public sealed class ComponentContext : IAsyncDisposable
{
    private readonly ServiceProvider? _own;
    private readonly HtmlRenderer _renderer;

    public ComponentContext(IServiceProvider? services = null, DashboardTexts? texts = null)
    {
        services ??= _own = new ServiceCollection().AddLogging().BuildServiceProvider();
        Texts = texts ?? DashboardTexts.Of("en");
        _renderer = new HtmlRenderer(services, Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance);
    }

    public DashboardTexts Texts { get; }

    /// <summary>Renders a component and parses what came out.</summary>
    public Task<RenderedComponent> Render<TComponent>(params (string Name, object? Value)[] parameters)
        where TComponent : IComponent =>
        _renderer.Dispatcher.InvokeAsync(async () =>
        {
            RenderFragment component = builder =>
            {
                builder.OpenComponent<TComponent>(0);
                foreach (var (name, value) in parameters)
                    builder.AddComponentParameter(1, name, value);
                builder.CloseComponent();
            };
            var root = await _renderer.RenderComponentAsync<CascadingValue<DashboardTexts>>(ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                [nameof(CascadingValue<>.Value)] = Texts,
                [nameof(CascadingValue<>.ChildContent)] = Cascading<Actor.Staff>(TestVenue.Anna, component),
            }));
            return new RenderedComponent(root.ToHtmlString(), () => _renderer.Dispatcher.InvokeAsync(root.ToHtmlString));
        });

    public async ValueTask DisposeAsync()
    {
        await _renderer.DisposeAsync();
        if (_own is not null)
            await _own.DisposeAsync();
    }

    private static RenderFragment Cascading<T>(T value, RenderFragment content) => builder =>
    {
        builder.OpenComponent<CascadingValue<T>>(0);
        builder.AddComponentParameter(1, nameof(CascadingValue<>.Value), value);
        builder.AddComponentParameter(2, nameof(CascadingValue<>.ChildContent), content);
        builder.CloseComponent();
    };
}

/// <summary>The HTML of a component, as it was when it was looked at.</summary>
public sealed class RenderedComponent(string markup, Func<Task<string>> look)
{
    private readonly IDocument _document = new HtmlParser().ParseDocument(markup);

    /// <summary>The one element that matches; fails when there is none or more than one.</summary>
    public IElement Find(string selector) => Assert.Single(FindAll(selector));

    public IReadOnlyList<IElement> FindAll(string selector) => [.. _document.QuerySelectorAll(selector)];

    /// <summary>The same component as it is now.</summary>
    public async Task<RenderedComponent> LookAgainAsync() => new(await look(), look);
}
