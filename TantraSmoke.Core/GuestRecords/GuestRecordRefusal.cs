namespace TantraSmoke.Core.GuestRecords;

/// <summary>Why a guest's record stays as it is.</summary>
public abstract record GuestRecordRefusal : Refusal
{
    private GuestRecordRefusal() { }

    /// <summary>The guest still has that many bookings to come, or sits here.</summary>
    public sealed record GuestExpected(int Bookings) : GuestRecordRefusal;
}
