using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Rooms;
using static TantraSmoke.Bot.Texts.RussianNumerals;

namespace TantraSmoke.Web.Texts;

public sealed partial class RussianTexts
{
    public override string TablesTitle => "Столы и залы";
    public override string TablesHint => "Нарисуйте залы, расставьте столы, выберите, что можно бронировать онлайн.";
    public override string NewHall => "Новый зал";
    public override string HallName => "Название зала";
    public override string WidthCm => "Ширина, см";
    public override string DepthCm => "Глубина, см";
    public override string Rotation => "Поворот, °";
    public override string TableNumber => "Номер";
    public override string TableSeats => "Мест";
    public override string TableMinParty => "Минимум гостей";
    public override string TableShapeLabel => "Форма";
    public override string TableDescription => "Описание для гостей";
    public override string TableZone => "Зона (VIP, терраса…)";
    public override string TableIsOnline => "Можно бронировать онлайн";
    public override string TableIsOnlineHint => "Иначе сюда сажает только персонал.";
    public override string RetireTable => "Убрать стол";
    public override string RetireHint => "Убранный стол хранит прошлые брони, его можно вернуть.";
    public override string RetiredTables => "Убранные столы";
    public override string ReviveTable => "Вернуть";
    public override string Delete => "Удалить";
    public override string MarkText => "Текст";
    public override string AlignLabel => "Выровнять";
    public override string DistributeSideways => "Распределить по горизонтали";
    public override string DistributeDown => "Распределить по вертикали";
    public override string OfferTogether => "Разрешить сдвигать";
    public override string RemoveChosen => "Удалить выбранное";
    public override string TablesTogether => "Сдвигаемые столы";
    public override string CombinationName => "Название";
    public override string RoomHint =>
        "Выберите что-нибудь на плане, чтобы изменить, или перетащите. До сохранения план виден только вам.";
    public override string EditorTools => "Инструменты плана";
    public override string UndoStep => "Отменить (Ctrl+Z)";
    public override string RedoStep => "Повторить (Ctrl+Shift+Z)";
    public override string Duplicate => "Дублировать (Ctrl+D)";
    public override string ChooseSeveral => "Выбирать несколько касаниями";
    public override string DiscardDrawing => "Отменить несохранённые изменения";
    public override string DrawingIsBack => "Несохранённый план восстановлен.";
    public override string TakeTheirs => "Показать новый, мой удалить";
    public override string KeepMine => "Оставить мой";
    public override string RoomProblemsLabel => "Нужно исправить";
    public override string EditorKeys =>
        "Стрелки двигают на 10 см, с Shift — на 50. Несколько: щелчок с Shift или рамка. "
        + "Delete удаляет, Alt перетаскивает без привязки.";
    public override string AffectedTitle => "Эти столы нужны броням";
    public override string MoveThemAndSave => "Пересадить и сохранить";
    public override string GoBack => "Назад";
    public override string NotANumber => "Напишите целое число.";
    public override string NotSaved => "Не сохранено";
    public override string CopyHall => "Скопировать зал";
    public override string HallEarlier => "Показывать раньше";
    public override string HallLater => "Показывать позже";
    public override string RemoveHall => "Удалить зал";
    public override string HallIsGone => "Такого зала нет";
    public override string ImportTables => "Загрузить";
    public override string ExportTables => "Выгрузить";
    public override string ImportLead =>
        "Загрузите столы файлом в формате TABLES_JSON. Столы узнаются по номеру, ничего не удаляется. "
        + "Сначала покажем, что изменится.";
    public override string ImportFile => "Файл";
    public override string ImportText => "или вставьте сюда";
    public override string ImportTooLarge => "Файл больше 1 МБ. Выберите другой.";
    public override string ImportDo => "Загрузить это";
    public override string ImportIsNew => "новый";
    public override string ImportIsChanged => "изменится";

    public override string TableShape(TableShape shape) =>
        shape switch
        {
            Core.Entities.TableShape.Round => "Круглый",
            Core.Entities.TableShape.Square => "Квадратный",
            Core.Entities.TableShape.Rectangle => "Длинный",
            Core.Entities.TableShape.Sofa => "Диван",
        };

    public override string AddTable(TableShape shape) => $"Добавить стол: {TableShape(shape).ToLower(Culture)}";

    public override string MarkKind(MarkKind kind) =>
        kind switch
        {
            Core.Entities.MarkKind.Wall => "Стена",
            Core.Entities.MarkKind.Label => "Надпись",
        };

    public override string AddMark(MarkKind kind) => $"Добавить: {MarkKind(kind).ToLower(Culture)}";

    public override string Align(Alignment alignment) =>
        alignment switch
        {
            Alignment.Left => "По левому краю",
            Alignment.Centre => "По центру в столбец",
            Alignment.Right => "По правому краю",
            Alignment.Top => "По верхнему краю",
            Alignment.Middle => "По центру в ряд",
            Alignment.Bottom => "По нижнему краю",
        };

    public override string SeveralChosen(int count) => $"Выбрано: {Number(count)}";

    public override string TakeApart(string name) => $"Больше не сдвигать {name}";

    public override string HallChangedBy(string name) =>
        name.Length == 0
            ? "Этот зал только что сохранил кто-то другой."
            : $"Этот зал только что сохранили ({name}). Ваш план не потерян.";

    public override string ItemIsAt(string item, int x, int y) =>
        $"{item}: {Number(x)} см слева, {Number(y)} см сверху";

    public override string AffectedLead(int count) =>
        $"{Sentence(BookingsCount(count))}: гости остались бы без стола или без мест. Пока ничего не изменилось.";

    public override string AffectedMoved(int count) =>
        $"{Plural(count, "Пересажена", "Пересажены", "Пересажено")} {BookingsCount(count)}.";

    public override string UndoMoves => "Вернуть пересаженных";

    public override string NotMovedBack(IEnumerable<string> codes) =>
        $"Не удалось вернуть на прежние столы: {string.Join(", ", codes)}. Эти брони остались на новых местах.";

    public override string AffectedStuck(int count) =>
        $"Для {Number(count)} {Plural(count, "брони", "броней", "броней")} нет подходящего места в это время "
        + "или гости уже сидят. Они остаются на местах, а зал не сохранён. "
        + "Перенесите или отмените их и сохраните снова.";

    public override string AffectedReason(AffectedReason reason) =>
        reason switch
        {
            Core.Rooms.AffectedReason.TableRetired => "стол убран",
            Core.Rooms.AffectedReason.TooFewSeats => "не хватит мест",
            Core.Rooms.AffectedReason.NotTogether => "столы больше не сдвигают",
        };

    public override string LeftBehind(int count) =>
        $"За убранными столами этого зала ещё {BookingsCount(count)}. Пересадите гостей.";

    public override string HallSaved(string name) => $"{name}: сохранено.";

    public override string HallRemoved(string name) => $"{name}: зал удалён.";

    public override string RemoveHallAsk(string name) => $"Удалить зал {name}? Отменить это нельзя.";

    public override string TablesCount(int count) => $"{Number(count)} {Plural(count, "стол", "стола", "столов")}";

    public override string ImportReport(SeedReport report) =>
        $"Новых: {Number(report.Added)}, изменится: {Number(report.Changed)}, без изменений: "
        + $"{Number(report.Unchanged)}.";

    public override string ImportHalls(string names) => $"Новые залы: {names}.";

    public override SeedTexts Seed => SeedTexts.Russian;

    public override string ImportBroken(string reason) => $"Ничего не загружено. В файле: {reason}.";

    public override string RoomProblem(RoomProblem problem) =>
        problem.Fault switch
        {
            RoomFault.HallNameMissing => "Напишите название зала.",
            RoomFault.HallNameTooLong => $"Название зала длиннее {Number(HallDraft.NameLimit)} знаков.",
            RoomFault.HallNameTaken => $"Зал {problem.Subject} уже есть.",
            RoomFault.HallSize => "Ширина и глубина зала от 200 до 10 000 см.",
            RoomFault.Number => "Номер стола от 1 до 9999.",
            RoomFault.NumberTwice => $"Номер {problem.Subject} у двух столов этого зала.",
            RoomFault.NumberTaken => $"Номер {problem.Subject} занят: это стол в зале {problem.Hall.In(Language)}.",
            RoomFault.Seats => $"Стол {problem.Subject}: от 1 до 50 мест.",
            RoomFault.MinParty => $"Стол {problem.Subject}: минимум гостей от 1 до {problem.Detail}.",
            RoomFault.TableSize => $"Стол {problem.Subject}: ширина и глубина от 20 до 2000 см.",
            RoomFault.TableOutside => $"Стол {problem.Subject} стоит за границами зала.",
            RoomFault.DescriptionTooLong => $"Стол {problem.Subject}: описание длиннее 500 знаков.",
            RoomFault.ZoneTooLong => $"Стол {problem.Subject}: название зоны длиннее 40 знаков.",
            RoomFault.CombinationTables => $"{problem.Subject}: от 2 до 6 действующих столов этого зала.",
            RoomFault.CombinationTwice => $"{problem.Subject}: эти столы уже сдвигают.",
            RoomFault.CombinationSeats => $"{problem.Subject}: от 1 до {problem.Detail} мест.",
            RoomFault.CombinationMinParty => $"{problem.Subject}: минимум гостей от 1 до {problem.Detail}.",
            RoomFault.CombinationName => "Напишите название до 40 знаков.",
            RoomFault.CombinationNameTaken => $"Название {problem.Subject} занято.",
            RoomFault.MarkSize => "Не меньше 5 см в ширину и глубину.",
            RoomFault.MarkOutside => "Стена или надпись за границами зала.",
            RoomFault.LabelEmpty => "Напишите текст или удалите надпись.",
            RoomFault.MarkTextTooLong => "Надпись длиннее 40 знаков.",
        };

    public override string TablesOverlap(string one, string other) =>
        $"Столы {one} и {other} накладываются друг на друга";

    public override string OverlapsLabel => "Проверьте";
    public override string UndoShort => "Отменить";
    public override string RedoShort => "Повторить";
    public override string DuplicateShort => "Копия";
    public override string SeveralShort => "Несколько";
    public override string DiscardShort => "Сбросить";
}
