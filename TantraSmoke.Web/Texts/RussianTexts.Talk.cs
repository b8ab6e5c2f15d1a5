using TantraSmoke.Core.Talk;
using static TantraSmoke.Bot.Texts.RussianNumerals;

namespace TantraSmoke.Web.Texts;

public sealed partial class RussianTexts
{
    public override string TalkTitle => "Переписка";
    public override string NoMessages => "Гость ещё ничего не писал. Всё, что он напишет боту, появится здесь.";
    public override string NewMessages(int count) => $"{Number(count)} {Plural(count, "новое", "новых", "новых")}";
    public override string GuestsWrote(int guests) => $"{Plural(guests, "Написал", "Написали", "Написали")} {Number(guests)} {Plural(guests, "гость", "гостя", "гостей")}";
    public override string WriteToGuest => "Написать гостю в Telegram";
    public override string SendMessage => "Отправить";
    public override string CannotWrite => "Написать нельзя: гостя нет в Telegram или он заблокировал бота.";
    public override string Delivery(TalkDelivery delivery) => delivery switch
    {
        TalkDelivery.Received => "",
        TalkDelivery.Waiting => "отправляется",
        TalkDelivery.Delivered => "доставлено",
        TalkDelivery.Blocked => "не доставлено: гость заблокировал бота",
        TalkDelivery.Failed => "не доставлено",
    };
}
