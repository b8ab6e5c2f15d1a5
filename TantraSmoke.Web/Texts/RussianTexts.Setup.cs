using static TantraSmoke.Bot.Texts.RussianNumerals;

namespace TantraSmoke.Web.Texts;

public sealed partial class RussianTexts
{
    public override string SetupTitle => "Настройка";

    public override string SettingsMissing(string what) => $"Не заполнено: {what}";

    public override string SettingsComplete => "Всё, о чём спрашивают гости, заполнено";
    public override string PlaceOnMap => "место на карте";

    public override string StaffCount(int count) =>
        $"{Number(count)} {Plural(count, "сотрудник", "сотрудника", "сотрудников")}";

    public override string NotAllowedTitle => "Нет доступа";
    public override string NotAllowedHint =>
        "У вашей роли нет доступа к этой странице. Роль может изменить администратор.";
}
