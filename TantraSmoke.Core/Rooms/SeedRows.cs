using System.Globalization;
using TantraSmoke.Core.Entities;

namespace TantraSmoke.Core.Rooms;

/// <summary>
/// What loading a seed did, in numbers of tables or slots; or, in <paramref name="Problem"/>, why nothing was loaded.
/// </summary>
public sealed record SeedReport(int Added, int Changed, int Unchanged, SeedProblem? Problem = null);

/// <param name="Hall">Null where the file does not say: a table that is there stays in its hall.</param>
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
    /// <summary>Null where the file does not say: what is there stays so, and new tables are both.</summary>
    public bool? IsOnline { get; init; }
    public bool? IsActive { get; init; }

    public IReadOnlyList<CombinationSeed> Combinations { get; init; } = [];
}

/// <param name="Tables">Numbers.</param>
internal sealed record CombinationSeed(string Name, IReadOnlyList<int> Tables, int MinParty, int Seats)
{
    public static string NameOf(IEnumerable<int> numbers) =>
        string.Join('+', numbers.Distinct().Order().Select(n => n.ToString(CultureInfo.InvariantCulture)));
}

internal sealed record SlotSeed(TimeOnly Start, TimeOnly End);
