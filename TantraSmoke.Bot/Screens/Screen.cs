using Telegram.Bot.Types;

namespace TantraSmoke.Bot.Screens;

/// <summary>
/// One step of a conversation. Screens have no state of their own; what they need is in the
/// <see cref="ScreenContext"/>.
/// </summary>
public abstract class Screen
{
    /// <summary>How sessions and other screens name it; kept in stored sessions.</summary>
    public abstract string Name { get; }

    /// <summary>The engine adds "back" and "cancel" under the buttons of a step inside a conversation.</summary>
    public virtual bool IsStep => true;

    /// <summary>Only admins get here; for others the screen does not exist.</summary>
    public virtual bool IsForAdmins => false;

    public abstract Task<ScreenView> RenderAsync(ScreenContext context, CancellationToken cancellationToken);

    /// <summary>
    /// A button of this screen was pressed: one that its last view had, so the arguments are our own.
    /// </summary>
    public abstract Task<Turn> TapAsync(
        ScreenContext context,
        string action,
        string? argument,
        CancellationToken cancellationToken
    );

    /// <summary>The guest typed something. Null: this screen has no use for it.</summary>
    public virtual Task<Turn?> TypeAsync(ScreenContext context, string text, CancellationToken cancellationToken) =>
        Task.FromResult<Turn?>(null);

    /// <summary>
    /// While this screen is shown, a button in the place of the keyboard shares the guest's phone number.
    /// </summary>
    public virtual bool AsksForContact => false;

    /// <summary>The guest shared a contact, perhaps somebody else's. Null: this screen has no use for it.</summary>
    public virtual Task<Turn?> ShareAsync(
        ScreenContext context,
        Contact contact,
        CancellationToken cancellationToken
    ) => Task.FromResult<Turn?>(null);

    /// <summary>The guest goes back or cancels: give up what was kept for them.</summary>
    public virtual Task LeaveAsync(ScreenContext context, CancellationToken cancellationToken) => Task.CompletedTask;
}
