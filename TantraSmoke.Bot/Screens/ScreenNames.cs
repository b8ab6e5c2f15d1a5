using System.Collections.Frozen;

namespace TantraSmoke.Bot.Screens;

/// <summary>The names of screens; stored in sessions, so they should not change.</summary>
public static class ScreenNames
{
    public const string Home = "home";
    public const string About = "about";
    public const string Help = "help";
    public const string Language = "language";
    public const string Party = "book.party";
    public const string LargeParty = "book.large";
    public const string Day = "book.day";
    public const string Time = "book.time";
    public const string Table = "book.table";
    public const string TableDetails = "book.table.one";
    public const string Confirm = "book.confirm";
    public const string Stay = "book.stay";
    public const string Phone = "book.phone";
    public const string Booked = "book.done";
    public const string MyBookings = "mine.list";
    public const string MyBooking = "mine.one";
    public const string CancelBooking = "mine.cancel";
    public const string ChangeBooking = "mine.change";
    public const string Wish = "mine.wish";
    public const string Occasion = "mine.occasion";
    public const string Invite = "mine.invite";
    public const string Invited = "friend.invited";
    public const string Late = "mine.late";
    public const string Rate = "mine.rate";
    public const string WaitFrom = "wait.from";
    public const string WaitUntil = "wait.until";
    public const string Waiting = "wait.one";
    public const string Admin = "admin.home";
    public const string Coming = "admin.coming";
    public const string Tonight = "admin.tonight";
    public const string FindBooking = "admin.find";
    public const string Pause = "admin.pause";

    /// <summary>Screens on which a hold may be active.</summary>
    internal static readonly FrozenSet<string> WhileHolding = new[]
    {
        Confirm,
        Table,
        TableDetails,
        Stay,
    }.ToFrozenSet();
}
