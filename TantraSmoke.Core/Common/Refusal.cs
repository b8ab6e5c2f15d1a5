namespace TantraSmoke.Core.Common;

/// <summary>Why a change was refused, with what the refused may do next. Bot and dashboard put it into words.</summary>
public abstract record Refusal;

/// <summary>
/// A <see cref="Refusal"/> that guests, or staff in their chats, can meet: the bot has words for every one.
/// </summary>
public interface IChatFacing;
