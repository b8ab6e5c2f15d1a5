namespace TantraSmoke.Core.Talk;

/// <summary>Why a message was not passed on.</summary>
public abstract record TalkRefusal : Refusal
{
    private TalkRefusal() { }

    /// <summary>The guest exceeded the number of messages allowed in so many minutes.</summary>
    public sealed record TooManyMessages(int Minutes) : TalkRefusal, IChatFacing;

    /// <summary>The guest is not in Telegram or blocked the bot.</summary>
    public sealed record CannotBeReached : TalkRefusal, IChatFacing;
}
