using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Schedule;

namespace TantraSmoke.Web.Texts;

public sealed partial class EnglishTexts
{
    public override string Status(BookingStatus status) => status switch
    {
        BookingStatus.Booked => "Booked",
        BookingStatus.Confirmed => "Confirmed",
        BookingStatus.Seated => "Seated",
        BookingStatus.Completed => "Completed",
        BookingStatus.Canceled => "Canceled",
        BookingStatus.NoShow => "No-show",
        BookingStatus.Requested => "Awaiting approval",
    };

    public override string Source(BookingSource source) => source switch
    {
        BookingSource.Telegram => "Telegram",
        BookingSource.Phone => "By phone",
        BookingSource.WalkIn => "Walk-in",
    };

    public override string Seat => "Seat";
    public override string Complete => "Left";
    public override string NoShow => "No-show";
    public override string Cancel => "Cancel";
    public override string Move => "Move";
    public override string TheyCame => "They came";
    public override string TakeCancellationBack => "Undo the cancellation";
    public override string CancelQuestion => "Cancel this booking?";
    public override string CancelWarning(bool isTold) => isTold ? "The table becomes free and the guest gets a message." : "The table becomes free. The guest is not on Telegram, so give them a call.";
    public override string CancelYes => "Yes, cancel it";
    public override string CancelNo => "Keep it";
    public override string Undone => "Put back as it was.";
    public override string TheSystem => "By the clock";
    public override string WalkInDone(string tables) => $"walk-in seated, {TableTitle(tables).ToLower(Culture)}";

    public override string Done(BookingAction action, string guest, string tables)
    {
        var table = TableTitle(tables).ToLower(Culture);
        return action switch
        {
            BookingAction.Created => $"new booking: {guest}, {table}",
            BookingAction.Confirmed => $"{guest}: booking confirmed, {table}",
            BookingAction.Seated => $"{guest}: seated, {table}",
            BookingAction.Completed => $"{guest}: visit completed, {table}",
            BookingAction.Canceled => $"{guest}: booking canceled, {table}",
            BookingAction.NoShow => $"{guest}: no-show, {table}",
            BookingAction.Moved => $"{guest}: moved to {table}",
            BookingAction.Resized => $"{guest}: time changed, {table}",
            BookingAction.Arrived => $"{guest}: some of the party are here, {table}",
            BookingAction.Edited => $"{guest}: booking changed, {table}",
            BookingAction.RunsLate => $"{guest}: running late, {table}",
            BookingAction.Rated => $"{guest}: rated the visit, {table}",
            BookingAction.DayEnded => $"{guest}: still seated when the day ended, {table}",
            BookingAction.LookedAt => $"{guest}: reviewed, {table}",
            BookingAction.Came => $"{guest}: came after all, {table}",
            BookingAction.Restored => $"{guest}: cancellation undone, {table}",
            BookingAction.Approved => $"{guest}: approved, {table}",
            BookingAction.Declined => $"{guest}: declined, {table}",
            BookingAction.ZoneChanged => $"{guest}: same time in the new time zone, {table}",
            BookingAction.Undone => $"{guest}: put back as it was, {table}",
        };
    }

    public override string Refusal(BookingError error, VenueClock clock) => error switch
    {
        BookingError.TableTaken { StillFree: [] } => "This place is taken, and nothing else is free that day.",
        BookingError.TableTaken taken => $"This place is taken. Still free: {Times(clock, taken.StillFree)}.",
        BookingError.TableOccupied { From: { } from, Until: { } until } occupied => $"{Occupied(occupied)} taken {FromTo(Clock(clock, from), Clock(clock, until))}{By(occupied)}. Choose another table or time.",
        BookingError.TableOccupied { Until: { } until } occupied => $"{Occupied(occupied)} occupied until {Clock(clock, until)}. Choose another or wait.",
        BookingError.TableOccupied occupied => $"{Occupied(occupied)} occupied. Choose another.",
        BookingError.StillSeated there => $"{TableTitle(string.Join('+', there.TableNumbers))}: {there.By ?? NoName} is still there. First say that they have left.",
        BookingError.SlotPassed => "That time is past. Choose another.",
        BookingError.TooLate late => $"Booking closes {Minutes(late.LeadMinutes)} before the start. Choose a later time.",
        BookingError.TooEarly early => $"Booking is open for {Number(early.HorizonDays)} days ahead. Choose an earlier day.",
        BookingError.PartyTooLarge large => $"So many guests do not fit, the most is {Number(large.Largest)}. Choose a larger table or two that join.",
        BookingError.PlaceGone { WouldFit: [] } gone => $"{TableTitle(string.Join('+', gone.TableNumbers))}: taken in the meantime, and no other table is free then.",
        BookingError.PlaceGone gone => $"{TableTitle(string.Join('+', gone.TableNumbers))}: taken in the meantime. Choose another table:",
        BookingError.PartyOutgrows { WouldFit: [] } outgrows => $"That many do not fit here: it seats {Number(outgrows.Seats)}, and no other table is free then.",
        BookingError.PartyOutgrows outgrows => $"That many do not fit here: it seats {Number(outgrows.Seats)}. What would do: {TableTitle(outgrows.WouldFit[0].Name).ToLower(Culture)}.",
        BookingError.PartyTooSmall small => $"This place is for {Number(small.Smallest)} or more.",
        BookingError.TooManyActive many => $"The guest already has {BookingsCount(many.Limit)}, which is the limit.",
        BookingError.GuestBlocked => "The guest is blocked and cannot book.",
        BookingError.CommentTooLong comment => $"The comment is longer than {Number(comment.Limit)} characters. Shorten it.",
        BookingError.TooManyMessages flood => $"That is too many messages in a row. Please write again in {flood.Minutes} minutes.",
        BookingError.CannotBeReached => "This guest cannot be written to: not in Telegram, or the bot is blocked.",
        BookingError.TextTooLong text => $"That text is longer than {Number(text.Limit)} characters. Shorten it.",
        BookingError.GuestNotFound => "This guest is no longer on the list. Look for them again.",
        BookingError.PhoneInUse phone => $"{phone.Name} has this number already. If it is the same person, merge the two.",
        BookingError.GuestChangedMeanwhile changed => $"{Who(changed.By)} has changed the same meanwhile. Below is what it is now; what you typed is kept.",
        BookingError.TwoTelegrams => "Both guests write in Telegram from accounts of their own. They cannot be merged.",
        BookingError.GuestExpected expected => $"The guest is here or still expected: {BookingsCount(expected.Bookings)}. Complete or cancel first.",
        BookingError.RoomBroken { Problems: [var only] } => RoomProblem(only),
        BookingError.RoomBroken broken => $"Not saved yet: {Number(broken.Problems.Count)} things have to be put right first.",
        BookingError.HallChanged changed => $"{Who(changed.By)} has changed this hall meanwhile. Nothing was saved; your drawing is kept.",
        BookingError.HallGone => "This hall is no longer there. Choose another.",
        BookingError.HallHasTables hall => $"The hall still has {TablesCount(hall.Tables)}, retired ones included. Only an empty hall can be removed: bookings refer to tables.",
        BookingError.HallHasEvents => "A special day of the schedule names this hall. Change that day first.",
        BookingError.RoomInUse => "Somebody has booked by now, or a table is held or closed: change the tables one by one on the plan.",
        BookingError.InvalidInput { Field: "photo" } => "That is no picture we can show. Choose a JPEG, PNG or WebP of up to 2 MB.",
        BookingError.TablesNeeded there => $"Nothing was saved: bookings to come need these tables ({BookingsCount(there.Bookings.Count)}).",
        BookingError.NotFound => "There is no such booking. Look for it in the list.",
        BookingError.NoLongerOffered => "That time or table is no longer offered. Choose another.",
        BookingError.NotAllowed => "Your role does not allow this. Ask an admin.",
        BookingError.NotToday other => $"This booking is for {ShortDay(other.ServiceDay)}. Move it to today to seat the party now.",
        BookingError.TooSoon soon => $"The booking has not begun yet, it starts at {Clock(clock, soon.StartsAt)}.",
        BookingError.WrongStatus wrong => $"That is no longer possible, it is now: {Status(wrong.Status).ToLower(Culture)}.",
        BookingError.ChangedMeanwhile changed => $"Changed meanwhile by {Who(changed.By)}: {Status(changed.Status).ToLower(Culture)}. What you see now is fresh.",
        BookingError.WaitlistChanged changed => $"{changed.Party}: changed meanwhile by {Who(changed.By)}: {WaitlistStatus(changed.Status).ToLower(Culture)}. What you see now is fresh.",
        BookingError.UndoExpired => "Too late to undo: more than 10 minutes have passed, or something else happened since.",
        BookingError.InvalidInput { Field: "name" } => "Write the guest's name.",
        BookingError.InvalidInput { Field: "phone" } => NoPhoneNumber,
        BookingError.InvalidInput { Field: "minutes" } => "That does not work: a time ends after it begins and lasts 24 hours at most.",
        BookingError.InvalidInput { Field: "guests" } => "This booking is not for that many guests.",
        BookingError.InvalidInput { Field: "quote" } => "A wait is 0 to 600 minutes.",
        BookingError.InvalidInput { Field: "reason" } => "Say in a few words why the table is closed.",
        BookingError.InvalidInput { Field: "hours" } => "Say from when to when: a time cannot end when it begins.",
        BookingError.InvalidInput { Field: "days" } => "Choose at least one day of the week.",
        BookingError.InvalidInput { Field: "event" } => "Give the day a short name; guests will see it too.",
        BookingError.InvalidInput { Field: "special" } => "That day has hours of its own already. Change or remove those.",
        BookingError.InvalidInput { Field: "hall" } => "Choose a hall that has tables.",
        BookingError.InvalidInput { Field: "pause" } => "A pause ends later than now, and within 30 days.",
        BookingError.OnlinePaused paused => $"Guests cannot book themselves until {ClockAndDay(clock, paused.Until)}.",
        BookingError.DayClosed closed => $"Closed on that day: {closed.Name}. Choose another day.",
        BookingError.TimeIsFull { StillFree: [] } => "Too many guests begin at that time already, and no other is free that day.",
        BookingError.TimeIsFull full => $"Too many guests begin at that time already. Still free: {Times(clock, full.StillFree)}.",
        BookingError.PartyTooLargeOnline large => $"Guests book for {Number(large.Largest)} at most themselves. Take such a booking by phone.",
        BookingError.PhoneNeeded => "The guest has not left a phone number yet.",
        BookingError.AlreadyWaiting => "The guest is on the waitlist of that day already.",
        BookingError.OfferOver => "That table is no longer offered.",
        BookingError.NotLate => "It is too early to say that they run late.",
        BookingError.CancelTooLate late => $"A guest cancels themselves until {Minutes(late.Minutes)} before the start.",
        BookingError.BookingsInTheWay way => $"The hall is booked then: {BookingsCount(way.Bookings.Count)}. Move them first.",
        BookingError.BookingsAffected affected => $"This concerns {BookingsCount(affected.Bookings.Count)}. They stay as they were booked.",
        BookingError.InvalidSettings => "Some of it cannot be right. The mistakes are marked at their fields.",
        BookingError.InvalidInput input when StaffInput(input.Field) is { } sentence => sentence,
        BookingError.StaffNotFound => "This person is no longer on the staff.",
        BookingError.LastAdmin => "This is the last admin. Make somebody else an admin first.",
        BookingError.SignInInUse used => $"{used.Name} already signs in with that.{(used.IsRemoved ? " They were removed: take them back instead." : "")}",
        BookingError.StaffChangedMeanwhile changed => $"{Who(changed.By)} has changed this person meanwhile. Below is what you typed; saved once more, it wins.",
        BookingError.InvalidInput => "Check what you typed.",
        _ => "That did not work. Reload the page and try again.",
    };

    private string Occupied(BookingError.TableOccupied occupied) =>
        $"{TableTitle(string.Join('+', occupied.TableNumbers))} {(occupied.TableNumbers.Count > 1 ? "are" : "is")}";
}
