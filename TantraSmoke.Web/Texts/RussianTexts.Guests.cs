using TantraSmoke.Core.Entities;
using static TantraSmoke.Bot.Texts.RussianNumerals;

namespace TantraSmoke.Web.Texts;

public sealed partial class RussianTexts
{
    public override string GuestsTitle => "Гости";

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
    public override string GuestNotes => "Заметки о госте";
    public override string NewGuest => "Ещё не были";

    public override string VisitsCount(int count) => $"{Number(count)} {Plural(count, "визит", "визита", "визитов")}";

    public override string NoShowsCount(int count) => $"{Number(count)} {Plural(count, "неявка", "неявки", "неявок")}";
}
