using TantraSmoke.Core.Entities;
using static TantraSmoke.Bot.Texts.RussianNumerals;

namespace TantraSmoke.Web.Texts;

public sealed partial class RussianTexts
{
    public override string MessagesTitle => "Сообщения гостям";
    public override string NoReminders => "не напоминать";

    public override string PhoneWish(PhoneWish wish) =>
        wish switch
        {
            Core.Entities.PhoneWish.Never => "Не спрашивать",
            Core.Entities.PhoneWish.Optional => "Спрашивать, но не требовать",
            Core.Entities.PhoneWish.Required => "Требовать для брони",
        };

    public override string StaffLanguage(StaffLanguage language) =>
        language switch
        {
            Core.Entities.StaffLanguage.Russian => "Русский",
            Core.Entities.StaffLanguage.English => "Английский",
        };

    public override string NotNeeded => "не нужно";
    public override string Approve => "Одобрить";
    public override string Decline => "Отказать";

    public override string DeclineParty(string guest) => $"Отказать: {guest}";

    public override string DeclineAsk => "Отказать этой компании?";
    public override string DeclineYes => "Да, отказать";
    public override string NotNow => "Не сейчас";

    public override string AwaitsAnswer(string until) => $"Ждёт вашего ответа до {until}";

    public override string Requests(int requests) => $"{requests} {Plural(requests, "заявка", "заявки", "заявок")}";

    public override string RequestsWait => "Большие компании ждут вашего ответа";
    public override string FriendsLabel => "Друзья";

    public override string Heads(int coming, int party) => $"Придут {Number(coming)} из {Number(party)}";

    public override string Declined(int friends) => $"не смогут {Number(friends)}";

    public override string GuestWillCome => "Гость ответил: придём";

    public override string SaidLate(int minutes) => $"предупредили: опоздают на {Minutes(minutes)}";

    public override string RatingLabel => "оценка";
    public override string RatingsTitle => "Оценки гостей";
    public override string RatingsOfGuest => "Оценки визитов";

    public override string OutOfFive(int rating) => $"{rating} из 5";

    public override string WaitsFor(string range) => $"ждут на {range}";

    public override string LetAnOfferPass => "не взяли предложенный стол";
    public override string WaitingLater => "Ждут на другие дни";

    public override string TimeOfferedUntil(string tables, string time, string until) =>
        $"{TableTitle(tables)}, {time}: держим до {until}";
}
