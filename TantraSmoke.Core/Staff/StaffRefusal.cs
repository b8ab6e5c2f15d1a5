namespace TantraSmoke.Core.Staff;

/// <summary>Why a staff member could not be changed.</summary>
public abstract record StaffRefusal : Refusal
{
    private StaffRefusal() { }

    /// <summary>The staff member does not exist or was removed.</summary>
    public sealed record StaffNotFound : StaffRefusal;

    /// <summary>No admin would remain.</summary>
    public sealed record LastAdmin : StaffRefusal;

    /// <summary>Somebody else signs in with it: <paramref name="Field"/> is "email" or "telegram".</summary>
    public sealed record SignInInUse(string Field, string Name, bool IsRemoved) : StaffRefusal;

    /// <summary>Somebody else changed the staff member first; read them again.</summary>
    public sealed record StaffChangedMeanwhile(string By) : StaffRefusal;
}
