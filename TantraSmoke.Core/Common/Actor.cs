using System.Globalization;

namespace TantraSmoke.Core.Common;

/// <summary>
/// Who asks for a change. Every call that changes something takes one and the service checks the right itself.
/// </summary>
public abstract record Actor
{
    private Actor() { }

    /// <summary>The name people see in history and in "changed meanwhile by …".</summary>
    public abstract string DisplayName { get; }

    /// <summary>"guest", "staff" or "system", as stored with history and audit.</summary>
    public abstract string Kind { get; }

    /// <summary>Id of the guest or staff member; null for the system.</summary>
    public abstract long? Id { get; }

    /// <summary>
    /// Whether this actor may do what <paramref name="right"/> names. A guest has no staff rights at all.
    /// </summary>
    public bool May(Right right) =>
        this switch
        {
            Staff staff => Rights.Of(staff.Role).Contains(right),
            System => true,
            _ => false,
        };

    /// <summary>How holds of this actor are marked: "guest:42".</summary>
    public string Holder() => string.Create(CultureInfo.InvariantCulture, $"{Kind}:{Id}");

    /// <summary>A guest acting for themselves; reaches only their own bookings.</summary>
    public sealed record Guest(long GuestId, string Name) : Actor
    {
        /// <summary>Where they write from, if that is known: the chat of who is reminded of what they book.</summary>
        public long? ChatId { get; init; }

        public override string DisplayName => Name;
        public override string Kind => "guest";
        public override long? Id => GuestId;
    }

    /// <summary>A member of staff with the role they have now.</summary>
    public sealed record Staff(int StaffId, StaffRole Role, string Name) : Actor
    {
        public override string DisplayName => Name;
        public override string Kind => "staff";
        public override long? Id => StaffId;
    }

    /// <summary>Timers and start-up work.</summary>
    public sealed record System : Actor
    {
        public static readonly System Instance = new();

        public override string DisplayName => "TantraSmoke";
        public override string Kind => "system";
        public override long? Id => null;
    }
}
