namespace TantraSmoke.Core.Rooms;

/// <summary>Merges drafts of a hall that were changed by two people.</summary>
public static class HallMerge
{
    /// <summary>
    /// Rebases the changes made since <paramref name="begun"/> onto what somebody else saved: a three-way merge by
    /// field in which this draft wins conflicts.
    /// </summary>
    /// <param name="theirs">The hall as saved now.</param>
    /// <param name="begun">The hall when this draft was begun.</param>
    public static HallDraft Onto(this HallDraft hall, HallDraft theirs, HallDraft begun)
    {
        var tables = theirs
            .Tables.Select(their =>
                hall.Table(their.Key) is { } mine ? mine.Onto(their, begun.Table(their.Key) ?? their) : their
            )
            .Concat(hall.Tables.Where(t => t.IsNew))
            .ToList();
        var keys = tables.Select(t => t.Key).ToHashSet();
        var combinations = Merged(
            hall.Combinations,
            theirs.Combinations,
            begun.Combinations,
            (one, other) => one.Id != 0 && one.Id == other.Id
        );
        return theirs with
        {
            Name = Merged(hall.Name, theirs.Name, begun.Name),
            Width = Merged(hall.Width, theirs.Width, begun.Width),
            Height = Merged(hall.Height, theirs.Height, begun.Height),
            Tables = tables,
            Combinations = [.. combinations.Where(c => c.Tables.All(keys.Contains))],
            Marks = Merged(hall.Marks, theirs.Marks, begun.Marks, (one, other) => one == other),
        };
    }

    /// <summary>
    /// This draft as a change of <paramref name="saved"/>, for undoing a save: tables added since are retired, because
    /// they may be booked.
    /// </summary>
    public static HallDraft Over(this HallDraft hall, HallDraft saved) =>
        hall with
        {
            Version = saved.Version,
            Tables =
            [
                .. hall.Tables,
                .. saved.Tables.Where(t => hall.Table(t.Key) is null).Select(t => t with { IsActive = false }),
            ],
        };

    private static T Merged<T>(T mine, T theirs, T begun) =>
        EqualityComparer<T>.Default.Equals(mine, begun) ? theirs : mine;

    /// <summary>Merges by language, so that a translation and a correction both survive.</summary>
    private static LocalText Merged(LocalText mine, LocalText theirs, LocalText begun) =>
        new(Merged(mine.Ru, theirs.Ru, begun.Ru), Merged(mine.En, theirs.En, begun.En));

    /// <summary>Their list with this draft's removals, changes and additions applied.</summary>
    private static List<T> Merged<T>(
        IReadOnlyList<T> mine,
        IReadOnlyList<T> theirs,
        IReadOnlyList<T> begun,
        Func<T, T, bool> isSame
    )
        where T : notnull
    {
        var touched = begun.Where(was => !mine.Contains(was)).ToList();
        return
        [
            .. theirs.Where(their => !touched.Exists(was => isSame(was, their))),
            .. mine.Where(one => !begun.Contains(one)),
        ];
    }

    private static TableDraft Onto(this TableDraft mine, TableDraft theirs, TableDraft begun) =>
        new(
            mine.Key,
            Merged(mine.Number, theirs.Number, begun.Number),
            Merged(mine.Seats, theirs.Seats, begun.Seats),
            Merged(mine.MinParty, theirs.MinParty, begun.MinParty),
            Merged(mine.Description, theirs.Description, begun.Description),
            Merged(mine.Place, theirs.Place, begun.Place),
            Merged(mine.Zone ?? LocalText.Empty, theirs.Zone ?? LocalText.Empty, begun.Zone ?? LocalText.Empty)
                is { IsEmpty: false } zone
                ? zone
                : null,
            Merged(mine.IsOnline, theirs.IsOnline, begun.IsOnline),
            Merged(mine.IsActive, theirs.IsActive, begun.IsActive)
        );
}
