using TantraSmoke.Core.Entities;

namespace TantraSmoke.Web.Texts;

public sealed partial class EnglishTexts
{
    public override string GuestRequest => "Request";

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
    public override string Extras => "Occasion, allergies, note";

    public override string EraseWill(int visits) =>
        "Name, phone, Telegram, notes, comments, allergies and any block are deleted. "
        + $"Only the count remains: {VisitsCount(visits)}.";

    public override IReadOnlyList<string> ExportColumns { get; } =
    [
        "Code",
        "Day",
        "Start",
        "End",
        "Status",
        "Source",
        "Hall",
        "Table",
        "Guests",
        "Name",
        "Phone",
        "Username",
        "Request",
        "Occasion",
        "Allergies",
        "Note for staff",
        "Created",
    ];
}
