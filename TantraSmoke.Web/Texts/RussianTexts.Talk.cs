using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Talk;
using static TantraSmoke.Bot.Texts.RussianNumerals;

namespace TantraSmoke.Web.Texts;

public sealed partial class RussianTexts
{
    private const string Kept = " Сообщения для неё сохранятся и уйдут, как только бот снова сможет писать.";

    public override string TalkTitle => "Переписка";
    public override string NoMessages => "Гость ещё ничего не писал. Всё, что он напишет боту, появится здесь.";

    public override string NewMessages(int count) => $"{Number(count)} {Plural(count, "новое", "новых", "новых")}";

    public override string GuestsWrote(int guests) =>
        $"{Plural(guests, "Написал", "Написали", "Написали")} {Number(guests)} "
        + $"{Plural(guests, "гость", "гостя", "гостей")}";

    public override string TopicGone =>
        "Темы, в которую приходили сообщения для сотрудников, больше нет; теперь они приходят вне тем. "
        + "Чтобы выбрать другую, отправьте в ней /here.";
    public override string StaffGroupTitle => "Группа сотрудников";
    public override string NoStaffGroup =>
        "Группы сотрудников нет: сообщения приходят администраторам. Чтобы писать в группу, укажите STAFF_CHAT_ID.";

    public override string PostedInTopic(string name) =>
        name.Length > 0
            ? $"Сообщения для сотрудников приходят в тему {name}."
            : "Сообщения для сотрудников приходят в одну из тем группы.";

    public override string PostedOutsideTopics => "Сообщения для сотрудников приходят в группу, вне тем.";
    public override string HowToChooseTopic =>
        "Если в группе есть темы, администратор отправляет /here в той, куда писать.";

    public override string ChatTrouble(ChatTrouble trouble) =>
        trouble switch
        {
            Core.Entities.ChatTrouble.Removed => "Бота больше нет в группе сотрудников. Добавьте его снова." + Kept,
            Core.Entities.ChatTrouble.Muted =>
                "Бот не может писать в группу сотрудников: ему запретили отправлять сообщения или тема закрыта." + Kept,
            Core.Entities.ChatTrouble.NotFound =>
                "Telegram не находит группу сотрудников. Добавьте в неё бота и проверьте STAFF_CHAT_ID." + Kept,
            Core.Entities.ChatTrouble.TopicGone => TopicGone,
        };

    public override string NotErased(int messages) =>
        $"Удалите вручную в чатах сотрудников {Number(messages)} "
        + $"{Plural(messages, "сообщение", "сообщения", "сообщений")} о гостях, чьи данные удалены: "
        + "Telegram не даёт боту их изменить.";

    public override string WriteToGuest => "Написать гостю в Telegram";
    public override string SendMessage => "Отправить";
    public override string CannotWrite => "Написать нельзя: гостя нет в Telegram или он заблокировал бота.";

    public override string Delivery(TalkDelivery delivery) =>
        delivery switch
        {
            TalkDelivery.Received => "",
            TalkDelivery.Waiting => "отправляется",
            TalkDelivery.Delivered => "доставлено",
            TalkDelivery.Blocked => "не доставлено: гость заблокировал бота",
            TalkDelivery.Failed => "не доставлено",
        };
}
