using System.Globalization;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Rooms;

/// <summary>
/// Counts of added, changed and unchanged tables or slots; or, in <paramref name="Problem"/>, why nothing was loaded.
/// </summary>
public sealed record SeedReport(int Added, int Changed, int Unchanged, SeedProblem? Problem = null);

/// <param name="Hall">Null if not given: an existing table stays in its hall.</param>
internal sealed record TableSeed(
    int Number,
    int Seats,
    int MinParty,
    LocalText Description,
    LocalText? Hall,
    TablePlace? Place,
    LocalText? Zone,
    IReadOnlyList<int> CombinesWith
)
{
    /// <summary>Null if not given: existing tables keep their value, new ones are online and active.</summary>
    public bool? IsOnline { get; init; }
    public bool? IsActive { get; init; }

    public IReadOnlyList<CombinationSeed> Combinations { get; init; } = [];
}

/// <param name="Tables">Table numbers.</param>
internal sealed record CombinationSeed(string Name, IReadOnlyList<int> Tables, int MinParty, int Seats)
{
    public static string NameOf(IEnumerable<int> numbers) =>
        string.Join('+', numbers.Distinct().Order().Select(n => n.ToString(CultureInfo.InvariantCulture)));
}

internal sealed record SlotSeed(TimeOnly Start, TimeOnly End);
