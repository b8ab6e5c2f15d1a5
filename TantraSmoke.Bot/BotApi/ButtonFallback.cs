using Microsoft.Extensions.Logging;
using Telegram.Bot;
using Telegram.Bot.Args;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace TantraSmoke.Bot.BotApi;

/// <summary>
/// Replaces coloured, copying and disabled buttons with plain ones once the Bot API server has refused them. Also
/// shortens texts that are longer than Telegram accepts to the last line that fits.
/// </summary>
public sealed class ButtonFallback(ITelegramBotClient inner, ILogger<ButtonFallback> logger) : ITelegramBotClient
{
    private volatile bool _isPlain;

    public bool LocalBotServer => inner.LocalBotServer;

    public long BotId => inner.BotId;

    public TimeSpan Timeout
    {
        get => inner.Timeout;
        set => inner.Timeout = value;
    }

    public IExceptionParser ExceptionsParser
    {
        get => inner.ExceptionsParser;
        set => inner.ExceptionsParser = value;
    }

    public event AsyncEventHandler<ApiRequestEventArgs>? OnMakingApiRequest
    {
        add => inner.OnMakingApiRequest += value;
        remove => inner.OnMakingApiRequest -= value;
    }

    public event AsyncEventHandler<ApiResponseEventArgs>? OnApiResponseReceived
    {
        add => inner.OnApiResponseReceived += value;
        remove => inner.OnApiResponseReceived -= value;
    }

    public async Task<TResponse> SendRequest<TResponse>(
        IRequest<TResponse> request,
        CancellationToken cancellationToken = default
    )
    {
        FitText(request);
        if (PlaceOf(request) is not ({ } keyboard, var put))
            return await inner.SendRequest(request, cancellationToken);
        // Kept in full: a disabled button also carries the action it would have.
        var asked = keyboard.InlineKeyboard.Select(row => row.ToList()).ToList();
        put(Dressed(asked, _isPlain ? Plain : Fancy));
        try
        {
            return await inner.SendRequest(request, cancellationToken);
        }
        catch (ApiRequestException refused)
            when (!_isPlain
                && TelegramFault.From(refused).Kind == TelegramFaultKind.ButtonRefused
                && asked.SelectMany(row => row).Any(IsNew)
            )
        {
            logger.LogInformation(
                "This Bot API server is too old for some buttons and gets plain ones from now on: {Reason}",
                refused.Message
            );
            _isPlain = true;
            put(Dressed(asked, Plain));
            return await inner.SendRequest(request, cancellationToken);
        }
    }

    public Task<bool> TestApi(CancellationToken cancellationToken = default) => inner.TestApi(cancellationToken);

    public Task DownloadFile(string filePath, Stream destination, CancellationToken cancellationToken = default) =>
        inner.DownloadFile(filePath, destination, cancellationToken);

    public Task DownloadFile(TGFile file, Stream destination, CancellationToken cancellationToken = default) =>
        inner.DownloadFile(file, destination, cancellationToken);

    /// <summary>Only HTML texts contain lists of any length.</summary>
    private static void FitText(object request)
    {
        switch (request)
        {
            case SendMessageRequest { ParseMode: ParseMode.Html } send:
                send.Text = Html.Fit(send.Text, Html.TextLimit);
                break;
            case EditMessageTextRequest { ParseMode: ParseMode.Html, Text: { } text } edit:
                edit.Text = Html.Fit(text, Html.TextLimit);
                break;
            case SendPhotoRequest { ParseMode: ParseMode.Html, Caption: { } caption } send:
                send.Caption = Html.Fit(caption, Html.CaptionLimit);
                break;
            case EditMessageCaptionRequest { ParseMode: ParseMode.Html, Caption: { } caption } edit:
                edit.Caption = Html.Fit(caption, Html.CaptionLimit);
                break;
            case EditMessageMediaRequest
            {
                Media: InputMediaPhoto { ParseMode: ParseMode.Html, Caption: { } caption } photo
            }:
                photo.Caption = Html.Fit(caption, Html.CaptionLimit);
                break;
        }
    }

    private static InlineKeyboardMarkup Dressed(
        List<List<InlineKeyboardButton>> rows,
        Func<InlineKeyboardButton, InlineKeyboardButton?> dress
    ) =>
        new(
            rows.Select(row => row.Select(dress).OfType<InlineKeyboardButton>().ToList())
                .Where(row => row.Count > 0)
                .ToList()
        );

    private static bool IsNew(InlineKeyboardButton button) =>
        button.Style is not null || button.CopyText is not null || button.Disabled is not null;

    /// <summary>Telegram accepts one action per button.</summary>
    private static InlineKeyboardButton Fancy(InlineKeyboardButton button) =>
        button.Disabled is { } disabled
            ? new InlineKeyboardButton(button.Text) { Style = button.Style, Disabled = disabled }
            : button;

    /// <summary>Null for a button without an action.</summary>
    private static InlineKeyboardButton? Plain(InlineKeyboardButton button) =>
        !IsNew(button) ? button
        : button.CopyText is not null ? null
        : new InlineKeyboardButton(button.Text)
        {
            CallbackData = button.CallbackData,
            Url = button.Url,
            WebApp = button.WebApp,
        };

    /// <summary>The keyboard of a request and how to replace it; null for requests without one.</summary>
    private static (InlineKeyboardMarkup? Keyboard, Action<InlineKeyboardMarkup> Put) PlaceOf(object request) =>
        request switch
        {
            SendMessageRequest send => (
                send.ReplyMarkup as InlineKeyboardMarkup,
                dressed => send.ReplyMarkup = dressed
            ),
            EditMessageTextRequest edit => (edit.ReplyMarkup, dressed => edit.ReplyMarkup = dressed),
            EditMessageCaptionRequest edit => (edit.ReplyMarkup, dressed => edit.ReplyMarkup = dressed),
            EditMessageMediaRequest edit => (edit.ReplyMarkup, dressed => edit.ReplyMarkup = dressed),
            EditMessageReplyMarkupRequest edit => (edit.ReplyMarkup, dressed => edit.ReplyMarkup = dressed),
            SendPhotoRequest send => (send.ReplyMarkup as InlineKeyboardMarkup, dressed => send.ReplyMarkup = dressed),
            _ => (null, _ => { }),
        };
}
