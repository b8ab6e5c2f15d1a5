using System.Diagnostics.CodeAnalysis;

namespace TantraSmoke.Core.Common;

/// <summary>
/// What a venue writes for others to read, in the two languages they are spoken to. Where one is missing, the other is
/// read.
/// </summary>
public sealed record LocalText(string Ru, string En = "")
{
    public static LocalText Empty { get; } = new("");

    /// <summary>Written in neither language.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Ru) && string.IsNullOrWhiteSpace(En);

    /// <summary>Characters of the longer one.</summary>
    public int Length => Math.Max(Ru.Length, En.Length);

    /// <summary>What was written, by language, without what was not.</summary>
    public IEnumerable<string> Written => new[] { Ru, En }.Where(text => !string.IsNullOrWhiteSpace(text)).Distinct();

    /// <summary>
    /// What is read in a language, as two letters; Russian where it is "ru" and English in any other.
    /// </summary>
    public string In(string language)
    {
        var (own, other) = language == "ru" ? (Ru, En) : (En, Ru);
        return string.IsNullOrWhiteSpace(own) ? other : own;
    }

    /// <summary>What was written in exactly this language; empty where nothing was.</summary>
    public string Exactly(string language) => language == "ru" ? Ru : En;

    public LocalText With(string language, string text) =>
        language == "ru" ? this with { Ru = text } : this with { En = text };

    public LocalText Trimmed() => Map(text => text.Trim());

    /// <summary>Changes what is written; what is not stays empty.</summary>
    public LocalText Map(Func<string, string> change) => new(Changed(Ru, change), Changed(En, change));

    /// <summary>Two texts are called the same where one language has the same words for both.</summary>
    public bool IsNamedLike(LocalText other) =>
        Written.Intersect(other.Written, StringComparer.OrdinalIgnoreCase).Any();

    /// <summary>What is read in Russian, as in logs.</summary>
    public override string ToString() => In("ru");

    /// <summary>A text in one language only, which all read.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator LocalText?(string? text) => text is null ? null : new LocalText(text);

    private static string Changed(string text, Func<string, string> change) =>
        string.IsNullOrWhiteSpace(text) ? "" : change(text);
}
