using TantraSmoke.Core.Entities;

namespace TantraSmoke.Bot.Texts;

// Texts for staff.
public abstract partial class BotTexts
{
    /// <summary>Answers /here in the staff's group.</summary>
    public abstract string PostedInTopic { get; }
    public abstract string PostedInGroup { get; }

    /// <summary>What is said in a staff chat that has no language of its own, as a group.</summary>
    public static BotTexts OfStaff(VenueSettings settings) =>
        settings.StaffLanguage switch
        {
            StaffLanguage.Russian => Russian,
            StaffLanguage.English => English,
        };

    // The card of a booking
    /// <summary>How the booking stands; plain text.</summary>
    public abstract string StaffTitle(BookingStatus status);

    /// <summary>How a booking stands, in a list; to guests it says "you".</summary>
    public string StaffStatus(BookingStatus status) => status == BookingStatus.Seated ? AtTheTable : Status(status);

    protected abstract string AtTheTable { get; }

    /// <summary>Who changed it last, at what time; HTML.</summary>
    public abstract string LastChange(BookingAction action, string by, string time);
    public abstract string GuestWillCome { get; }
    public abstract string ConfirmIt { get; }
    public abstract string SeatThem { get; }
    public abstract string NeverCame { get; }

    // Requests of large parties
    public abstract string ApproveIt { get; }
    public abstract string DeclineIt { get; }
    public abstract string AskDecline { get; }
    public abstract string YesDecline { get; }

    /// <summary>Under the card: what the guest has just done; HTML.</summary>
    public abstract string GuestCanceled { get; }
    public abstract string GuestChanged { get; }
    public abstract string AnswerNeeded(string by);

    /// <summary>To somebody in the group who is not on the staff.</summary>
    public abstract string OnlyStaff { get; }

    // The day in a few lines; HTML
    public abstract string OpeningTitle(string day);
    public abstract string Expected(int bookings, int guests);
    public abstract string AndMore(int bookings);
    public abstract string ClosingTitle(string day);
    public abstract string Came(int parties, int guests, int walkIns);
    public abstract string DidNotCome(int bookings);
    public abstract string WereCanceled(int bookings);

    // More for admins
    public abstract string Tonight { get; }
    public abstract string NobodyTonight { get; }
    public abstract string TonightTitle(string day, int bookings, int guests);
    public abstract string ByDay { get; }
    public abstract string DayCount(string day, int bookings, int guests);
    public abstract string FindByCode { get; }
    public abstract string AskCode { get; }
    public abstract string AskAnotherCode { get; }
    public abstract string NoSuchCode(string code);
    public abstract string PauseOnline { get; }
    public abstract string AskPause { get; }
    public abstract string ErasedPost { get; }
    public abstract string PauseHours(int hours);
    public abstract string PauseToday { get; }
    public abstract string OpenOnline { get; }
    public abstract string PausedUntil(string until);
    public abstract string OnlineOpen { get; }
}
