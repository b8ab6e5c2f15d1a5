using Telegram.Bot.Types;

namespace TantraSmoke.Bot.Screens;

/// <summary>
/// One screen of a dialog. Screens are stateless; everything they need is in the <see cref="ScreenContext"/>.
/// </summary>
public abstract class Screen
{
    /// <summary>The name in sessions and other screens; stored, so it stays.</summary>
    public abstract string Name { get; }

    /// <summary>Whether "back" and "cancel" are added under the buttons.</summary>
    public virtual bool IsStep => true;

    /// <summary>Whether the screen exists for admins only.</summary>
    public virtual bool IsForAdmins => false;

    /// <summary>
    /// Whether a tap is answered before its work is done. What the step has to say is then said in the message.
    /// </summary>
    public virtual bool AnswersAtOnce(string action) => false;

    public abstract Task<ScreenView> RenderAsync(ScreenContext context, CancellationToken cancellationToken);

    /// <summary>Handles a tap on a button of the last view, so the arguments are trusted.</summary>
    public abstract Task<Turn> TapAsync(
        ScreenContext context,
        string action,
        string? argument,
        CancellationToken cancellationToken
    );

    /// <summary>Handles typed text; null if the screen does not use it.</summary>
    public virtual Task<Turn?> TypeAsync(ScreenContext context, string text, CancellationToken cancellationToken) =>
        Task.FromResult<Turn?>(null);

    /// <summary>Whether the keyboard offers a button that shares the phone number.</summary>
    public virtual bool AsksForContact => false;

    /// <summary>Handles a shared contact, possibly somebody else's; null if the screen does not use it.</summary>
    public virtual Task<Turn?> ShareAsync(
        ScreenContext context,
        Contact contact,
        CancellationToken cancellationToken
    ) => Task.FromResult<Turn?>(null);

    /// <summary>Releases what was held when the guest goes back or cancels.</summary>
    public virtual Task LeaveAsync(ScreenContext context, CancellationToken cancellationToken) => Task.CompletedTask;
}
