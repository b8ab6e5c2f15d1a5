using System.Net;
using TantraSmoke.Bot.BotApi;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace TantraSmoke.Tests.Unit.Updates;

/// <summary>Refusals and failures, as they come out of the client, become typed.</summary>
public sealed class TelegramFaultTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<int, string, TelegramFaultKind> Refusals =>
        new()
        {
            {
                400,
                "Bad Request: message is not modified: specified new message content and reply markup are exactly "
                    + "the same",
                TelegramFaultKind.NotModified
            },
            { 400, "Bad Request: message to edit not found", TelegramFaultKind.EditTargetGone },
            { 400, "Bad Request: message can't be edited", TelegramFaultKind.EditTargetGone },
            { 400, "Bad Request: there is no text in the message to edit", TelegramFaultKind.EditTargetGone },
            {
                400,
                "Bad Request: query is too old and response timeout expired or query ID is invalid",
                TelegramFaultKind.QueryTooOld
            },
            { 400, "Bad Request: BUTTON_COPY_TEXT_INVALID", TelegramFaultKind.ButtonRefused },
            { 400, "Bad Request: chat not found", TelegramFaultKind.ChatNotFound },
            { 400, "Bad Request: not enough rights to send text messages to the chat", TelegramFaultKind.MayNotWrite },
            { 400, "Bad Request: TOPIC_CLOSED", TelegramFaultKind.MayNotWrite },
            { 400, "Bad Request: message thread not found", TelegramFaultKind.TopicGone },
            { 401, "Unauthorized", TelegramFaultKind.Unauthorized },
            { 404, "Not Found", TelegramFaultKind.Unauthorized },
            { 404, "Not Found: method not found", TelegramFaultKind.Other },
            { 403, "Forbidden: bot was blocked by the user", TelegramFaultKind.Blocked },
            { 403, "Forbidden: user is deactivated", TelegramFaultKind.Blocked },
            { 403, "Forbidden: bot was kicked from the supergroup chat", TelegramFaultKind.Blocked },
            { 403, "Forbidden: not enough rights", TelegramFaultKind.Other },
            {
                409,
                "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
                TelegramFaultKind.Conflict
            },
            { 500, "Internal Server Error", TelegramFaultKind.ServerError },
            { 502, "Bad Gateway", TelegramFaultKind.ServerError },
        };

    [Theory, MemberData(nameof(Refusals))]
    public async Task From_RefusalOfTheApi_IsTyped(int code, string description, TelegramFaultKind kind)
    {
        var bot = CannedTransport.Answering(Fault.Refusal(code, description).Body, code);

        var refused = await Assert.ThrowsAsync<ApiRequestException>(() =>
            bot.SendMessage(1, "t", cancellationToken: Ct)
        );

        Assert.Equal((code, description), (refused.ErrorCode, refused.Message));
        var fault = TelegramFault.From(refused);
        Assert.Equal((kind, (int?)code), (fault.Kind, fault.ErrorCode));
        Assert.Equal(kind == TelegramFaultKind.ServerError, fault.IsTransient);
    }

    [Fact]
    public async Task From_TooManyRequests_TellsHowLongToWait()
    {
        var bot = CannedTransport.Answering(Fault.TooManyRequests(61).Body, 429);

        var fault = TelegramFault.From(await Assert.ThrowsAsync<ApiRequestException>(() => bot.GetMe(Ct)));

        Assert.Equal((TelegramFaultKind.RateLimited, TimeSpan.FromSeconds(61)), (fault.Kind, fault.RetryAfter));
    }

    [Fact]
    public async Task From_MovedChat_TellsWhereItIs()
    {
        var bot = CannedTransport.Answering(
            """{"ok":false,"error_code":400,"description":"Bad Request: group chat was upgraded to a supergroup """
                + """chat","parameters":{"migrate_to_chat_id":-1001234567890}}""",
            400
        );

        var fault = TelegramFault.From(
            await Assert.ThrowsAsync<ApiRequestException>(() => bot.SendMessage(-5, "t", cancellationToken: Ct))
        );

        Assert.Equal((TelegramFaultKind.ChatMigrated, -1001234567890), (fault.Kind, fault.NewChatId));
    }

    [Theory]
    [InlineData("{\"ok\":true,\"result\":{\"id\":", 200, TelegramFaultKind.BrokenReply)]
    [InlineData("<html>hello</html>", 200, TelegramFaultKind.BrokenReply)]
    [InlineData("", 200, TelegramFaultKind.BrokenReply)]
    [InlineData("null", 200, TelegramFaultKind.BrokenReply)]
    [InlineData("{\"ok\":true}", 200, TelegramFaultKind.BrokenReply)]
    [InlineData("{\"ok\":true,\"result\":[1]}", 200, TelegramFaultKind.BrokenReply)]
    [InlineData("{}", 400, TelegramFaultKind.BrokenReply)]
    [InlineData("<html>502 Bad Gateway</html>", 502, TelegramFaultKind.ServerError)]
    [InlineData("slow down", 429, TelegramFaultKind.RateLimited)]
    public async Task From_BrokenAnswer_IsTyped(string body, int status, TelegramFaultKind kind)
    {
        var failed = await Assert.ThrowsAsync<RequestException>(() =>
            CannedTransport.Answering(body, status).GetMe(Ct)
        );

        Assert.Equal((HttpStatusCode)status, failed.HttpStatusCode);
        Assert.Equal((kind, true), (TelegramFault.From(failed).Kind, TelegramFault.From(failed).IsTransient));
    }

    [Fact]
    public async Task From_AnswerThatDoesNotCome_IsATimeout()
    {
        var bot = CannedTransport.With(async ct =>
        {
            await Task.Delay(Timeout.Infinite, ct);
            throw new InvalidOperationException();
        });
        bot.Timeout = TimeSpan.FromMilliseconds(50);

        var failed = await Assert.ThrowsAsync<RequestException>(() => bot.GetMe(Ct));

        Assert.Equal(TelegramFaultKind.Timeout, TelegramFault.From(failed).Kind);
    }

    [Fact]
    public async Task From_ServerThatIsNotThere_IsUnreachable()
    {
        var bot = new TelegramBotClient(new TelegramBotClientOptions("1:a", TestServers.Nowhere));

        var failed = await Assert.ThrowsAsync<RequestException>(() => bot.GetMe(Ct));

        Assert.Equal(TelegramFaultKind.Unreachable, TelegramFault.From(failed).Kind);
    }
}
