using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Talk;

namespace TantraSmoke.Web.Texts;

public sealed partial class EnglishTexts
{
    private const string Kept = " Messages for it are kept and sent as soon as the bot can write there.";

    public override string TalkTitle => "Messages";
    public override string NoMessages => "The guest has not written yet. Whatever they write to the bot appears here.";

    public override string NewMessages(int count) => $"{Number(count)} new";

    public override string GuestsWrote(int guests) => $"{Counted(guests, "guest")} wrote";

    public override string TopicGone =>
        "The topic for staff messages no longer exists, so they are posted outside topics. "
        + "To choose another, send /here in it.";
    public override string StaffGroupTitle => "Staff group";
    public override string NoStaffGroup =>
        "There is no staff group: messages for staff go to the admins. Set STAFF_CHAT_ID to use a group.";

    public override string PostedInTopic(string name) =>
        name.Length > 0
            ? $"Messages for staff are posted in the topic {name}."
            : "Messages for staff are posted in a topic of the group.";

    public override string PostedOutsideTopics => "Messages for staff are posted in the group, outside topics.";
    public override string HowToChooseTopic => "If the group has topics, an admin sends /here in the one to post in.";

    public override string ChatTrouble(ChatTrouble trouble) =>
        trouble switch
        {
            Core.Entities.ChatTrouble.Removed => "The bot is no longer in the staff group. Add it again." + Kept,
            Core.Entities.ChatTrouble.Muted =>
                "The bot may not write in the staff group: it is muted, lacks the right to send messages, "
                    + "or the topic is closed."
                    + Kept,
            Core.Entities.ChatTrouble.NotFound =>
                "Telegram does not know the staff group. Add the bot to it and check STAFF_CHAT_ID." + Kept,
            Core.Entities.ChatTrouble.TopicGone => TopicGone,
        };

    public override string NotErased(int messages) =>
        $"Delete {Counted(messages, "message")} in the staff chats by hand: "
        + "they are about guests whose data was deleted, and Telegram does not let the bot change them.";

    public override string WriteToGuest => "Write to the guest in Telegram";
    public override string SendMessage => "Send";
    public override string CannotWrite =>
        "They cannot be messaged: they are not on Telegram, or they have blocked the bot.";

    public override string Delivery(TalkDelivery delivery) =>
        delivery switch
        {
            TalkDelivery.Received => "",
            TalkDelivery.Waiting => "on its way",
            TalkDelivery.Delivered => "delivered",
            TalkDelivery.Blocked => "not delivered: the guest has blocked the bot",
            TalkDelivery.Failed => "not delivered",
        };
}
