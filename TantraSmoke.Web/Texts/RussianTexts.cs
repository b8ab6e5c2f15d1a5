using System.Globalization;

namespace TantraSmoke.Web.Texts;

public sealed partial class RussianTexts : DashboardTexts
{
    public override string InLanguage(string language) => language == "ru" ? "по-русски" : "по-английски";

    public override string Language => "ru";
    public override string LanguageName => "Русский";
    public override CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("ru-RU");

    public override string Floor => "Зал";
    public override string Bookings => "Брони";
    public override string Simulator => "Симулятор";
    public override string Account => "Профиль";
    public override string ThemeLabel => "Тема";
    public override string ThemeSystem => "Системная";
    public override string ThemeLight => "Светлая";
    public override string ThemeDark => "Тёмная";
    public override string LanguageLabel => "Язык";
    public override string SignOut => "Выйти";
    public override string Navigation => "Главное меню";
    public override string SkipToContent => "К содержимому";

    public override string Reconnecting => "Связь прервалась. Данные на экране могли устареть, соединяемся снова…";
    public override string WaitingForServer => "Сервер перезапускается. Страница откроется сама.";
    public override string NotDone => "Нет связи: действие не выполнено.";
    public override string FieldMissing => "Заполните это поле.";
    public override string FieldUnreadable => "Проверьте это поле: значение введено не полностью или с ошибкой.";
    public override string DayNotBefore => "Дата не может быть раньше {0}.";
    public override string DayNotAfter => "Дата не может быть позже {0}.";
    public override string PerhapsNotDone => "Связь прервалась. Проверьте, выполнено ли последнее действие.";
    public override string DraftIsBack => "То, что вы ввели, восстановлено.";
    public override string DiscardTitle => "Закрыть без сохранения?";
    public override string DiscardHint => "То, что вы ввели, не сохранится.";
    public override string Discard => "Не сохранять";
    public override string KeepTyping => "Вернуться к форме";
    public override string ChangeFailed => "Сейчас не получилось. Попробуйте ещё раз через минуту.";
    public override string PageBroke => "На странице произошла ошибка. Всё сохранённое на месте.";
    public override string Reload => "Обновить";
    public override string NotFoundTitle => "Такой страницы нет";
    public override string NotFoundHint => "Возможно, в адресе опечатка или страница здесь не включена.";
    public override string GoToFloor => "Открыть зал";
    public override string ErrorTitle => "Что-то пошло не так";
    public override string ErrorLead => "Запрос не удалось выполнить. Всё сохранённое на месте, попробуйте ещё раз.";

    public override string SignInTitle => "Вход";
    public override string SignInLead => "Вход в панель — по одноразовой ссылке.";
    public override string SignInFirstRunHint =>
        "Сервер печатает ссылку в консоли при запуске. Она действует 15 минут; при каждом запуске печатается новая.";
    public override string SignInAskAdmin =>
        "Попросите администратора создать для вас ссылку на странице «Сотрудники».";
    public override string SignInStaffHint =>
        "Если вы уже в списке сотрудников, отправьте боту заведения команду /admin и откройте ссылку из ответа. "
        + "Она действует 5 минут.";
    public override string SignIn => "Войти";
    public override string LinkTitle => "Добро пожаловать";
    public override string LinkLead => "Одно нажатие — и вы внутри. Ссылка срабатывает один раз.";
    public override string LinkUsedTitle => "Эта ссылка больше не действует";
    public override string LinkUsedLead => "Ссылку уже использовали, или её срок истёк. Как получить новую:";
}
