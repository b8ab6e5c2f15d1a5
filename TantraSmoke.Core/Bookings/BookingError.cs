using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Staff;
using TantraSmoke.Core.Waitlist;

namespace TantraSmoke.Core.Bookings;

/// <summary>Why a change was refused, with what the refused may do next. Bot and dashboard put it into words.</summary>
public abstract partial record BookingError
{
    private BookingError()
    {
    }

    /// <summary>Somebody has the place; what is still free that day, nearest times first.</summary>
    public sealed record TableTaken(IReadOnlyList<SlotOffer> StillFree) : BookingError;

    /// <summary>The table is taken from that instant (UTC) or until then, by somebody who is there or expected.</summary>
    /// <param name="By">The guest or the reason of a block, where known.</param>
    public sealed record TableOccupied(IReadOnlyList<int> TableNumbers, DateTimeOffset? Until, DateTimeOffset? From = null, string? By = null) : BookingError;

    /// <summary>Somebody overstays at the table, whatever is planned: they have to leave first.</summary>
    /// <param name="By">The guest, where known.</param>
    public sealed record StillSeated(IReadOnlyList<int> TableNumbers, string? By) : BookingError;

    /// <summary>The time is already past.</summary>
    public sealed record SlotPassed : BookingError;

    /// <summary>Guests cannot book until that instant (UTC).</summary>
    public sealed record OnlinePaused(DateTimeOffset Until, string Phone) : BookingError;

    /// <summary>These days are closed or have hours of their own already.</summary>
    public sealed record AlreadySpecial(IReadOnlyList<DateOnly> Days) : BookingError;

    /// <summary>The venue is closed that day, for the reason it gives.</summary>
    public sealed record DayClosed(LocalText Name) : BookingError;

    /// <summary>As many parties begin then as the venue takes at once; what is still free that day, nearest times first.</summary>
    public sealed record TimeIsFull(IReadOnlyList<SlotOffer> StillFree) : BookingError;

    /// <summary>Larger parties are taken by phone.</summary>
    public sealed record PartyTooLargeOnline(int Largest, string Phone) : BookingError;

    /// <summary>It is too close to the start for a guest to cancel without calling.</summary>
    public sealed record CancelTooLate(int Minutes, string Phone) : BookingError;

    /// <summary>Online booking closes this many minutes before.</summary>
    public sealed record TooLate(int LeadMinutes) : BookingError;

    /// <summary>Online booking opens only this many days ahead.</summary>
    public sealed record TooEarly(int HorizonDays) : BookingError;

    /// <summary>The party does not fit any table or combination (or not the chosen one).</summary>
    public sealed record PartyTooLarge(int Largest) : BookingError;

    /// <summary>The party has outgrown its tables, which seat <paramref name="Seats"/>; what is free then and would do, best fit first.</summary>
    public sealed record PartyOutgrows(int Seats, IReadOnlyList<TableOption> WouldFit) : BookingError;

    /// <summary>The tables have been taken out of the room; what is free then and would do, best fit first.</summary>
    public sealed record TablesRetired(IReadOnlyList<int> TableNumbers, IReadOnlyList<TableOption> WouldFit) : BookingError;

    /// <summary>Somebody else has the tables by now; what is free then and would do, best fit first.</summary>
    public sealed record PlaceGone(IReadOnlyList<int> TableNumbers, IReadOnlyList<TableOption> WouldFit) : BookingError;

    public sealed record PartyTooSmall(int Smallest) : BookingError;

    public sealed record TooManyActive(int Limit) : BookingError;

    /// <summary>The guest may not book online and should call.</summary>
    public sealed record GuestBlocked(string Phone) : BookingError;

    /// <summary>The venue wants to know the guest's phone number before they book.</summary>
    public sealed record PhoneNeeded : BookingError;

    /// <summary>The guest waits for a table on that day already.</summary>
    public sealed record AlreadyWaiting(DateOnly ServiceDay) : BookingError;

    /// <summary>What was offered to who waits is no longer kept for them.</summary>
    public sealed record OfferOver : BookingError;

    /// <summary>Nobody can be told yet, or any more, how late the party will be.</summary>
    public sealed record NotLate(DateTimeOffset From) : BookingError;

    public sealed record CommentTooLong(int Limit) : BookingError;

    /// <summary>More messages than are passed on within so many minutes.</summary>
    public sealed record TooManyMessages(int Minutes) : BookingError;

    /// <summary>The guest is not in Telegram, or does not want to hear from us.</summary>
    public sealed record CannotBeReached : BookingError;

    /// <summary>What was written in that field ("allergies", "note") is too long.</summary>
    public sealed record TextTooLong(string Field, int Limit) : BookingError;

    /// <summary>There is no such guest any more.</summary>
    public sealed record GuestNotFound : BookingError;

    /// <summary>Another guest has that phone number: the two may be one.</summary>
    public sealed record PhoneInUse(long GuestId, string Name) : BookingError;

    /// <summary>Somebody else changed the same thing about the guest to something else.</summary>
    /// <param name="Now">What they have made of it.</param>
    public sealed record GuestChangedMeanwhile(string By, Guests.GuestFacts Now) : BookingError;

    /// <summary>The guest still has that many bookings to come, or sits here.</summary>
    public sealed record GuestExpected(int Bookings) : BookingError;

    /// <summary>There is no such person on the staff, or they were removed.</summary>
    public sealed record StaffNotFound : BookingError;

    /// <summary>Without this person nobody could manage the staff any more.</summary>
    public sealed record LastAdmin : BookingError;

    /// <summary>Somebody else signs in with that: <paramref name="Field"/> is "email" or "telegram".</summary>
    public sealed record SignInInUse(string Field, string Name, bool IsRemoved) : BookingError;

    /// <summary>Somebody else changed this person first; read them again.</summary>
    public sealed record StaffChangedMeanwhile(string By) : BookingError;

    /// <summary>No such booking, or not the asker's: guests cannot tell the two apart.</summary>
    public sealed record NotFound : BookingError;

    /// <summary>The slot or table is gone or no longer bookable.</summary>
    public sealed record NoLongerOffered : BookingError;

    public sealed record NotAllowed(Right Right) : BookingError;

    /// <summary>A party can only be seated on the service day it booked.</summary>
    public sealed record NotToday(DateOnly ServiceDay) : BookingError;

    /// <summary>Nobody is a no-show before their time (UTC) has begun.</summary>
    public sealed record TooSoon(DateTimeOffset StartsAt) : BookingError;

    /// <summary>The booking is in a state that does not allow this.</summary>
    public sealed record WrongStatus(BookingStatus Status) : BookingError;

    /// <summary>Somebody else changed it first; read it again.</summary>
    public sealed record ChangedMeanwhile(string By, BookingStatus Status) : BookingError;

    /// <summary>Somebody else changed this waiting party first; read the list again.</summary>
    public sealed record WaitlistChanged(string By, string Party, WaitlistStatus Status) : BookingError;

    /// <summary>There is nothing to take back, or it is longer ago than ten minutes.</summary>
    public sealed record UndoExpired : BookingError;

    /// <summary>These bookings, first of all, would have to go elsewhere before that is possible.</summary>
    public sealed record BookingsInTheWay(IReadOnlyList<BookingBrief> Bookings) : BookingError;

    /// <summary>
    /// These bookings were made for what is to change, by time. They stay as they were booked; asked again by somebody who knows
    /// that, the change is made.
    /// </summary>
    public sealed record BookingsAffected(IReadOnlyList<BookingBrief> Bookings) : BookingError;

    /// <summary>These settings, named as in <see cref="Settings.VenueSettings"/>, cannot be as they were typed in.</summary>
    public sealed record InvalidSettings(IReadOnlyList<string> Fields) : BookingError;

    /// <summary>What was typed in cannot be used; <paramref name="Field"/> is "name", "phone", "minutes", "guests", "quote", "reason",
    /// "hours", "days", "event", "range", "hall" or "pause".</summary>
    public sealed record InvalidInput(string Field) : BookingError;

    /// <summary>What was typed in as a phone number is none.</summary>
    public static BookingError NoPhone { get; } = new InvalidInput("phone");
}
