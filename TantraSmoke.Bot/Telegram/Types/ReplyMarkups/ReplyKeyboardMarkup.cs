using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Telegram.Bot.Types.ReplyMarkups;

/// <summary>Rows of buttons in the place of the keyboard.</summary>
public class ReplyKeyboardMarkup : ReplyMarkup
{
    [SetsRequiredMembers]
    public ReplyKeyboardMarkup() => Keyboard = new List<List<KeyboardButton>>();

    [SetsRequiredMembers]
    public ReplyKeyboardMarkup(IEnumerable<IEnumerable<KeyboardButton>> keyboard) => Keyboard = keyboard;

    [SetsRequiredMembers]
    public ReplyKeyboardMarkup(KeyboardButton button) => Keyboard = new List<List<KeyboardButton>> { new() { button } };

    [SetsRequiredMembers]
    public ReplyKeyboardMarkup(params KeyboardButton[] keyboardRow) => Keyboard = new List<List<KeyboardButton>> { new(keyboardRow) };

    [SetsRequiredMembers]
    public ReplyKeyboardMarkup(IEnumerable<KeyboardButton> keyboardRow) => Keyboard = new List<List<KeyboardButton>> { new(keyboardRow) };

    [SetsRequiredMembers]
    public ReplyKeyboardMarkup(List<KeyboardButton> keyboardRow) => Keyboard = new List<List<KeyboardButton>> { keyboardRow };

    [SetsRequiredMembers]
    public ReplyKeyboardMarkup(bool resizeKeyboard) : this() => ResizeKeyboard = resizeKeyboard;

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required IEnumerable<IEnumerable<KeyboardButton>> Keyboard { get; set; }
    public bool IsPersistent { get; set; }
    public bool ResizeKeyboard { get; set; }
    public bool OneTimeKeyboard { get; set; }
    public string? InputFieldPlaceholder { get; set; }
    public bool Selective { get; set; }

    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator ReplyKeyboardMarkup?(string? text) => text is null ? null : new(text);

    [return: NotNullIfNotNull(nameof(button))]
    public static implicit operator ReplyKeyboardMarkup?(KeyboardButton? button) => button is null ? null : new(button);

    [return: NotNullIfNotNull(nameof(buttons))]
    public static implicit operator ReplyKeyboardMarkup?(KeyboardButton[]? buttons) => buttons is null ? null : new(buttons);

    [return: NotNullIfNotNull(nameof(buttons))]
    public static implicit operator ReplyKeyboardMarkup?(List<KeyboardButton>? buttons) => buttons is null ? null : new(buttons);

    [return: NotNullIfNotNull(nameof(rows))]
    public static implicit operator ReplyKeyboardMarkup?(List<List<KeyboardButton>>? rows) => rows is null ? null : new(rows);

    [return: NotNullIfNotNull(nameof(rows))]
    public static implicit operator ReplyKeyboardMarkup?(IEnumerable<KeyboardButton>[]? rows) => rows is null ? null : new(rows);

    /// <summary>Adds to the last row.</summary>
    public ReplyKeyboardMarkup AddButton(KeyboardButton button) => AddButtons(button);

    /// <summary>Adds to the last row.</summary>
    public ReplyKeyboardMarkup AddButtons(params KeyboardButton[] buttons)
    {
        var rows = Rows();
        if (rows.Count == 0) rows.Add([]);
        rows[^1].AddRange(buttons);
        return this;
    }

    /// <summary>Begins a row.</summary>
    public ReplyKeyboardMarkup AddNewRow(params KeyboardButton[] buttons)
    {
        Rows().Add([.. buttons]);
        return this;
    }

    private List<List<KeyboardButton>> Rows() => Keyboard as List<List<KeyboardButton>>
        ?? throw new InvalidOperationException("Only a keyboard of List<List<KeyboardButton>> can grow");
}
