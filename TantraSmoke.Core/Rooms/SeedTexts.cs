namespace TantraSmoke.Core.Rooms;

/// <summary>
/// Error messages for files of tables or slots: one clause each, without a full stop; field names as in the file.
/// </summary>
public abstract class SeedTexts
{
    public static SeedTexts English { get; } = new EnglishSeedTexts();
    public static SeedTexts Russian { get; } = new RussianSeedTexts();

    public abstract string Line(int line);
    public abstract string NoFile { get; }
    public abstract string FileClosed { get; }
    public abstract string NotUtf8 { get; }
    public abstract string NotJson(int character);
    public abstract string ListExpected { get; }
    public abstract string ListIsEmpty { get; }
    public abstract string ObjectExpected { get; }
    public abstract string Missing(string field);
    public abstract string MissingInCombination(string field);
    public abstract string TableTwice(int number);
    public abstract string CombinesWithStranger(int number, int stranger);
    public abstract string CombinationHasStranger(int number, int stranger);
    public abstract string SlotIsEmpty(TimeOnly time);
    public abstract string SlotTwice(TimeOnly start);
    public abstract string MinPartyTooLarge(int minParty, int seats);
    public abstract string ShapeUnknown(string shape);
    public abstract string CombinationsExpected(string found);
    public abstract string CombinationTables { get; }
    public abstract string FlagExpected(string field, string found);
    public abstract string NumberExpected(string field, string found, int least, int most);
    public abstract string NumbersExpected(string field, string found);
    public abstract string TextExpected(string field, int limit);
    public abstract string TimeExpected(string field, string found);

    protected const string Shapes = "round, square, rectangle, sofa";
    protected static readonly int MostTables = CombinationDraft.MostTables;
}

public sealed class EnglishSeedTexts : SeedTexts
{
    public override string Line(int line) => $"line {line}";

    public override string NoFile => "there is no such file";
    public override string FileClosed => "the file cannot be read";
    public override string NotUtf8 =>
        "the file is not in UTF-8; save it again in that encoding (in Notepad: Save as, Encoding: UTF-8)";

    public override string NotJson(int character) => $"not valid JSON, look at character {character}";

    public override string ListExpected => "a list [ … ] is expected";
    public override string ListIsEmpty => "the list is empty";
    public override string ObjectExpected => "an object { … } is expected";

    public override string Missing(string field) => $"\"{field}\" is missing";

    public override string MissingInCombination(string field) => $"a combination has no \"{field}\"";

    public override string TableTwice(int number) => $"table {number} appears twice";

    public override string CombinesWithStranger(int number, int stranger) =>
        $"table {number} combines with table {stranger}, which is not another table in this file";

    public override string CombinationHasStranger(int number, int stranger) =>
        $"a combination of table {number} has table {stranger}, which is not in this file";

    public override string SlotIsEmpty(TimeOnly time) => $"start_time and end_time are both {time:HH\\:mm}";

    public override string SlotTwice(TimeOnly start) => $"start_time {start:HH\\:mm} appears twice";

    public override string MinPartyTooLarge(int minParty, int seats) =>
        $"\"min_party\" is {minParty}, but the table seats {seats}";

    public override string ShapeUnknown(string shape) => $"\"shape\" is \"{shape}\"; it is one of {Shapes}";

    public override string CombinationsExpected(string found) =>
        $"\"combinations\" is {found}; a list of objects {{ … }} is expected";

    public override string CombinationTables => $"\"tables\" of a combination must be 2 to {MostTables} table numbers";

    public override string FlagExpected(string field, string found) =>
        $"\"{field}\" is {found}; true or false is expected";

    public override string NumberExpected(string field, string found, int least, int most) =>
        $"\"{field}\" is {found}; a whole number from {least} to {most} is expected";

    public override string NumbersExpected(string field, string found) =>
        $"\"{field}\" is {found}; a list of table numbers is expected";

    public override string TextExpected(string field, int limit) =>
        $"\"{field}\" must be text of at most {limit} characters";

    public override string TimeExpected(string field, string found) =>
        $"\"{field}\" is \"{found}\"; a time such as \"22:00\" is expected";
}

public sealed class RussianSeedTexts : SeedTexts
{
    public override string Line(int line) => $"строка {line}";

    public override string NoFile => "такого файла нет";
    public override string FileClosed => "файл не читается";
    public override string NotUtf8 =>
        "файл не в кодировке UTF-8; сохраните его заново в ней (в «Блокноте»: «Сохранить как», кодировка UTF-8)";

    public override string NotJson(int character) => $"это не JSON, посмотрите на символ {character}";

    public override string ListExpected => "нужен список [ … ]";
    public override string ListIsEmpty => "список пуст";
    public override string ObjectExpected => "нужен объект { … }";

    public override string Missing(string field) => $"нет поля \"{field}\"";

    public override string MissingInCombination(string field) => $"в сочетании столов нет поля \"{field}\"";

    public override string TableTwice(int number) => $"стол {number} указан дважды";

    public override string CombinesWithStranger(int number, int stranger) =>
        $"стол {number} сдвигается со столом {stranger}, но другого такого стола в файле нет";

    public override string CombinationHasStranger(int number, int stranger) =>
        $"в сочетании стола {number} есть стол {stranger}, которого нет в этом файле";

    public override string SlotIsEmpty(TimeOnly time) => $"start_time и end_time совпадают: {time:HH\\:mm}";

    public override string SlotTwice(TimeOnly start) => $"start_time {start:HH\\:mm} указан дважды";

    public override string MinPartyTooLarge(int minParty, int seats) =>
        $"\"min_party\" равно {minParty}, а мест за столом {seats}";

    public override string ShapeUnknown(string shape) => $"\"shape\" — \"{shape}\", а нужно одно из {Shapes}";

    public override string CombinationsExpected(string found) =>
        $"\"combinations\" — {found}, а нужен список объектов {{ … }}";

    public override string CombinationTables => $"\"tables\" в сочетании — это от 2 до {MostTables} номеров столов";

    public override string FlagExpected(string field, string found) => $"\"{field}\" — {found}, а нужно true или false";

    public override string NumberExpected(string field, string found, int least, int most) =>
        $"\"{field}\" — {found}, а нужно целое число от {least} до {most}";

    public override string NumbersExpected(string field, string found) =>
        $"\"{field}\" — {found}, а нужен список номеров столов";

    public override string TextExpected(string field, int limit) =>
        $"\"{field}\" — это текст не длиннее {limit} символов";

    public override string TimeExpected(string field, string found) =>
        $"\"{field}\" — \"{found}\", а нужно время, например \"22:00\"";
}
