namespace TantraSmoke.Web.Texts;

public sealed partial class RussianTexts
{
    public override string SetupTitle => "Настройка";
    public override string NotAllowedTitle => "Нет доступа";
    public override string NotAllowedHint => "Ваша роль не открывает эту страницу. Роль может изменить администратор.";
}
