using static TantraSmoke.Bot.Texts.RussianNumerals;

namespace TantraSmoke.Web.Texts;

public sealed partial class RussianTexts
{
    public override string GuestsTitle => "Гости";

    public override string GuestNotes => "Заметки о госте";
    public override string NewGuest => "Ещё не были";

    public override string VisitsCount(int count) => $"{Number(count)} {Plural(count, "визит", "визита", "визитов")}";

    public override string NoShowsCount(int count) => $"{Number(count)} {Plural(count, "неявка", "неявки", "неявок")}";
}
