using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(TantraSmoke.Tests.Support.LongestFirst))]

namespace TantraSmoke.Tests.Support;

/// <summary>
/// Classes of which one takes as long as a hundred others begin first, so that the run does not end with one of them
/// alone. Of equals the order is always the same.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Order =
    [
        "Browser.AccessibilityTests",
        "Browser.ComingBackTests",
        "Resilience.",
        "Browser.",
        "Web.StartTests",
        "Data.Demo.",
    ];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(
        IReadOnlyCollection<TTestCollection> testCollections
    )
        where TTestCollection : ITestCollection =>
        [
            .. testCollections
                .OrderBy(c => Place(c.TestCollectionDisplayName))
                .ThenBy(c => c.TestCollectionDisplayName, StringComparer.Ordinal),
        ];

    private static int Place(string name)
    {
        var place = Array.FindIndex(
            Order,
            start => name.Contains($"TantraSmoke.Tests.{start}", StringComparison.Ordinal)
        );
        return place < 0 ? Order.Length : place;
    }
}
