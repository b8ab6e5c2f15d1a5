using TantraSmoke.Core.Talk;

namespace TantraSmoke.Web.Texts;

public sealed partial class EnglishTexts
{
    public override string TalkTitle => "Messages";
    public override string NoMessages => "The guest has not written yet. Whatever they write to the bot appears here.";
    public override string NewMessages(int count) => $"{Number(count)} new";
    public override string GuestsWrote(int guests) => $"{Counted(guests, "guest")} wrote";
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
