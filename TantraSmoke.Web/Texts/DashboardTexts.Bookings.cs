using TantraSmoke.Core.Availability;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Entities;
using TantraSmoke.Web.Features.Floor;

namespace TantraSmoke.Web.Texts;

// Actions on bookings and refusals.
public abstract partial class DashboardTexts
{
    public abstract string Status(BookingStatus status);
    public abstract string Source(BookingSource source);

    public abstract string Seat { get; }
    public abstract string Complete { get; }
    public abstract string NoShow { get; }
    public abstract string Cancel { get; }
    public abstract string Move { get; }
    public abstract string TheyCame { get; }
    public abstract string TakeCancellationBack { get; }
    public abstract string CancelQuestion { get; }

    /// <summary>Consequence of cancelling; a guest without Telegram has to be called.</summary>
    public abstract string CancelWarning(bool isTold);
    public abstract string CancelYes { get; }
    public abstract string CancelNo { get; }
    public abstract string Undone { get; }

    /// <summary>Result of an action in one sentence: "Anna is seated at table 5".</summary>
    public abstract string Done(BookingAction action, string guest, string tables);

    /// <summary>
    /// Another person's change: "Maria: Anna is seated, table 5"; for a guest's own change the guest is named once.
    /// </summary>
    public string News(RecentChange change, string tables)
    {
        var done = change is { Action: BookingAction.Created, Source: BookingSource.WalkIn }
            ? WalkInDone(tables)
            : Done(change.Action, Named(change.GuestName), tables);
        return change.ActorKind == "guest" ? Sentence(done) : $"{Who(change.ActorName)}: {done}";
    }

    public abstract string WalkInDone(string tables);

    /// <summary>Name for automatic changes.</summary>
    public abstract string TheSystem { get; }

    /// <summary>The first few: "4, 6, 7+8".</summary>
    protected static string TableNames(IEnumerable<TableOption> options) =>
        string.Join(", ", options.Take(4).Select(option => option.Name));

    public abstract string Refusal(Refusal error, VenueClock clock);

    /// <summary>Display name of an actor, or of the system.</summary>
    public string Who(string actorName) =>
        actorName == Actor.System.Instance.DisplayName ? TheSystem : Named(actorName);

    /// <summary>Who occupies the table, in brackets.</summary>
    protected static string By(BookingRefusal.TableOccupied occupied) => occupied.By is { } who ? $" ({who})" : "";

    protected string Times(VenueClock clock, IEnumerable<SlotOffer> offers) =>
        string.Join(", ", offers.Take(4).Select(offer => Time(clock, offer.ServiceDay, offer.StartsAt)));
}
