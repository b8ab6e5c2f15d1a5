using Microsoft.AspNetCore.Components;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Entities;
using TantraSmoke.Web.Texts;

namespace TantraSmoke.Web.Components.Shared;

/// <summary>Base for components that change bookings: reports results, offers undo and shows refusals.</summary>
public abstract class DeskComponent : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _closing = new();

    protected delegate Task<Outcome<Booking>> BookingChange(
        Actor actor,
        Guid id,
        int? version,
        CancellationToken cancellationToken
    );

    protected DeskComponent() => Closing = _closing.Token;

    [Inject]
    public BookingDesk Bookings { get; set; } = null!;

    [Inject]
    public VenueCatalogCache Catalogs { get; set; } = null!;

    [Inject]
    public Toasts Toasts { get; set; } = null!;

    [Inject]
    public ILogger<DeskComponent> Logger { get; set; } = null!;

    [CascadingParameter]
    public DashboardTexts Texts { get; set; } = null!;

    [CascadingParameter]
    public Actor.Staff Me { get; set; } = null!;

    /// <summary>True during a change; buttons are disabled meanwhile, so that a double tap acts once.</summary>
    protected bool IsBusy { get; private set; }

    /// <summary>Cancelled when the component is disposed.</summary>
    protected CancellationToken Closing { get; }

    public virtual void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
        OnClosing();
        GC.SuppressFinalize(this);
    }

    /// <summary>Releases the component's resources.</summary>
    protected virtual void OnClosing() { }

    /// <summary>Changes a booking at the version shown, so that a concurrent change is not overwritten.</summary>
    protected Task<Booking?> ActAsync(
        BookingRow booking,
        VenueCatalog catalog,
        BookingAction action,
        BookingChange change
    ) =>
        ChangeAsync(
            () => change(Me, booking.Id, booking.Version, CancellationToken.None),
            _ =>
                Texts.Sentence(Texts.Done(action, Texts.Named(booking.GuestName), catalog.TableNames(booking.TableIds)))
        );

    /// <summary>Runs a change. Returns the booking, or null after showing the refusal.</summary>
    /// <param name="done">The message on success.</param>
    /// <param name="refused">Receives the refusal instead of a toast.</param>
    // Undo applies to this change's version, so that later changes are not undone.
    protected Task<Booking?> ChangeAsync(
        Func<Task<Outcome<Booking>>> change,
        Func<Booking, string> done,
        Action<string>? refused = null
    ) => ChangeAsync(change, done, booking => UndoAsync(booking.Id, booking.Version), refused);

    /// <summary>The same for changes other than of bookings.</summary>
    /// <param name="undo">The undo action, if any.</param>
    protected async Task<T?> ChangeAsync<T>(
        Func<Task<Outcome<T>>> change,
        Func<T, string> done,
        Func<T, Task>? undo,
        Action<string>? refused = null
    )
        where T : class
    {
        T? changed = null;
        await OnceAsync(async () =>
        {
            var outcome = await change();
            if (outcome.Value is { } value)
            {
                Toasts.Say(
                    done(value),
                    undo is null ? null : new ToastAction(Texts.Undo, () => TryAsync(() => undo(value)))
                );
                changed = value;
            }
            else
            {
                var sentence = await SentenceAsync(outcome.Error!);
                (refused ?? Toasts.Refuse)(sentence);
            }
        });
        return changed;
    }

    /// <summary>Undoes a change and reports the result.</summary>
    protected async Task TakeBackAsync<T>(Task<Outcome<T>> undo)
        where T : class
    {
        var outcome = await undo;
        if (outcome.Error is { } error)
            Toasts.RefuseUntilClosed(await SentenceAsync(error));
        else
            Toasts.Say(Texts.Undone);
    }

    /// <summary>Runs the work unless it is already running.</summary>
    protected async Task OnceAsync(Func<Task> work)
    {
        if (IsBusy)
            return;
        IsBusy = true;
        try
        {
            await TryAsync(work);
        }
        finally
        {
            IsBusy = false;
        }
    }

    protected Task UndoAsync(Guid bookingId, int version) =>
        TakeBackAsync(Bookings.Undo.UndoAsync(Me, bookingId, version, CancellationToken.None));

    /// <summary>
    /// Runs a read or change. Errors are shown and the page stays as it is: a host needs the floor even during a
    /// database outage.
    /// </summary>
    protected async Task TryAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Logger.LogError(fault, "What was asked of {Component} failed", GetType().Name);
            Toasts.Refuse(Texts.ChangeFailed);
        }
    }

    protected async Task RefuseAsync(Refusal error) => Toasts.Refuse(await SentenceAsync(error));

    private async Task<string> SentenceAsync(Refusal error) => Texts.Refusal(error, (await Catalogs.GetAsync()).Clock);
}
