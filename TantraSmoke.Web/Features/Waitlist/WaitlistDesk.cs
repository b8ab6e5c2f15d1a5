using Microsoft.AspNetCore.Components;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Waitlist;
using TantraSmoke.Web.Components.Shared;

namespace TantraSmoke.Web.Features.Waitlist;

/// <summary>Base for components that serve the waitlist: reports results and offers undo.</summary>
public abstract class WaitlistDesk : DeskComponent
{
    [Inject]
    public WaitingParties Waitlist { get; set; } = null!;

    /// <param name="tableIds">Null for the offered tables.</param>
    protected Task<Booking?> SeatAsync(WaitlistRow party, IReadOnlyList<int>? tableIds, VenueCatalog catalog) =>
        ChangeAsync(
            () => Waitlist.SeatAsync(Me, party.Id, party.Version, tableIds, CancellationToken.None),
            booking => Texts.Sentence(Texts.WaitlistSeated(party.Name, catalog.TableNames(booking.TableIds)))
        );

    protected Task<WaitlistEntry?> OfferAsync(WaitlistRow party, IReadOnlyList<int> tableIds, VenueCatalog catalog) =>
        ChangeAsync(
            () => Waitlist.OfferAsync(Me, party.Id, party.Version, tableIds, CancellationToken.None),
            _ => Texts.WaitlistOffered(party.Name, catalog.TableNames(tableIds)),
            entry => TakeBackAsync(Waitlist.WithdrawAsync(Me, entry.Id, entry.Version, CancellationToken.None))
        );

    protected Task<WaitlistEntry?> WithdrawAsync(WaitlistRow party) =>
        ChangeAsync(
            () => Waitlist.WithdrawAsync(Me, party.Id, party.Version, CancellationToken.None),
            _ => Texts.WaitlistWithdrawn(party.Name),
            undo: null
        );

    protected Task<WaitlistEntry?> LeaveAsync(WaitlistRow party) =>
        ChangeAsync(
            () => Waitlist.LeaveAsync(Me, party.Id, party.Version, CancellationToken.None),
            _ => Texts.WaitlistLeft(party.Name),
            entry => TakeBackAsync(Waitlist.ReturnAsync(Me, entry.Id, entry.Version, CancellationToken.None))
        );
}
