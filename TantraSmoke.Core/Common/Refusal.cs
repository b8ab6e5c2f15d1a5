namespace TantraSmoke.Core.Common;

/// <summary>Why a change was refused, with data for what to do next. Bot and dashboard provide the texts.</summary>
public abstract record Refusal;

/// <summary>A <see cref="Refusal"/> that can occur in a chat; the bot has a text for each.</summary>
public interface IChatFacing;
