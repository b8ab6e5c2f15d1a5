namespace TantraSmoke.Web.Texts;

public sealed partial class RussianTexts
{
    public override string SetupTitle => "Настройка";
    public override string NotAllowedTitle => "Нет доступа";
    public override string NotAllowedHint => "У вашей роли нет доступа к этой странице. Роль может изменить администратор.";
}
