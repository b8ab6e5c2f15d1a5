using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.GuestRecords;
using TantraSmoke.Core.Guests;
using TantraSmoke.Core.Rooms;
using TantraSmoke.Core.Schedule;
using TantraSmoke.Core.Settings;
using TantraSmoke.Core.Staff;
using TantraSmoke.Core.Talk;
using TantraSmoke.Core.Waitlist;

namespace TantraSmoke.Web.Texts;

public sealed partial class EnglishTexts
{
    public override string Status(BookingStatus status) =>
        status switch
        {
            BookingStatus.Booked => "Booked",
            BookingStatus.Confirmed => "Confirmed",
            BookingStatus.Seated => "Seated",
            BookingStatus.Completed => "Completed",
            BookingStatus.Canceled => "Cancelled",
            BookingStatus.NoShow => "No-show",
            BookingStatus.Requested => "Awaiting approval",
        };

    public override string Source(BookingSource source) =>
        source switch
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
    public override string TakeCancellationBack => "Undo cancellation";
    public override string CancelQuestion => "Cancel this booking?";

    public override string CancelWarning(bool isTold) =>
        isTold
            ? "This frees the table and sends the guest a message."
            : "This frees the table. The guest is not on Telegram, so call them.";

    public override string CancelYes => "Yes, cancel it";
    public override string CancelNo => "Keep it";
    public override string Undone => "Undone.";
    public override string TheSystem => "Automatic";

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
            BookingAction.Canceled => $"{guest}: booking cancelled, {table}",
            BookingAction.NoShow => $"{guest}: no-show, {table}",
            BookingAction.Moved => tables.Contains('+', StringComparison.Ordinal)
                ? $"{guest}: joined {table}"
                : $"{guest}: moved to {table}",
            BookingAction.Resized => $"{guest}: time changed, {table}",
            BookingAction.Arrived => $"{guest}: part of the party is here, {table}",
            BookingAction.Edited => $"{guest}: booking changed, {table}",
            BookingAction.RunsLate => $"{guest}: running late, {table}",
            BookingAction.Rated => $"{guest}: rated the visit, {table}",
            BookingAction.DayEnded => $"{guest}: closed at the end of the day, {table}",
            BookingAction.LookedAt => $"{guest}: reviewed, {table}",
            BookingAction.Came => $"{guest}: came after all, {table}",
            BookingAction.Restored => $"{guest}: cancellation undone, {table}",
            BookingAction.Approved => $"{guest}: approved, {table}",
            BookingAction.Declined => $"{guest}: declined, {table}",
            BookingAction.ZoneChanged => $"{guest}: same time in the new time zone, {table}",
            BookingAction.Undone => $"{guest}: last change undone, {table}",
        };
    }

    public override string Refusal(Refusal error, VenueClock clock) =>
        error switch
        {
            AvailabilityRefusal.TableTaken { StillFree: [] } =>
                "That is taken, and nothing else is free that day. Choose another day.",
            AvailabilityRefusal.TableTaken taken => $"That is taken. Still free: {Times(clock, taken.StillFree)}.",
            BookingRefusal.TableOccupied { From: { } from, Until: { } until } occupied =>
                $"{Occupied(occupied)} taken {FromTo(Clock(clock, from), Clock(clock, until))}{By(occupied)}. "
                    + "Choose another table or time.",
            BookingRefusal.TableOccupied { Until: { } until } occupied =>
                $"{Occupied(occupied)} occupied until {Clock(clock, until)}. Choose another or wait.",
            BookingRefusal.TableOccupied occupied => $"{Occupied(occupied)} occupied. Choose another.",
            BookingRefusal.StillSeated there =>
                $"{TableTitle(string.Join('+', there.TableNumbers))}: {there.By ?? NoName} is still there. "
                    + "Mark them as left first.",
            AvailabilityRefusal.SlotPassed => "That time has passed. Choose another.",
            AvailabilityRefusal.TooLate late =>
                $"Online booking closes {Minutes(late.LeadMinutes)} before the start. Choose a later time.",
            AvailabilityRefusal.TooEarly early =>
                $"Online booking is open for {Counted(early.HorizonDays, "day")} ahead. Choose an earlier day.",
            AvailabilityRefusal.PartyTooLarge large =>
                $"Seats {Number(large.Largest)} at most. Choose a larger table or join two.",
            BookingRefusal.PlaceGone { WouldFit: [] } gone =>
                $"{TableTitle(string.Join('+', gone.TableNumbers))}: just taken, "
                    + "and no other table is free at that time.",
            BookingRefusal.PlaceGone gone =>
                $"{TableTitle(string.Join('+', gone.TableNumbers))}: just taken. Choose another table:",
            BookingRefusal.TablesRetired { WouldFit: [] } gone =>
                $"{TableTitle(string.Join('+', gone.TableNumbers))}: no longer in the room, "
                    + "and no other table is free at that time.",
            BookingRefusal.TablesRetired gone =>
                $"{TableTitle(string.Join('+', gone.TableNumbers))}: no longer in the room. "
                    + $"Free at that time: {TableNames(gone.WouldFit)}.",
            BookingRefusal.PartyOutgrows { WouldFit: [] } outgrows =>
                $"Seats {Number(outgrows.Seats)} at most, and no other table is free at that time.",
            BookingRefusal.PartyOutgrows outgrows =>
                $"Seats {Number(outgrows.Seats)} at most. {TableTitle(outgrows.WouldFit[0].Name)} would fit.",
            AvailabilityRefusal.PartyTooSmall small =>
                $"This table is for parties of {Number(small.Smallest)} or more.",
            BookingRefusal.TooManyActive many =>
                $"The guest already has {BookingsCount(many.Limit)}, the most allowed.",
            GuestRefusal.GuestBlocked => "This guest is blocked and cannot book online.",
            CommonRefusal.CommentTooLong comment =>
                $"The comment is longer than {Number(comment.Limit)} characters. Shorten it.",
            TalkRefusal.TooManyMessages flood =>
                $"Too many messages in a row. Write again in {Minutes(flood.Minutes)}.",
            TalkRefusal.CannotBeReached =>
                "This guest cannot be messaged: they are not on Telegram, or they have blocked the bot.",
            CommonRefusal.TextTooLong text => $"That text is longer than {Number(text.Limit)} characters. Shorten it.",
            GuestRefusal.GuestNotFound => "This guest is no longer on the list. Search again.",
            GuestRefusal.PhoneInUse phone =>
                $"{phone.Name} already has this number. If they are the same person, merge the two.",
            GuestRefusal.GuestChangedMeanwhile changed =>
                $"{JustChanged(changed.By, "the same details")}. The page is up to date; what you typed is kept.",
            GuestRecordRefusal.GuestExpected expected =>
                $"The guest is here or still expected: {BookingsCount(expected.Bookings)}. "
                    + "Complete or cancel them first.",
            RoomRefusal.RoomBroken { Problems: [var only] } => RoomProblem(only),
            RoomRefusal.RoomBroken broken => $"Not saved: fix {Number(broken.Problems.Count)} problems first.",
            RoomRefusal.HallChanged changed =>
                $"{JustChanged(changed.By, "this hall")}. Nothing was saved; your drawing is kept.",
            RoomRefusal.HallGone => "This hall no longer exists. Choose another.",
            RoomRefusal.HallHasTables hall => $"The hall still has {TablesCount(hall.Tables)}, including retired ones. "
                + "Only an empty hall can be removed, because bookings refer to tables.",
            RoomRefusal.HallHasEvents => "A special day in the schedule uses this hall. Change that day first.",
            RoomRefusal.RoomInUse =>
                "Someone has just booked, or a table is held or blocked. Change the tables one by one on the plan.",
            CommonRefusal.InvalidInput { Field: "photo" } =>
                "That picture cannot be shown. Choose a JPEG, PNG or WebP of up to 2 MB.",
            RoomRefusal.TablesNeeded there =>
                $"Nothing was saved: upcoming bookings need these tables ({BookingsCount(there.Bookings.Count)}).",
            CommonRefusal.NotFound => "There is no such booking. Look for it in the list.",
            AvailabilityRefusal.NoLongerOffered => "That time or table is no longer available. Choose another.",
            CommonRefusal.NotAllowed => "Your role does not allow this. Ask an admin.",
            BookingRefusal.NotToday other =>
                $"This booking is for {ShortDay(other.ServiceDay)}. Move it to today to seat the party now.",
            BookingRefusal.TooSoon soon =>
                $"The booking has not started yet: it starts at {Clock(clock, soon.StartsAt)}.",
            BookingRefusal.WrongStatus wrong =>
                $"That is no longer possible. Status now: {Status(wrong.Status).ToLower(Culture)}.",
            BookingRefusal.ChangedMeanwhile changed =>
                $"{JustChanged(changed.By, "this")}: {Status(changed.Status).ToLower(Culture)}. "
                    + "The page is up to date.",
            WaitlistRefusal.WaitlistChanged changed =>
                $"{JustChanged(changed.By, changed.Party)}: {WaitlistStatus(changed.Status).ToLower(Culture)}. "
                    + "The page is up to date.",
            BookingRefusal.UndoExpired =>
                "Too late to undo: more than 10 minutes have passed, or something else has changed since.",
            CommonRefusal.InvalidInput { Field: "name" } => "Enter the guest's name.",
            CommonRefusal.InvalidInput { Field: "phone" } => NoPhoneNumber,
            CommonRefusal.InvalidInput { Field: "minutes" } =>
                "The end must be after the start, and at most 24 hours later.",
            CommonRefusal.InvalidInput { Field: "guests" } => "This booking is not for that many guests.",
            CommonRefusal.InvalidInput { Field: "quote" } => "The wait must be 0 to 600 minutes.",
            CommonRefusal.InvalidInput { Field: "reason" } => "Say in a few words why the table is blocked.",
            CommonRefusal.InvalidInput { Field: "hours" } => "Enter a start and an end that differ.",
            CommonRefusal.InvalidInput { Field: "days" } => "Choose at least one day of the week.",
            CommonRefusal.InvalidInput { Field: "event" } => "Give the day a short name; guests will see it too.",
            ScheduleRefusal.AlreadySpecial already =>
                $"Special days already: {Days(already.Days)}. Change or remove those first.",
            CommonRefusal.InvalidInput { Field: "range" } =>
                $"The last day must not be before the first, and {SpecialDayRange.MostDays} days are the most.",
            CommonRefusal.InvalidInput { Field: "hall" } => "Choose a hall that has tables.",
            CommonRefusal.InvalidInput { Field: "pause" } => "The pause must end in the future, within 30 days.",
            AvailabilityRefusal.OnlinePaused paused =>
                $"Online booking is paused until {ClockAndDay(clock, paused.Until)}.",
            AvailabilityRefusal.DayClosed closed => $"Closed that day: {closed.Name.In(Language)}. Choose another day.",
            AvailabilityRefusal.TimeIsFull { StillFree: [] } =>
                "Too many guests already start at that time, and no other time is free that day.",
            AvailabilityRefusal.TimeIsFull full =>
                $"Too many guests already start at that time. Still free: {Times(clock, full.StillFree)}.",
            AvailabilityRefusal.PartyTooLargeOnline large =>
                $"Guests can book for up to {Number(large.Largest)} online. Take this booking by phone.",
            BookingRefusal.PhoneNeeded => "The guest has not left a phone number yet.",
            WaitlistRefusal.AlreadyWaiting => "The guest is already on the waitlist for that day.",
            WaitlistRefusal.OfferOver => "That table is no longer held for them.",
            BookingRefusal.NotLate => "It is too early to mark them as running late.",
            AvailabilityRefusal.CancelTooLate late =>
                $"Guests can cancel online until {Minutes(late.Minutes)} before the start.",
            BookingRefusal.BookingsInTheWay way =>
                $"The hall is booked at that time: {BookingsCount(way.Bookings.Count)}. Move them first.",
            BookingRefusal.BookingsAffected affected =>
                $"This affects {BookingsCount(affected.Bookings.Count)}. They stay unchanged.",
            SettingsRefusal.InvalidSettings =>
                "Some values are not valid. The mistakes are marked next to their fields.",
            CommonRefusal.InvalidInput input when StaffInput(input.Field) is { } sentence => sentence,
            StaffRefusal.StaffNotFound => "This person is no longer on the staff.",
            StaffRefusal.LastAdmin => "This is the last admin. Make somebody else an admin first.",
            StaffRefusal.SignInInUse used => $"{used.Name} already signs in with that."
                + $"{(used.IsRemoved ? " They were removed: bring them back instead." : "")}",
            StaffRefusal.StaffChangedMeanwhile changed =>
                $"{JustChanged(changed.By, "this person")}. Below is what you typed; save again to keep it.",
            CommonRefusal.InvalidInput => "Check what you typed.",
            _ => "That did not work. Reload the page and try again.",
        };

    private string JustChanged(string by, string what) =>
        by == Actor.System.Instance.DisplayName
            ? $"{Sentence(what)} changed automatically"
            : $"{by} just changed {what}";

    private string Occupied(BookingRefusal.TableOccupied occupied) =>
        $"{TableTitle(string.Join('+', occupied.TableNumbers))} {(occupied.TableNumbers.Count > 1 ? "are" : "is")}";
}
