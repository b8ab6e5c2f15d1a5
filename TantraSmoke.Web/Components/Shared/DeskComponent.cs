using Microsoft.AspNetCore.Components;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Core.Entities;
using TantraSmoke.Web.Texts;

namespace TantraSmoke.Web.Components.Shared;

/// <summary>
/// A component from which staff change bookings: it says what was done, offers the way back, and puts refusals into
/// words.
/// </summary>
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

    /// <summary>
    /// True while a change is under way; buttons are disabled meanwhile so that a double tap is one tap.
    /// </summary>
    protected bool IsBusy { get; private set; }

    /// <summary>Cancelled when the component goes away.</summary>
    protected CancellationToken Closing { get; }

    public virtual void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
        OnClosing();
        GC.SuppressFinalize(this);
    }

    /// <summary>Gives back what the component has taken.</summary>
    protected virtual void OnClosing() { }

    /// <summary>Changes a booking as it is shown: somebody who was faster is not overruled.</summary>
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

    /// <summary>Runs one change. Returns the booking, or null after saying why not.</summary>
    /// <param name="done">What to say when it worked.</param>
    /// <param name="refused">Gets the sentence that says why not, where there is a better place for it than a message
    /// at the edge.</param>
    // Undone at the version this change made: what somebody did after it must not be taken back.
    protected Task<Booking?> ChangeAsync(
        Func<Task<Outcome<Booking>>> change,
        Func<Booking, string> done,
        Action<string>? refused = null
    ) => ChangeAsync(change, done, booking => UndoAsync(booking.Id, booking.Version), refused);

    /// <summary>The same for what is no booking.</summary>
    /// <param name="undo">The way back, if there is one.</param>
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

    /// <summary>Takes something back, and says so or why not.</summary>
    protected async Task TakeBackAsync<T>(Task<Outcome<T>> undo)
        where T : class
    {
        var outcome = await undo;
        if (outcome.Error is { } error)
            Toasts.RefuseUntilClosed(await SentenceAsync(error));
        else
            Toasts.Say(Texts.Undone);
    }

    /// <summary>Runs something unless it is running already.</summary>
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
    /// Reads or changes something. What fails for reasons of ours is said and the page stays as it is: a host needs the
    /// floor most when the database is away.
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
