namespace TantraSmoke.Core.Entities;

/// <summary>Somebody who books: known from Telegram, from the phone, or both. Table <c>users</c>.</summary>
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

    /// <summary>Telegram @username without the @.</summary>
    public string? Username { get; private set; }

    /// <summary>E.164, as <see cref="PhoneNumber"/> reads it.</summary>
    public string? Phone { get; private set; }

    /// <summary>IETF language code Telegram reports, for example "ru".</summary>
    public string? Language { get; private set; }

    /// <summary>The language they chose in the chat, whatever Telegram reports.</summary>
    public string? ChosenLanguage { get; private set; }

    /// <summary>The campaign that brought them, before they had ever booked.</summary>
    public string? Campaign { get; private set; }

    /// <summary>What staff should know, in their own words.</summary>
    public string? Notes { get; private set; }

    /// <summary>Short words staff sort guests by ("regular", "press").</summary>
    public List<string> Tags { get; private set; } = [];

    /// <summary>
    /// Name and @username in lower case, ё as е, for sorting; on a second line their <see cref="SearchKey"/>, for
    /// searching.
    /// </summary>
    public string SearchText { get; private set; } = "";

    /// <summary>The guest this one turned out to be; its bookings are theirs.</summary>
    public long? MergedIntoId { get; private set; }

    /// <summary>When personal data was deleted on request; what remains only counts.</summary>
    public DateTimeOffset? AnonymizedAt { get; private set; }

    public bool IsBlocked { get; private set; }
    public string? BlockReason { get; private set; }

    /// <summary>
    /// The guest blocked the bot or deleted the account: nothing is sent any more until they write again.
    /// </summary>
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

    /// <summary>What staff may change about them.</summary>
    public GuestFacts Facts => new(Name, Phone, Language, Notes, Tags);

    /// <summary>Takes what staff wrote; what Telegram says about its people stays.</summary>
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

    /// <summary>This guest turned out to be that one, who takes over what was known of them.</summary>
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

    /// <summary>Forgets who this was; only that there was somebody remains.</summary>
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

    /// <summary>Text as searches compare it: databases differ in what they call lower case.</summary>
    public static string Searchable(string text) => text.Trim().ToLowerInvariant().Replace('ё', 'е');

    internal static string Trimmed(string name)
    {
        name = name.Trim();
        return Plain.Start(name, NameLimit);
    }
}
