namespace TantraSmoke.Core.Entities;

/// <summary>
/// The facts about a guest that staff may change. Name and language of a Telegram guest come from Telegram.
/// </summary>
public sealed record GuestFacts(string Name, string? Phone, string? Language, string? Notes, IReadOnlyList<string> Tags)
{
    public const int TagLimit = 30;
    public const int MostTags = 12;

    public bool Equals(GuestFacts? other) =>
        other is not null
        && Name == other.Name
        && Phone == other.Phone
        && Language == other.Language
        && Notes == other.Notes
        && Tags.SequenceEqual(other.Tags);

    public override int GetHashCode() => HashCode.Combine(Name, Phone, Notes);

    /// <summary>Trimmed, empty as null, tags without duplicates.</summary>
    internal GuestFacts Tidy() =>
        new(
            Guest.Trimmed(Name),
            Blank(Phone),
            Blank(Language),
            Blank(Notes),
            [
                .. Tags.Select(tag => tag.Trim())
                    .Where(tag => tag.Length is > 0 and <= TagLimit)
                    .Distinct(StringComparer.OrdinalIgnoreCase)
                    .Take(MostTags),
            ]
        );

    /// <summary>
    /// Three-way merge: these facts where they differ from <c>seen</c>, otherwise the current ones. Null on a conflict,
    /// when somebody else changed the same fact to another value.
    /// </summary>
    internal GuestFacts? Onto(GuestFacts now, GuestFacts seen)
    {
        if (
            Clash(Name, now.Name, seen.Name)
            || Clash(Phone, now.Phone, seen.Phone)
            || Clash(Language, now.Language, seen.Language)
            || Clash(Notes, now.Notes, seen.Notes)
            || (!Tags.SequenceEqual(now.Tags) && !Tags.SequenceEqual(seen.Tags) && !now.Tags.SequenceEqual(seen.Tags))
        )
            return null;
        return new GuestFacts(
            Name == seen.Name ? now.Name : Name,
            Phone == seen.Phone ? now.Phone : Phone,
            Language == seen.Language ? now.Language : Language,
            Notes == seen.Notes ? now.Notes : Notes,
            Tags.SequenceEqual(seen.Tags) ? now.Tags : Tags
        );
    }

    private static bool Clash(string? mine, string? now, string? seen) => mine != seen && now != seen && mine != now;

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
