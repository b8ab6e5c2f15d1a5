namespace TantraSmoke.Core.Staff;

/// <summary>Why somebody on the staff could not be changed.</summary>
public abstract record StaffRefusal : Refusal
{
    private StaffRefusal() { }

    /// <summary>There is no such person on the staff, or they were removed.</summary>
    public sealed record StaffNotFound : StaffRefusal;

    /// <summary>Without this person nobody could manage the staff any more.</summary>
    public sealed record LastAdmin : StaffRefusal;

    /// <summary>Somebody else signs in with that: <paramref name="Field"/> is "email" or "telegram".</summary>
    public sealed record SignInInUse(string Field, string Name, bool IsRemoved) : StaffRefusal;

    /// <summary>Somebody else changed this person first; read them again.</summary>
    public sealed record StaffChangedMeanwhile(string By) : StaffRefusal;
}
