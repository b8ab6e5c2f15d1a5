using TantraSmoke.Core.Notifications;
using TantraSmoke.Core.Talk;

namespace TantraSmoke.Web.Texts;

public sealed partial class EnglishTexts
{
    public override string TalkTitle => "Messages";
    public override string NoMessages => "The guest has not written yet. Whatever they write to the bot appears here.";
    public override string NewMessages(int count) => $"{Number(count)} new";
    public override string GuestsWrote(int guests) => $"{Counted(guests, "guest")} wrote";
    public override string ChatTrouble(ChatTrouble trouble) => trouble switch
    {
        Core.Notifications.ChatTrouble.Removed => "The bot is no longer in the staff group. Add it again.",
        Core.Notifications.ChatTrouble.Muted => "The bot may not write in the staff group: it is muted, lacks the right to send messages, or the topic is closed.",
        Core.Notifications.ChatTrouble.NotFound => "Telegram does not know the staff group. Add the bot to it and check STAFF_CHAT_ID.",
    } + " What is for it is kept and sent as soon as the bot may write there.";

    public override string NotErased(int messages) =>
        $"Delete {Counted(messages, "message")} in the staff chats by hand: they are about guests whose data was deleted, and Telegram does not let the bot change them.";

    public override string WriteToGuest => "Write to the guest in Telegram";
    public override string SendMessage => "Send";
    public override string CannotWrite => "They cannot be messaged: they are not on Telegram, or they have blocked the bot.";
    public override string Delivery(TalkDelivery delivery) => delivery switch
    {
        TalkDelivery.Received => "",
        TalkDelivery.Waiting => "on its way",
        TalkDelivery.Delivered => "delivered",
        TalkDelivery.Blocked => "not delivered: the guest has blocked the bot",
        TalkDelivery.Failed => "not delivered",
    };
}
