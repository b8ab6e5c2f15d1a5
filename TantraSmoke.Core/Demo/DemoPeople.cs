namespace TantraSmoke.Core.Demo;

/// <summary>Names and texts of invented people.</summary>
internal static class DemoPeople
{
    private static readonly string[] Women =
    [
        "Анна",
        "Мария",
        "Екатерина",
        "Ольга",
        "Дарья",
        "Полина",
        "Ксения",
        "Вера",
        "Алина",
        "Юлия",
        "Софья",
        "Елена",
        "Камила",
        "Таисия",
    ];

    private static readonly string[] Men =
    [
        "Алексей",
        "Дмитрий",
        "Иван",
        "Максим",
        "Сергей",
        "Тимур",
        "Артём",
        "Павел",
        "Никита",
        "Руслан",
        "Егор",
        "Марк",
        "Григорий",
        "Фёдор",
    ];

    private static readonly string[] Surnames =
    [
        "Соколов",
        "Воронцов",
        "Лебедев",
        "Орлов",
        "Зайцев",
        "Кузнецов",
        "Белов",
        "Громов",
        "Фадеев",
        "Тихонов",
        "Никитин",
        "Медведев",
        "Ершов",
        "Гусев",
    ];

    private static readonly string[] Travellers =
    [
        "Emma Fischer",
        "Luca Moretti",
        "James Carter",
        "Sofia Lindqvist",
        "Noah Martin",
        "Elif Demir",
    ];

    private static readonly string[] Comments =
    [
        "Столик потише, пожалуйста",
        "Кальян без никотина",
        "Будем с настольной игрой",
        "Можно подальше от входа?",
        "Придём чуть раньше",
        "Нужна розетка для ноутбука",
        "С нами будет ребёнок",
        "Как в прошлый раз, у окна",
    ];

    /// <summary>Staff's notes and tags for the guests with these numbers.</summary>
    public static IReadOnlyList<(int Number, string Text, string Tag)> Notes { get; } =
    [
        (0, "Любит стол у окна и чай с чабрецом", "постоянный"),
        (1, "Всегда берёт десерт, день рождения 3 декабря", "постоянный"),
        (3, "Пишет о заведениях", "пресса"),
        (6, "Угольки менять чаще", "постоянный"),
        (10, "Корпоративные встречи, нужен счёт", "компания"),
    ];

    /// <summary>A name by number, stable across runs; every eighth guest is from abroad.</summary>
    public static string Name(int number)
    {
        if (number % 8 == 7)
            return Travellers[number / 8 % Travellers.Length];
        var surname = Surnames[number * 5 % Surnames.Length];
        return number % 2 == 0
            ? $"{Women[number / 2 % Women.Length]} {surname}а"
            : $"{Men[number / 2 % Men.Length]} {surname}";
    }

    /// <summary>A request, for one party in six.</summary>
    public static string? Comment(Random random) => random.Next(6) == 0 ? Comments[random.Next(Comments.Length)] : null;

    /// <summary>Mostly couples, rarely large parties.</summary>
    public static int PartySize(Random random) =>
        random.Next(100) switch
        {
            < 5 => 1,
            < 47 => 2,
            < 62 => 3,
            < 80 => 4,
            < 88 => 5,
            _ => 6,
        };
}
