using System.Globalization;

namespace TantraSmoke.Core.Common;

/// <summary>Who requests a change. Use cases take an actor and check its rights themselves.</summary>
public abstract record Actor
{
    private Actor() { }

    /// <summary>Name shown in history and in "just changed by …".</summary>
    public abstract string DisplayName { get; }

    /// <summary>"guest", "staff" or "system", as stored in history and audit.</summary>
    public abstract string Kind { get; }

    /// <summary>Id of the guest or staff member; null for the system.</summary>
    public abstract long? Id { get; }

    /// <summary>Whether the actor has the right. Guests have no staff rights.</summary>
    public bool May(Right right) =>
        this switch
        {
            Staff staff => Rights.Of(staff.Role).Contains(right),
            System => true,
            _ => false,
        };

    /// <summary>Holder of this actor's claims: "guest:42".</summary>
    public string Holder() => string.Create(CultureInfo.InvariantCulture, $"{Kind}:{Id}");

    /// <summary>A guest acting for themselves, limited to their own bookings.</summary>
    public sealed record Guest(long GuestId, string Name) : Actor
    {
        /// <summary>The guest's chat if known, for reminders of new bookings.</summary>
        public long? ChatId { get; init; }

        public override string DisplayName => Name;
        public override string Kind => "guest";
        public override long? Id => GuestId;
    }

    /// <summary>A staff member with the current role.</summary>
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
