using Microsoft.AspNetCore.Components;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Schedule;
using TantraSmoke.Web.Components.Shared;

namespace TantraSmoke.Web.Features.Schedule;

/// <summary>Base for forms whose change may affect bookings: lists them and asks for confirmation.</summary>
public abstract class ScheduleForm : DeskComponent
{
    private Func<bool, Task>? _again;

    [Inject]
    public ScheduleEditing Schedule { get; set; } = null!;

    /// <summary>The refusal.</summary>
    protected string? Problem { get; set; }

    /// <summary>Affected or conflicting bookings.</summary>
    protected IReadOnlyList<BookingBrief> Concerned { get; private set; } = [];

    /// <summary>Whether the change can be confirmed.</summary>
    protected bool CanGoOn => _again is not null;

    /// <summary>Makes the change and reports the result, or the refusal with the affected bookings.</summary>
    /// <param name="undo">The undo action, if any.</param>
    protected Task SaveAsync<T>(
        Func<bool, Task<Outcome<T>>> change,
        Func<T, string> done,
        Action<T>? then = null,
        Func<T, Task<Outcome<T>>>? undo = null
    )
        where T : class
    {
        return TryOnceAsync(isKnown: false);

        Task TryOnceAsync(bool isKnown) =>
            OnceAsync(async () =>
            {
                var outcome = await change(isKnown);
                (Concerned, _again, Problem) = ([], null, null);
                if (outcome.Value is { } value)
                {
                    Toasts.Say(
                        done(value),
                        undo is null
                            ? null
                            : new ToastAction(Texts.Undo, () => TryAsync(() => TakeBackAsync(undo(value))))
                    );
                    then?.Invoke(value);
                    return;
                }

                Problem = Texts.Refusal(outcome.Error!, (await Catalogs.GetAsync(Closing)).Clock);
                if (outcome.Error is BookingRefusal.BookingsAffected affected)
                    (Concerned, _again) = (affected.Bookings, TryOnceAsync);
                else if (outcome.Error is BookingRefusal.BookingsInTheWay way)
                    Concerned = way.Bookings;
                OnRefused(outcome.Error!);
            });
    }

    /// <summary>Marks the invalid fields.</summary>
    protected virtual void OnRefused(Refusal error) { }

    /// <summary>Confirms the change despite affected bookings.</summary>
    protected Task GoOnAsync() => _again?.Invoke(true) ?? Task.CompletedTask;

    /// <summary>Clears the refusal after an edit.</summary>
    protected void Reconsider() => (Concerned, _again, Problem) = ([], null, null);
}
