using TantraSmoke.Core.Data;
using TantraSmoke.Core.Installation;
using Telegram.Bot;

namespace TantraSmoke.Bot.BotApi;

/// <summary>The result of checking a token.</summary>
public abstract record TokenAnswer
{
    private TokenAnswer() { }

    /// <summary>The token works; <paramref name="Username"/> is the part after t.me/.</summary>
    public sealed record Works(string Username, string Name) : TokenAnswer;

    /// <summary>The text is no token; Telegram was not asked.</summary>
    public sealed record NoToken : TokenAnswer;

    /// <summary>Telegram knows no such token, or it was revoked.</summary>
    public sealed record Refused : TokenAnswer;

    /// <summary>Telegram did not answer.</summary>
    public sealed record Silent(string Reason) : TokenAnswer;
}

/// <summary>Asks Telegram (getMe) which bot a token belongs to. The token is not stored.</summary>
public sealed class TokenCheck(VenueStore store, InstallationSettings installation)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <param name="token">Null: the installation's own, BOT_TOKEN.</param>
    public async Task<Outcome<TokenAnswer>> AskAsync(Actor actor, string? token, CancellationToken cancellationToken)
    {
        if (!actor.May(Right.EditSettings))
            return await store.RefuseAsync(actor, Right.EditSettings, cancellationToken);
        var asked = (token ?? installation.BotToken ?? "").Trim();
        if (!InstallationSettings.IsToken(asked))
            return new TokenAnswer.NoToken();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            var bot = new GuardedBotClient(new TelegramBotClientOptions(asked, GuardedBotClient.BaseUrl(installation)));
            var me = await bot.GetMe(patience.Token);
            return new TokenAnswer.Works(me.Username ?? "", me.FirstName);
        }
        catch (ArgumentException)
        {
            return new TokenAnswer.NoToken();
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            var reason = TelegramFault.From(fault);
            return reason.Kind == TelegramFaultKind.Unauthorized
                ? new TokenAnswer.Refused()
                : new TokenAnswer.Silent(reason.Message);
        }
    }
}
