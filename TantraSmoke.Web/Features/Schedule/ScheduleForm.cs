using Microsoft.AspNetCore.Components;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Schedule;
using TantraSmoke.Web.Components.Shared;

namespace TantraSmoke.Web.Features.Schedule;

/// <summary>
/// A form whose change may concern bookings: it lists them, and asks once more before it changes anything.
/// </summary>
public abstract class ScheduleForm : DeskComponent
{
    private Func<bool, Task>? _again;

    [Inject]
    public ScheduleEditing Schedule { get; set; } = null!;

    /// <summary>Why it was refused.</summary>
    protected string? Problem { get; set; }

    /// <summary>What is concerned, or in the way; empty when nothing is.</summary>
    protected IReadOnlyList<BookingBrief> Concerned { get; private set; } = [];

    /// <summary>Whether it can be done all the same.</summary>
    protected bool CanGoOn => _again is not null;

    /// <summary>Makes the change; says what came of it, or why not and whom it concerns.</summary>
    /// <param name="undo">The way back, if there is one.</param>
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

    /// <summary>Marks the fields that are wrong.</summary>
    protected virtual void OnRefused(Refusal error) { }

    /// <summary>Somebody knows whom it concerns and wants it.</summary>
    protected Task GoOnAsync() => _again?.Invoke(true) ?? Task.CompletedTask;

    /// <summary>What was typed has changed: what was said of it no longer counts.</summary>
    protected void Reconsider() => (Concerned, _again, Problem) = ([], null, null);
}
