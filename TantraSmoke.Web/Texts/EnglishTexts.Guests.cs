namespace TantraSmoke.Web.Texts;

public sealed partial class EnglishTexts
{
    public override string GuestsTitle => "Guests";

    public override string GuestNotes => "Notes on the guest";
    public override string NewGuest => "No visits yet";

    public override string VisitsCount(int count) => count == 1 ? "1 visit" : $"{Number(count)} visits";

    public override string NoShowsCount(int count) => count == 1 ? "1 no-show" : $"{Number(count)} no-shows";
}
