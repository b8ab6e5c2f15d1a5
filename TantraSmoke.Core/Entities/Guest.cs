namespace TantraSmoke.Core.Entities;

/// <summary>A guest, known from Telegram, by phone number, or both. Table <c>users</c>.</summary>
public sealed class Guest
{
    public const int NameLimit = 120;
    public const int NotesLimit = 2000;

    private Guest() { }

    public Guest(string name, DateTimeOffset now)
    {
        Rename(name);
        CreatedAt = now;
    }

    public long Id { get; private set; }
    public long? TelegramId { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>Telegram username without the @.</summary>
    public string? Username { get; private set; }

    /// <summary>E.164, as parsed by <see cref="PhoneNumber"/>.</summary>
    public string? Phone { get; private set; }

    /// <summary>IETF language code reported by Telegram, for example "ru".</summary>
    public string? Language { get; private set; }

    /// <summary>Language chosen with /language; overrides the one Telegram reports.</summary>
    public string? ChosenLanguage { get; private set; }

    /// <summary>The campaign that brought the guest before their first booking.</summary>
    public string? Campaign { get; private set; }

    /// <summary>Free-text notes by staff.</summary>
    public string? Notes { get; private set; }

    /// <summary>Short labels that staff sort guests by ("regular", "press").</summary>
    public List<string> Tags { get; private set; } = [];

    /// <summary>
    /// First line, for sorting: name and @username in lower case, ё as е. Second line, for searching: their
    /// <see cref="SearchKey"/>.
    /// </summary>
    public string SearchText { get; private set; } = "";

    /// <summary>The guest this record was merged into; bookings move to that guest.</summary>
    public long? MergedIntoId { get; private set; }

    /// <summary>When personal data was deleted on request; only counts remain.</summary>
    public DateTimeOffset? AnonymizedAt { get; private set; }

    public bool IsBlocked { get; private set; }
    public string? BlockReason { get; private set; }

    /// <summary>The guest blocked the bot or deleted the account: nothing is sent until they write again.</summary>
    public bool IsUnreachable { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public void KnownFromTelegram(long telegramId, string name, string? username, string? language)
    {
        TelegramId = telegramId;
        Username = username;
        Rename(name);
        Language = language;
        IsUnreachable = false;
    }

    public void KnownByPhone(string phone) => Phone = phone;

    public void Speak(string? language) => ChosenLanguage = language;

    public void CameBy(string campaign) => Campaign ??= campaign;

    public void Block(string reason)
    {
        IsBlocked = true;
        BlockReason = reason;
    }

    public void Unblock()
    {
        IsBlocked = false;
        BlockReason = null;
    }

    /// <summary>The facts that staff may change.</summary>
    public GuestFacts Facts => new(Name, Phone, Language, Notes, Tags);

    /// <summary>Applies the facts staff entered; name and language of a Telegram guest are kept.</summary>
    public void Describe(GuestFacts facts)
    {
        Phone = facts.Phone;
        Notes = facts.Notes;
        Tags = [.. facts.Tags];
        if (TelegramId is not null)
            return;
        Rename(facts.Name);
        Language = facts.Language;
    }

    /// <summary>Merges this guest into another one, which takes over the missing facts.</summary>
    public void MergeInto(Guest other)
    {
        MergedIntoId = other.Id;
        other.Phone ??= Phone;
        other.Language ??= Language;
        other.ChosenLanguage ??= ChosenLanguage;
        other.Campaign ??= Campaign;
        var notes = string.Join('\n', new[] { other.Notes, Notes }.OfType<string>().Distinct());
        other.Notes = notes.Length == 0 ? null : Plain.Start(notes, NotesLimit);
        other.Tags = [.. other.Tags.Concat(Tags).Distinct(StringComparer.OrdinalIgnoreCase).Take(GuestFacts.MostTags)];
        if (IsBlocked && !other.IsBlocked)
            other.Block(BlockReason ?? "");
    }

    /// <summary>Deletes the personal data; the record remains for counts.</summary>
    public void Anonymize(DateTimeOffset now)
    {
        (Name, SearchText, Tags) = ("", "", []);
        (TelegramId, Username, Phone, Language, ChosenLanguage, Notes, BlockReason) = (
            null,
            null,
            null,
            null,
            null,
            null,
            null
        );
        (IsBlocked, IsUnreachable, AnonymizedAt) = (false, false, now);
    }

    public void Unreachable() => IsUnreachable = true;

    private void Rename(string name)
    {
        Name = Trimmed(name);
        SearchText = SearchTextOf(Name, Username);
    }

    internal static string SearchTextOf(string name, string? username) =>
        $"{Searchable($"{name} {username}")}\n{SearchKey.Of($"{name} {username}")}";

    /// <summary>Normalises text for searches, because databases lower-case differently.</summary>
    public static string Searchable(string text) => text.Trim().ToLowerInvariant().Replace('ё', 'е');

    internal static string Trimmed(string name)
    {
        name = name.Trim();
        return Plain.Start(name, NameLimit);
    }
}
