using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using Telegram.Bot.Types.ReplyMarkups;

namespace TantraSmoke.Bot.Cards;

/// <summary>
/// The callback data of a card: kind, action, subject and the version the card was drawn from. It grants nothing: the
/// core checks the person, and an outdated card is redrawn instead of acting.
/// </summary>
/// <param name="Stamp">What the card was drawn from, for example the booking's time; the card itself knows how to
/// compare it.</param>
public sealed record CardTap(string Kind, string Action, Guid Id, long Stamp)
{
    /// <summary>Never the first character of a dialog's token.</summary>
    private const char Mark = '!';

    /// <summary>
    /// Callback data, at most 64 bytes where kind and action have no more than 12 characters together.
    /// </summary>
    public string ToData() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Mark}{Kind}.{Action}.{Base64Url.EncodeToString(Id.ToByteArray())}.{Stamp}"
        );

    /// <summary>Null for anything but the button of a card.</summary>
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

/// <summary>A card to send or redraw: text as Telegram HTML and rows of buttons, about one subject.</summary>
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
    /// <summary>A text without buttons.</summary>
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
