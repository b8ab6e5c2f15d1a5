using TantraSmoke.Core.Entities;

namespace TantraSmoke.Web.Texts;

public sealed partial class EnglishTexts
{
    public override string GuestsTitle => "Guests";

    public override string Occasion(Occasion occasion) =>
        occasion switch
        {
            Core.Entities.Occasion.Birthday => "Birthday",
            Core.Entities.Occasion.Anniversary => "Anniversary",
            Core.Entities.Occasion.Date => "Date",
            Core.Entities.Occasion.Business => "Business",
            Core.Entities.Occasion.Other => "Celebration",
        };

    public override string OccasionLabel => "Occasion";
    public override string Allergies => "Allergies";
    public override string InternalNote => "Note for staff";
    public override string GuestNotes => "Notes on the guest";
    public override string NewGuest => "No visits yet";

    public override string VisitsCount(int count) => count == 1 ? "1 visit" : $"{Number(count)} visits";

    public override string NoShowsCount(int count) => count == 1 ? "1 no-show" : $"{Number(count)} no-shows";
}
