using TantraSmoke.Core.Entities;
using TantraSmoke.Web.Auth;
using static TantraSmoke.Bot.Texts.RussianNumerals;

namespace TantraSmoke.Web.Texts;

public sealed partial class RussianTexts
{
    public override string SignInGoogle => "Войти через Google";
    public override string SignInOtherWays => "Или по одноразовой ссылке:";

    public override string SignInRefusal(SignInProblem problem) =>
        problem switch
        {
            SignInProblem.LinkUsed => "Эта ссылка больше не работает. Получите новую.",
            SignInProblem.Unknown =>
                "Этого аккаунта нет в списке сотрудников. Попросите администратора добавить его или выберите другой.",
            SignInProblem.Unverified =>
                "Этот адрес почты ещё не подтверждён. Подтвердите его в Google и попробуйте снова.",
            SignInProblem.Stale => "Эта попытка входа устарела. Начните заново.",
            SignInProblem.Cancelled => "Вы не вошли. Попробуйте ещё раз или другим способом.",
            SignInProblem.Away => "Google сейчас не отвечает. Попробуйте чуть позже или другим способом.",
        };

    public override string MyAccount => "Мой профиль";
    public override string MyWaysIn => "Как я вхожу";

    public override string MyWayIn(SignInWay way, string name) =>
        way == SignInWay.Google ? $"Через Google: {name}" : $"Через Telegram или /admin в боте: {name}";

    public override string MySessions => "Где выполнен вход";
    public override string SessionsOf => "Где выполнен вход";
    public override string SessionsHint =>
        "Завершите вход на незнакомых устройствах. Открытые там страницы закроются сразу.";
    public override string NoSessions => "Сейчас нигде не выполнен вход.";
    public override string ThisDevice => "Это устройство";
    public override string UnknownDevice => "Неизвестное устройство";

    public override string SignedInBy(SignInWay way) =>
        way switch
        {
            SignInWay.FirstRun => "первый запуск",
            SignInWay.Link => "по ссылке",
            SignInWay.Google => "через Google",
            SignInWay.Telegram => "через Telegram",
        };

    public override string SignedInAt(string when) => $"вход {when}";

    public override string LastSeenAt(string when) => $"активность {when}";

    public override string EndSession(string device) => $"Завершить вход: {device}";

    public override string SignOutEverywhere => "Выйти везде";

    public override string SignOutEverywhereSure(int sessions) =>
        $"Выйти сразу на {Number(sessions)} {Plural(sessions, "устройстве", "устройствах", "устройствах")}?";

    public override string SessionEnded => "Вход на устройстве завершён.";
    public override string SessionsEnded => "Вход завершён везде.";
}
