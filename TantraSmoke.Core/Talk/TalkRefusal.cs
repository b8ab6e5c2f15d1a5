namespace TantraSmoke.Core.Talk;

/// <summary>Why a message is not passed on.</summary>
public abstract record TalkRefusal : Refusal
{
    private TalkRefusal() { }

    /// <summary>More messages than are passed on within so many minutes.</summary>
    public sealed record TooManyMessages(int Minutes) : TalkRefusal, IChatFacing;

    /// <summary>The guest is not in Telegram, or does not want to hear from us.</summary>
    public sealed record CannotBeReached : TalkRefusal, IChatFacing;
}
