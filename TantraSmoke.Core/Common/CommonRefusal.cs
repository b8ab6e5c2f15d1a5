namespace TantraSmoke.Core.Common;

/// <summary>Refusals common to all use cases.</summary>
public abstract record CommonRefusal : Refusal
{
    private CommonRefusal() { }

    public sealed record NotAllowed(Right Right) : CommonRefusal, IChatFacing;

    /// <summary>The object does not exist or belongs to somebody else; guests cannot tell which.</summary>
    public sealed record NotFound : CommonRefusal, IChatFacing;

    /// <summary>
    /// Invalid input; <paramref name="Field"/> is "name", "phone", "minutes", "guests", "quote", "reason", "hours",
    /// "days", "event", "range", "hall" or "pause".
    /// </summary>
    public sealed record InvalidInput(string Field) : CommonRefusal, IChatFacing;

    /// <summary>The text in that field ("allergies", "note") is too long.</summary>
    public sealed record TextTooLong(string Field, int Limit) : CommonRefusal, IChatFacing;

    public sealed record CommentTooLong(int Limit) : CommonRefusal, IChatFacing;

    /// <summary>The input is not a phone number.</summary>
    public static CommonRefusal NoPhone { get; } = new InvalidInput("phone");
}
