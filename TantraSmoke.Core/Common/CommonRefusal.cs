namespace TantraSmoke.Core.Common;

/// <summary>What everybody may answer.</summary>
public abstract record CommonRefusal : Refusal
{
    private CommonRefusal() { }

    public sealed record NotAllowed(Right Right) : CommonRefusal, IChatFacing;

    /// <summary>No such booking, or not the asker's: guests cannot tell the two apart.</summary>
    public sealed record NotFound : CommonRefusal, IChatFacing;

    /// <summary>What was typed in cannot be used; <paramref name="Field"/> is "name", "phone", "minutes", "guests",
    /// "quote", "reason", "hours", "days", "event", "range", "hall" or "pause".</summary>
    public sealed record InvalidInput(string Field) : CommonRefusal, IChatFacing;

    /// <summary>What was written in that field ("allergies", "note") is too long.</summary>
    public sealed record TextTooLong(string Field, int Limit) : CommonRefusal, IChatFacing;

    public sealed record CommentTooLong(int Limit) : CommonRefusal, IChatFacing;

    /// <summary>What was typed in as a phone number is none.</summary>
    public static CommonRefusal NoPhone { get; } = new InvalidInput("phone");
}
