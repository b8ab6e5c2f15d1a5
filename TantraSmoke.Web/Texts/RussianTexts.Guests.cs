using TantraSmoke.Core.Bookings;
using static TantraSmoke.Bot.Texts.RussianNumerals;

namespace TantraSmoke.Web.Texts;

public sealed partial class RussianTexts
{
    public override string GuestsTitle => "Гости";

    public override string Occasion(Occasion occasion) => occasion switch
    {
        Core.Bookings.Occasion.Birthday => "День рождения",
        Core.Bookings.Occasion.Anniversary => "Годовщина",
        Core.Bookings.Occasion.Date => "Свидание",
        Core.Bookings.Occasion.Business => "Деловая встреча",
        Core.Bookings.Occasion.Other => "Праздник",
    };

    public override string OccasionLabel => "Повод";
    public override string Allergies => "Аллергии";
    public override string InternalNote => "Заметка для своих";
    public override string GuestNotes => "Заметки о госте";
    public override string NewGuest => "Ещё не были";
    public override string VisitsCount(int count) => $"{Number(count)} {Plural(count, "визит", "визита", "визитов")}";
    public override string NoShowsCount(int count) => $"{Number(count)} {Plural(count, "неявка", "неявки", "неявок")}";
}
