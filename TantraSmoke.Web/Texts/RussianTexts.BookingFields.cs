using TantraSmoke.Core.Entities;

namespace TantraSmoke.Web.Texts;

public sealed partial class RussianTexts
{
    public override string GuestRequest => "Пожелание";

    public override string Occasion(Occasion occasion) =>
        occasion switch
        {
            Core.Entities.Occasion.Birthday => "День рождения",
            Core.Entities.Occasion.Anniversary => "Годовщина",
            Core.Entities.Occasion.Date => "Свидание",
            Core.Entities.Occasion.Business => "Деловая встреча",
            Core.Entities.Occasion.Other => "Праздник",
        };

    public override string OccasionLabel => "Повод";
    public override string Allergies => "Аллергии";
    public override string InternalNote => "Заметка для своих";
    public override string Extras => "Повод, аллергии, заметка";

    public override string EraseWill(int visits) =>
        "Удалятся имя, телефон, Telegram, заметки, комментарии, аллергии и блокировка. "
        + $"Останется только счётчик: {VisitsCount(visits)}.";

    public override IReadOnlyList<string> ExportColumns { get; } =
    [
        "Код",
        "День",
        "Начало",
        "Конец",
        "Статус",
        "Источник",
        "Зал",
        "Стол",
        "Гостей",
        "Имя",
        "Телефон",
        "Имя в Telegram",
        "Пожелание",
        "Повод",
        "Аллергии",
        "Заметка для своих",
        "Создана",
    ];
}
