using TantraSmoke.Core.Settings;

namespace TantraSmoke.Web.Texts;

public sealed partial class RussianTexts
{
    public override string MessagesTitle => "Сообщения гостям";
    public override string NoReminders => "не напоминать";

    public override string PhoneWish(PhoneWish wish) => wish switch
    {
        Core.Settings.PhoneWish.Never => "Не спрашивать",
        Core.Settings.PhoneWish.Optional => "Спрашивать, можно не отвечать",
        Core.Settings.PhoneWish.Required => "Без него не бронировать",
    };

    public override string GuestWillCome => "Гость ответил: придём";
    public override string SaidLate(int minutes) => $"предупредили: опоздают на {Minutes(minutes)}";
    public override string RatingLabel => "оценка";
    public override string RatingsTitle => "Как гостям у нас";
    public override string OutOfFive(int rating) => $"{rating} из 5";
    public override string WaitsFor(string range) => $"ждут на {range}";
    public override string LetAnOfferPass => "не взяли предложенный стол";
    public override string WaitingLater => "Ждут на другие дни";
    public override string TimeOfferedUntil(string tables, string time, string until) => $"{TableTitle(tables)}, {time}: держим до {until}";
}
