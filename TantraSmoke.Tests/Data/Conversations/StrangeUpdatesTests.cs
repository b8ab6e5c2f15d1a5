using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TantraSmoke.Bot.Dialogs;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace TantraSmoke.Tests.Data.Conversations;

/// <summary>
/// What Telegram may send and people hardly ever do: no exception, and nobody's dialog is broken by it.
/// </summary>
public sealed class StrangeUpdatesTests
{
    private const string Guest = """{"id":77,"is_bot":false,"first_name":"Ирина","language_code":"ru"}""";
    private const string Private = """{"id":77,"type":"private","first_name":"Ирина"}""";
    private const string Group = """{"id":-1009,"type":"supergroup","title":"Друзья"}""";

    private static CancellationToken Cancel => TestVenue.Cancel;

    public static TheoryData<string, string> Updates() =>
        new()
        {
            {
                "a tap under a message too old to be seen",
                """{"callback_query":{"id":"1","from":GUEST,"chat_instance":"1","data":"x","message":{"message_id":"""
                    + """9,"date":0,"chat":PRIVATE}}}"""
            },
            {
                "a tap under an inline message",
                """{"callback_query":{"id":"1","from":GUEST,"chat_instance":"1","data":"x","inline_message_id":"i"}}"""
            },
            {
                "a tap without data",
                """{"callback_query":{"id":"1","from":GUEST,"chat_instance":"1","game_short_name":"g","message":"""
                    + """{"message_id":9,"date":5,"chat":PRIVATE,"text":"a"}}}"""
            },
            {
                "a forged tap in a group",
                """{"callback_query":{"id":"1","from":"""
                    + """GUEST,"chat_instance":"1","data":"card.staff.approve.0.0","message":{"message_id":"""
                    + """9,"date":5,"chat":GROUP,"text":"a"}}}"""
            },
            {
                "a message without a sender",
                """{"message":{"message_id":9,"date":5,"chat":PRIVATE,"text":"/start"}}"""
            },
            {
                "a command of an anonymous admin",
                """{"message":{"message_id":9,"date":5,"chat":GROUP,"sender_chat":GROUP,"text":"/start"}}"""
            },
            {
                "a message without any content",
                """{"message":{"message_id":9,"date":5,"chat":PRIVATE,"from":GUEST}}"""
            },
            { "an empty text", """{"message":{"message_id":9,"date":5,"chat":PRIVATE,"from":GUEST,"text":""}}""" },
            { "a slash", """{"message":{"message_id":9,"date":5,"chat":PRIVATE,"from":GUEST,"text":"/"}}""" },
            {
                "a command for another bot",
                """{"message":{"message_id":9,"date":5,"chat":PRIVATE,"from":"""
                    + """GUEST,"text":"/start@somebody_else_bot x"}}"""
            },
            {
                "a link that is far too long",
                """{"message":{"message_id":9,"date":5,"chat":PRIVATE,"from":GUEST,"text":"/start LONG"}}"""
            },
            {
                "a text of 5,000 characters",
                """{"message":{"message_id":9,"date":5,"chat":PRIVATE,"from":GUEST,"text":"LONG"}}"""
            },
            {
                "half a surrogate pair",
                """{"message":{"message_id":9,"date":5,"chat":PRIVATE,"from":GUEST,"text":"a\ufffd\u202e b"}}"""
            },
            {
                "a contact without a number",
                """{"message":{"message_id":9,"date":5,"chat":PRIVATE,"from":GUEST,"contact":"""
                    + """{"phone_number":"","first_name":"x"}}}"""
            },
            {
                "somebody else's contact",
                """{"message":{"message_id":9,"date":5,"chat":PRIVATE,"from":GUEST,"contact":"""
                    + """{"phone_number":"+84912345678","first_name":"x","user_id":5}}}"""
            },
            {
                "a dice",
                """{"message":{"message_id":9,"date":5,"chat":PRIVATE,"from":GUEST,"dice":{"emoji":"🎲","value":3}}}"""
            },
            {
                "the group is another now",
                """{"message":{"message_id":9,"date":5,"chat":GROUP,"from":GUEST,"migrate_to_chat_id":-10010}}"""
            },
            {
                "a reply to nothing in a group",
                """{"message":{"message_id":9,"date":5,"chat":GROUP,"from":GUEST,"text":"да","reply_to_message":"""
                    + """{"message_id":8,"date":5,"chat":GROUP}}}"""
            },
            {
                "the guest has blocked the bot",
                """{"my_chat_member":{"chat":PRIVATE,"from":GUEST,"date":5,"old_chat_member":"""
                    + """{"status":"member","user":GUEST},"new_chat_member":{"status":"kicked","user":"""
                    + """GUEST,"until_date":0}}}"""
            },
            {
                "a channel's post",
                """{"channel_post":{"message_id":9,"date":5,"chat":{"id":"""
                    + """-1008,"type":"channel","title":"c"},"text":"/start"}}"""
            },
            { "nothing", "{}" },
        };

    [Theory, MemberData(nameof(Updates))]
    public async Task Update_ThatHardlyEverComes_ThrowsNothingAndTheDialogGoesOn(string what, string json)
    {
        await using var venue = await Dialog.OpenVenueAsync();
        var guest = Dialog.With(venue, "Ирина", id: 77);
        await guest.SendAsync("/start");
        var engine = venue.Services.GetRequiredService<UpdateDispatcher>();

        json = json.Replace("GUEST", Guest, StringComparison.Ordinal)
            .Replace("PRIVATE", Private, StringComparison.Ordinal)
            .Replace("GROUP", Group, StringComparison.Ordinal)
            .Replace("LONG", new string('я', 5000), StringComparison.Ordinal);
        var raw = JsonSerializer.Deserialize<JsonElement>(
            json.Insert(1, json.Length > 2 ? "\"update_id\":900000001," : "\"update_id\":900000001")
        );
        await engine.HandleAsync(raw.Deserialize<Update>(JsonBotAPI.Options)!, Cancel);

        await guest.SendAsync("/start");
        await guest.TapAsync("🍽️ Забронировать столик");
        Assert.True(guest.Screen.Labels.Count() > 2, what);
    }
}
