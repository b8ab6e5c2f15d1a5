using System.Collections.Frozen;

namespace TantraSmoke.Bot.Talk;

/// <summary>Part of a day, as it goes with an hour: "8 вечера", "8 in the evening".</summary>
internal enum DayPart
{
    Morning,
    Day,
    Evening,
    Night,
}

/// <summary>The known words, Russian and English together; their letters tell the language.</summary>
internal static class Vocabulary
{
    public static readonly FrozenDictionary<string, int> Days = Read(
        """
        сегодня today tonight=0 завтра завтрашний завтрашнего tomorrow tmrw tmr=1 послезавтра=2 вчера yesterday=-1
        позавчера=-2
        """
    );

    public static readonly FrozenDictionary<string, int> Weekdays = Read(
        """
        понедельник понедельника пн monday mon=1 вторник вторника вт tuesday tue tues=2 среду среда среды ср wednesday
        wed=3 четверг четверга чт thursday thu thur thurs=4 пятницу пятница пятницы пт friday fri=5 субботу суббота
        субботы сб saturday sat=6 воскресенье воскресение воскресенья вс вск sunday sun=0
        """
    );

    public static readonly FrozenDictionary<string, int> Months = Read(
        """
        января янв january jan=1 февраля фев february feb=2 марта мар march mar=3 апреля апр april apr=4 мая may=5 июня
        июн june jun=6 июля июл july jul=7 августа авг august aug=8 сентября сен сент september sep sept=9 октября окт
        october oct=10 ноября ноя нояб november nov=11 декабря дек december dec=12
        """
    );

    public static readonly FrozenDictionary<string, int> Numbers = Read(
        """
        one=1 два две two=2 три three=3 четыре four=4 пять five=5 шесть six=6 семь seven=7 восемь eight=8 девять nine=9
        десять ten=10 одиннадцать eleven=11 двенадцать twelve=12
        """
    );

    /// <summary>"половина восьмого": half of the eighth hour.</summary>
    public static readonly FrozenDictionary<string, int> HourBegun = Read(
        """
        первого=1 второго=2 третьего=3 четвертого=4 пятого=5 шестого=6 седьмого=7 восьмого=8 девятого=9 десятого=10
        одиннадцатого=11 двенадцатого=12
        """
    );

    /// <summary>Words that are a number of people by themselves.</summary>
    public static readonly FrozenDictionary<string, int> People = Read(
        """
        вдвоем двоих двое=2 втроем троих трое=3 вчетвером четверых четверо=4 впятером пятерых пятеро=5 вшестером
        шестерых шестеро=6 всемером семерых семеро=7 ввосьмером восьмерых восьмеро=8 девятерых девятеро=9 десятерых
        десятеро=10
        """
    );

    /// <summary>The same after "на" or "для".</summary>
    public static readonly FrozenDictionary<string, int> ForPeople = Read("одного одну=1 двух=2 трех=3 четырех=4");

    public static readonly FrozenDictionary<string, DayPart> Parts = Read(
            """
            утра утром morning=0 дня днем afternoon=1 вечера вечером вечерком evening=2 ночи ночью night=3
            """
        )
        .ToFrozenDictionary(p => p.Key, p => (DayPart)p.Value);

    public static readonly FrozenSet<string> PeopleNouns = Set(
        """
        человек человека чел люди людей гостей гостя гость персон персоны персона people persons person guests guest pax
        ppl
        """
    );

    public static readonly FrozenSet<string> HourNouns = Set("час часа часов ч ч. h o'clock oclock");

    /// <summary>Makes a time approximate.</summary>
    public static readonly FrozenSet<string> Roughly = Set(
        """
        до после около примерно приблизительно ближе где-то позже раньше попозже пораньше без четверть четверти через
        until till to after before around about by-about half quarter between roughly later earlier сейчас now asap
        """
    );

    /// <summary>Makes a day approximate.</summary>
    public static readonly FrozenSet<string> SomeDay = Set(
        """
        следующий следующую следующая следующее следующей прошлый прошлую прошлой каждый каждую каждое выходные выходных
        выходной next last every weekend weekends weekdays будни будний
        """
    );

    /// <summary>Additional people who may or may not be counted.</summary>
    public static readonly FrozenSet<string> AlsoComing = Set(
        """
        ребенок ребенком ребенка дети детьми детей малыш малышом взрослых взрослые плюс минимум максимум kid kids child
        children baby adults adult plus maybe может возможно
        """
    );

    /// <summary>Wants a table.</summary>
    public static readonly FrozenSet<string> Wanting = Set(
        """
        стол столик столика столики столиков столов стола место места мест местечко забронировать забронируй
        забронируйте забронируем бронь бронировать бронирование зарезервировать зарезервируйте резерв заказать записать
        запишите book booking reserve reservation table tables seat seats
        """
    );

    /// <summary>Wants to come, which is the same.</summary>
    public static readonly FrozenSet<string> Coming = Set("прийти придти зайти заглянуть посидеть сходить come visit");

    /// <summary>Connects a wish with the text before it.</summary>
    public static readonly FrozenSet<string> Joining = Set("и а да and but хотим хочу пожалуйста please");

    /// <summary>Introduces a correction.</summary>
    public static readonly FrozenSet<string> SecondThoughts = Set(
        """
        нет не ой лучше давайте давай точнее вернее извините простите а хотя все-таки тогда то есть no sorry actually
        wait better make it rather let's oh oops instead
        """
    );

    /// <summary>Changes the draft.</summary>
    public static readonly FrozenSet<string> Changing = Set(
        "перенести перенесите перенеси поменяйте измените move change it"
    );

    /// <summary>Introduces a wish.</summary>
    public static readonly FrozenSet<string> Wishing = Set("хочу хотим хотел хотела хотели хотелось i i'd we we'd");

    /// <summary>Refers to an existing booking, unless a clear wish precedes: "our anniversary".</summary>
    public static readonly FrozenSet<string> Possessive = Set("моя мою мой моей моего мои наша нашу нашей my our mine");

    /// <summary>Introduces a phone number, which is left to people.</summary>
    public static readonly FrozenSet<string> Phones = Set("телефон телефона номер phone number");

    /// <summary>Named days, longer names first.</summary>
    public static readonly IReadOnlyList<(string[] Words, int Month, int Day)> Holidays =
    [
        (["старый", "новый", "год"], 1, 13),
        (["новый", "год"], 12, 31),
        (["новогоднюю", "ночь"], 12, 31),
        (["нового", "года"], 12, 31),
        (["new", "year's", "eve"], 12, 31),
        (["new", "years", "eve"], 12, 31),
        (["nye"], 12, 31),
        (["new", "year's", "day"], 1, 1),
        (["christmas", "eve"], 12, 24),
        (["christmas", "day"], 12, 25),
        (["christmas"], 12, 25),
        (["xmas"], 12, 25),
        (["рождество"], 1, 7),
        (["рождества"], 1, 7),
        (["католическое", "рождество"], 12, 25),
        (["день", "святого", "валентина"], 2, 14),
        (["valentine's", "day"], 2, 14),
        (["valentines", "day"], 2, 14),
        (["valentine's"], 2, 14),
        (["хэллоуин"], 10, 31),
        (["хеллоуин"], 10, 31),
        (["halloween"], 10, 31),
        (["женский", "день"], 3, 8),
        (["день", "победы"], 5, 9),
        (["women's", "day"], 3, 8),
    ];

    /// <summary>Words without effect.</summary>
    public static readonly FrozenSet<string> Small = Set(
        """
        на в во к ко с со и а у из за по для или либо бы ли же вот это эта эту этот эти этой ближайшую ближайший
        ближайшее хочу хотим хотел хотела хотели хотелось нужен нужно нужна надо можно мне нам меня нас мы я вы вас вам
        пожалуйста пож плиз плз привет здравствуйте здрасте добрый доброе день вечер утро приветствую спасибо будет
        будем буду будут есть свободный свободные свободных свободно свободен давайте давай еще числа число года год г
        час компания все-таки тоже вообще что-нибудь что-то чего-нибудь найдется найдутся останется осталось остались
        остался останутся свободное свободного свободны можем возможность компании компанию всего ровно именно время
        начало всем один одна одно начиная i we i'd we'd i'm we're would like want to a an the of on at in for and or
        with this us me please pls hi hello hey can could you do have is are there any anything something left still
        open we've need get free available thanks thank good day will be it's just coming from so
        """
    );

    /// <summary>The sentence is about something else, or a negation.</summary>
    public static readonly FrozenSet<string> Otherwise = Set(
        """
        не нет ни кроме никто уже вместо
        not no nor dont don't doesn't can't cant cannot won't wont except without already instead never
        """
    );

    /// <summary>The same, by prefix.</summary>
    public static readonly IReadOnlyList<string> OtherwiseStems =
    [
        "отмен",
        "перенес",
        "перенос",
        "опазд",
        "опозда",
        "задерж",
        "передвин",
        "передум",
        "измени",
        "cancel",
        "resched",
        "postpon",
        "late",
        "delay",
        "move",
        "chang",
        "running",
    ];

    /// <summary>Marks a question that needs an answer.</summary>
    public static readonly FrozenSet<string> Asking = Set(
        """
        сколько как где почему зачем когда какой какая какие кто что чем какого цена стоит стоимость what how where why
        when which who price cost does much many
        """
    );

    public static bool IsOtherwise(string word) =>
        Otherwise.Contains(word)
        || Possessive.Contains(word)
        || OtherwiseStems.Any(stem => word.StartsWith(stem, StringComparison.Ordinal));

    /// <summary>Words that share a number stand before "=number".</summary>
    private static FrozenDictionary<string, int> Read(string words)
    {
        var all = new Dictionary<string, int>();
        var waiting = new List<string>();
        foreach (var word in words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = word.Split('=');
            waiting.Add(parts[0]);
            if (parts.Length == 1)
                continue;
            var number = int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture);
            waiting.ForEach(w => all.Add(w, number));
            waiting.Clear();
        }

        return all.ToFrozenDictionary();
    }

    private static FrozenSet<string> Set(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();
}
