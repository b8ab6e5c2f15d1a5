using System.Text.Json;
using System.Text.Json.Serialization;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Guests;

namespace TantraSmoke.Bot.Screens;

/// <summary>
/// The state of a chat's dialog, stored as JSON. A session of another <see cref="Format"/> is discarded and the dialog
/// starts over.
/// </summary>
public sealed class ChatSession
{
    public const int CurrentFormat = 1;

    /// <summary>Sessions live this long after the last step.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private const int HandledLimit = 64;
    private const int BackLimit = 16;

    public int Format { get; init; } = CurrentFormat;
    public required long ChatId { get; init; }
    public string Screen { get; set; } = "";
    public string? Argument { get; set; }
    public List<Place> Back { get; init; } = [];
    public BookingDraft Draft { get; set; } = new();

    /// <summary>The one message of the dialog; null before the first.</summary>
    public int? MessageId { get; set; }

    /// <summary>The picture that message shows; null for a text.</summary>
    public string? PhotoKey { get; set; }

    /// <summary>Changes with every view, so that taps on old views are recognized.</summary>
    public string Token { get; set; } = "";

    /// <summary>
    /// The actions of the current view's buttons by position; callback data holds token and position only.
    /// </summary>
    public List<Tap> Taps { get; set; } = [];

    /// <summary>The callback data of the last tap; the same again is a double tap.</summary>
    public string? LastTap { get; set; }

    /// <summary>The toast for a double tap.</summary>
    public string? LastAnswer { get; set; }

    /// <summary>The view was redrawn because of a tap on an old one.</summary>
    public bool IsRedrawn { get; set; }

    public long GuestId { get; set; }

    /// <summary>The guest's usual booking to propose, read at /start and after booking.</summary>
    public UsualBooking? Usual { get; set; }

    public bool HasPhone { get; set; }

    /// <summary>The language the guest chose; null: as Telegram reports.</summary>
    public string? Language { get; set; }

    /// <summary>The campaign of the link they followed, until they book.</summary>
    public string? Campaign { get; set; }

    /// <summary>The message with the button that shares the phone number, while it is shown.</summary>
    public int? ContactPromptId { get; set; }
    public TelegramPerson? Person { get; set; }

    /// <summary>The last updates handled, so that redelivered ones are ignored.</summary>
    public List<int> Handled { get; init; } = [];

    [JsonIgnore]
    public ShownMessage? Message
    {
        get => MessageId is { } id ? new ShownMessage(id, PhotoKey) : null;
        set => (MessageId, PhotoKey) = (value?.Id, value?.PhotoKey);
    }

    public void MarkHandled(int updateId)
    {
        Handled.Add(updateId);
        if (Handled.Count > HandledLimit)
            Handled.RemoveRange(0, Handled.Count - HandledLimit);
    }

    public void Go(string screen, string? argument, TurnMode mode)
    {
        if (mode == TurnMode.Reset)
            Back.Clear();
        else if (mode == TurnMode.BackTo && Back.FindLastIndex(p => p.Screen == screen) is >= 0 and var index)
            Back.RemoveRange(index, Back.Count - index);
        else if (mode == TurnMode.Forward && Screen.Length > 0)
            Back.Add(new Place(Screen, Argument));
        if (Back.Count > BackLimit)
            Back.RemoveAt(0);
        (Screen, Argument) = (screen, argument);
    }

    /// <returns>false when there is nowhere to go back to.</returns>
    public bool GoBack()
    {
        if (Back.Count == 0)
            return false;
        (Screen, Argument) = Back[^1];
        Back.RemoveAt(Back.Count - 1);
        return true;
    }

    public void Know(Guest guest) =>
        (GuestId, HasPhone, Language) = (guest.Id, guest.Phone is not null, guest.ChosenLanguage);

    /// <param name="answer">What the same tap is told when it comes again.</param>
    public void NoteTap(string? data, string? answer, bool isRedrawn) =>
        (LastTap, LastAnswer, IsRedrawn) = (data, answer, isRedrawn);

    public string ToJson() => JsonSerializer.Serialize(this, ChatSessionJson.Default.ChatSession);

    /// <summary>Null for JSON of another format.</summary>
    public static ChatSession? FromJson(string json)
    {
        try
        {
            return
                JsonSerializer.Deserialize(json, ChatSessionJson.Default.ChatSession)
                    is { Format: CurrentFormat } session
                ? session
                : null;
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>A screen with what it is about.</summary>
    public sealed record Place(string Screen, string? Argument);

    /// <summary>What one button does.</summary>
    public sealed record Tap(string Action, string? Argument);
}

/// <summary>Source-generated, since it runs with every step.</summary>
[JsonSerializable(typeof(ChatSession))]
internal sealed partial class ChatSessionJson : JsonSerializerContext;

/// <summary>The booking a guest is making.</summary>
public sealed record BookingDraft
{
    /// <summary>The idempotency key of the booking.</summary>
    public Guid Key { get; init; } = Guid.NewGuid();

    public int PartySize { get; init; }
    public DateOnly ServiceDay { get; init; }
    public int SlotId { get; init; }

    /// <summary>Wished for before the days were shown; taken at that step.</summary>
    public DateOnly? WishedDay { get; init; }

    /// <summary>The table whose code was scanned; taken where it is free and large enough.</summary>
    public int? WishedTable { get; init; }

    /// <summary>
    /// Wished for before the times were shown, in venue time; two where "8" may be morning or evening.
    /// </summary>
    public IReadOnlyList<TimeOnly> WishedTimes { get; init; } = [];

    /// <summary>How many slots in a row.</summary>
    public int Slots { get; init; } = 1;

    /// <summary>The booking being moved; null for a new one.</summary>
    public Guid? Moving { get; init; }

    public IReadOnlyList<int> TableIds { get; init; } = [];
    public DateTimeOffset StartsAt { get; init; }
    public DateTimeOffset EndsAt { get; init; }
    public DateTimeOffset HeldUntil { get; init; }
    public string? Comment { get; init; }
}
