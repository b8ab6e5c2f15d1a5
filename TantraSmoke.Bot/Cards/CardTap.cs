using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using Telegram.Bot.Types.ReplyMarkups;

namespace TantraSmoke.Bot.Cards;

/// <summary>
/// What a button under a card says: which kind of card, what was pressed, what it is about, and how that stood when the
/// card was drawn. It travels in the callback data, so it is a question, never a permission: whoever presses is checked
/// in Core, and a card that speaks of how things were before is drawn anew instead of acting.
/// </summary>
/// <param name="Stamp">What the card was drawn from, for example the booking's time; the card itself knows how to
/// compare it.</param>
public sealed record CardTap(string Kind, string Action, Guid Id, long Stamp)
{
    /// <summary>No token of a dialog begins with it.</summary>
    private const char Mark = '!';

    /// <summary>
    /// Callback data, at most 64 bytes where kind and action have no more than 12 characters together.
    /// </summary>
    public string ToData() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Mark}{Kind}.{Action}.{Base64Url.EncodeToString(Id.ToByteArray())}.{Stamp}"
        );

    /// <summary>Null for what is no card's button.</summary>
    public static CardTap? Read(string? data)
    {
        if (
            data is not [Mark, ..]
            || data[1..].Split('.') is not [var kind, var action, { Length: 22 } id, var stamp]
            || !long.TryParse(stamp, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        )
            return null;
        Span<byte> bytes = stackalloc byte[16];
        return Base64Url.DecodeFromChars(id, bytes, out _, out var written) == OperationStatus.Done && written == 16
            ? new CardTap(kind, action, new Guid(bytes), number)
            : null;
    }
}

/// <summary>
/// A card as it is sent or drawn anew: text as Telegram HTML and rows of buttons, all about one thing.
/// </summary>
/// <param name="Id">Of the booking or the waiting party.</param>
/// <param name="Stamp">See <see cref="CardTap"/>.</param>
public sealed record CardView(
    string Kind,
    Guid Id,
    long Stamp,
    string Html,
    IReadOnlyList<IReadOnlyList<CardButton>> Rows
)
{
    /// <summary>Text alone: nothing is left to press.</summary>
    public CardView(string html)
        : this("", Guid.Empty, 0, html, []) { }

    public InlineKeyboardMarkup Keyboard()
    {
        var keyboard = new InlineKeyboardMarkup();
        foreach (var row in Rows)
            keyboard.AddNewRow([
                .. row.Select(b =>
                    InlineKeyboardButton.WithCallbackData(b.Label, new CardTap(Kind, b.Action, Id, Stamp).ToData())
                ),
            ]);
        return keyboard;
    }
}

/// <summary>A button under a card.</summary>
public sealed record CardButton(string Label, string Action);
