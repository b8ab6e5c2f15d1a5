namespace TantraSmoke.Web.Texts;

public sealed partial class RussianTexts
{
    public override string SimulatorLead =>
        "Эти чаты идут через того же бота, что и настоящие. "
        + "Забронируйте стол здесь и посмотрите, как он появится в зале.";
    public override string OpenFloorBeside => "Открыть зал рядом";
    public override string OneMoreGuest => "Ещё один гость";
    public override string AddGuest => "Добавить гостя";
    public override string StartChat => "Начать";
    public override string WriteMessage => "Сообщение";
    public override string Send => "Отправить";
    public override string Messages => "Сообщения";
    public override string Edited => "изменено";
    public override string Photo => "Изображение от бота";
    public override string Document => "Файл";

    public override string GuestNumber(int number) => $"Гость {Number(number)}";
}
