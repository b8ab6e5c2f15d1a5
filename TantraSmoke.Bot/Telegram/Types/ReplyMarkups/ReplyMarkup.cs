using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Telegram.Bot.Types.ReplyMarkups;

/// <summary>Buttons under a message or in the place of the keyboard.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = null)]
[JsonDerivedType(typeof(InlineKeyboardMarkup))]
[JsonDerivedType(typeof(ReplyKeyboardMarkup))]
[JsonDerivedType(typeof(ReplyKeyboardRemove))]
[JsonDerivedType(typeof(ForceReplyMarkup))]
public abstract class ReplyMarkup
{
    /// <summary>Takes the buttons in the place of the keyboard away.</summary>
    public static readonly ReplyKeyboardRemove RemoveKeyboard = new();

    /// <summary>Makes the next text an answer to the message.</summary>
    public static readonly ForceReplyMarkup ForceReply = new();

    [return: NotNullIfNotNull(nameof(button))]
    public static implicit operator ReplyMarkup?(InlineKeyboardButton? button) => button is null ? null : new InlineKeyboardMarkup(button);

    [return: NotNullIfNotNull(nameof(buttons))]
    public static implicit operator ReplyMarkup?(InlineKeyboardButton[]? buttons) => buttons is null ? null : new InlineKeyboardMarkup(buttons);

    [return: NotNullIfNotNull(nameof(rows))]
    public static implicit operator ReplyMarkup?(List<List<InlineKeyboardButton>>? rows) => rows is null ? null : new InlineKeyboardMarkup(rows);

    [return: NotNullIfNotNull(nameof(rows))]
    public static implicit operator ReplyMarkup?(InlineKeyboardButton[][]? rows) => rows is null ? null : new InlineKeyboardMarkup(rows);

    [return: NotNullIfNotNull(nameof(button))]
    public static implicit operator ReplyMarkup?(KeyboardButton? button) =>
        button is null ? null : new ReplyKeyboardMarkup(button) { ResizeKeyboard = true };
}

/// <summary>Takes the buttons in the place of the keyboard away.</summary>
public class ReplyKeyboardRemove : ReplyMarkup
{
    [JsonPropertyName("remove_keyboard")]
    public new bool RemoveKeyboard { get; } = true;

    public bool Selective { get; set; }
}

/// <summary>Makes the next text an answer to the message.</summary>
public class ForceReplyMarkup : ReplyMarkup
{
    [JsonPropertyName("force_reply")]
    public new bool ForceReply { get; } = true;

    public string? InputFieldPlaceholder { get; set; }
    public bool Selective { get; set; }
}
