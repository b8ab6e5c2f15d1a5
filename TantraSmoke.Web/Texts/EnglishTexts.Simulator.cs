namespace TantraSmoke.Web.Texts;

public sealed partial class EnglishTexts
{
    public override string SimulatorLead =>
        "These chats use the very same bot as real ones. Book a table here and watch it arrive on the floor.";
    public override string OpenFloorBeside => "Open the floor alongside";
    public override string OneMoreGuest => "One more guest";
    public override string AddGuest => "Add guest";
    public override string StartChat => "Start";
    public override string WriteMessage => "Message";
    public override string Send => "Send";
    public override string Messages => "Messages";
    public override string Edited => "edited";
    public override string Photo => "Picture from the bot";
    public override string Document => "File";

    public override string GuestNumber(int number) => $"Guest {Number(number)}";
}
