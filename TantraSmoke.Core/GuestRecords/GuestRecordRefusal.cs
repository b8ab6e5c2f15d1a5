namespace TantraSmoke.Core.GuestRecords;

/// <summary>Why a guest's record could not be changed.</summary>
public abstract record GuestRecordRefusal : Refusal
{
    private GuestRecordRefusal() { }

    /// <summary>The guest has that many bookings to come or seated.</summary>
    public sealed record GuestExpected(int Bookings) : GuestRecordRefusal;
}
