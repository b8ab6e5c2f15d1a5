using System.Diagnostics.CodeAnalysis;

namespace TantraSmoke.Core.Common;

/// <summary>
/// A text by the venue in Russian and English; a missing translation falls back to the other language.
/// </summary>
public sealed record LocalText(string Ru, string En = "")
{
    /// <summary>The languages it can be written in, two letters each.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["ru", "en"];

    public static LocalText Empty { get; } = new("");

    /// <summary>Empty in both languages.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Ru) && string.IsNullOrWhiteSpace(En);

    /// <summary>Length of the longer text in characters.</summary>
    public int Length => Math.Max(Ru.Length, En.Length);

    /// <summary>The non-empty texts.</summary>
    public IEnumerable<string> Written => new[] { Ru, En }.Where(text => !string.IsNullOrWhiteSpace(text)).Distinct();

    /// <summary>The text for a two-letter language: Russian for "ru", English for any other, with fallback.</summary>
    public string In(string language)
    {
        var (own, other) = language == "ru" ? (Ru, En) : (En, Ru);
        return string.IsNullOrWhiteSpace(own) ? other : own;
    }

    /// <summary>The text in exactly this one of <see cref="Languages"/>; empty if not translated.</summary>
    public string Exactly(string language) => language == "ru" ? Ru : En;

    public LocalText With(string language, string text) =>
        language == "ru" ? this with { Ru = text } : this with { En = text };

    public LocalText Trimmed() => Map(text => text.Trim());

    /// <summary>Applies a change to the non-empty texts.</summary>
    public LocalText Map(Func<string, string> change) => new(Changed(Ru, change), Changed(En, change));

    /// <summary>Whether both have the same words in one of the languages.</summary>
    public bool IsNamedLike(LocalText other) =>
        Written.Intersect(other.Written, StringComparer.OrdinalIgnoreCase).Any();

    /// <summary>The Russian text, as in logs.</summary>
    public override string ToString() => In("ru");

    /// <summary>A text in one language, used for all.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator LocalText?(string? text) => text is null ? null : new LocalText(text);

    private static string Changed(string text, Func<string, string> change) =>
        string.IsNullOrWhiteSpace(text) ? "" : change(text);
}
