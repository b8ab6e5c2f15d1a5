using TantraSmoke.Core.Reports;
using static TantraSmoke.Bot.Texts.RussianNumerals;

namespace TantraSmoke.Web.Texts;

public sealed partial class RussianTexts
{
    public override string ReportsTitle => "Отчёты";
    public override string NoReportHint => "За эти дни броней нет.";
    public override string Covers => "Пришло гостей";
    public override string Visits => "Визитов";
    public override string StillExpected => "Ещё ждём гостей";
    public override string TurnTime => "Время за столом";
    public override string TurnMinutes => "Минут за столом";
    public override string CoversByDay => "Гости по дням";
    public override string Numbers => "В цифрах";
    public override string OccupancyTitle => "Загрузка столов";
    public override string OccupancyHint => "Сколько процентов времени столы заняты, по дням недели и часам.";
    public override string SourcesTitle => "Откуда брони";
    public override string LeadTitle => "За сколько до визита бронируют";
    public override string PartiesTitle => "Компании и время за столом";
    public override string TopGuestsTitle => "Кто приходил чаще всех";
    public override string CampaignsTitle => "Рекламные кампании";
    public override string NewGuests => "Новых гостей";

    public override string CampaignFigures(int bookings, int guests, int covers) =>
        $"{Number(bookings)} {Plural(bookings, "бронь", "брони", "броней")}, новых гостей {Number(guests)}, "
        + $"пришло {Number(covers)}";

    public override string RangeLabel => "За какие дни";

    public override string ComparedWith(string days) => $"В сравнении с предыдущими днями: {days}.";

    public override string HowFull => "Насколько был заполнен зал?";
    public override string OfTableTime => "времени столы были заняты";

    public override string BusiestHour(DayOfWeek day, int hour, string share) =>
        $"Больше всего: {ShortWeekday(day).ToLower(Culture)}, {hour:00}:00, {share}";

    public override string CoversCame(int count) =>
        $"{Plural(count, "Пришёл", "Пришли", "Пришло")} {Count(count)} {Plural(count, "гость", "гостя", "гостей")}";

    public override string WhatLost => "Кого потеряли?";

    public override string GuestsWord(int count) => Plural(count, "гостя", "гостей", "гостей");

    public override string GaveUpWaiting => "не дождались стола";
    public override string WhoRegulars => "Кто к нам возвращается?";

    public override string CameAgain(int count) =>
        Plural(count, "гость пришёл не раз", "гостя пришли не раз", "гостей пришли не раз");

    public override string RegularsShare(string share) => $"Это {share} визитов. Чаще всех:";

    public override string BusiestDay(string day, string guests) => $"Самый людный день: {day}, {guests}";

    protected override string PercentagePoints => "п. п.";

    public override string VisitsAndCovers(int visits, int covers) =>
        $"{Number(visits)} {Plural(visits, "визит", "визита", "визитов")}, {Guests(covers)}";

    public override string Lead(LeadTime lead) =>
        lead switch
        {
            LeadTime.WithinTwoHours => "Меньше чем за 2 часа",
            LeadTime.SameDay => "В тот же день",
            LeadTime.DayBefore => "Накануне",
            LeadTime.TwoToThreeDays => "За 2–3 дня",
            LeadTime.FourToSevenDays => "За 4–7 дней",
            LeadTime.Longer => "Больше чем за неделю",
        };

    public override string ReportPreset(string id) =>
        id switch
        {
            "days-7" => "7 дней",
            "days-28" => "4 недели",
            "month" => "Этот месяц",
            "last-month" => "Прошлый месяц",
            "year" => "Год",
            _ => "",
        };
}
