using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Installation;

namespace TantraSmoke.Web.Texts;

// Staff and their rights.
public abstract partial class DashboardTexts
{
    public abstract string StaffTitle { get; }
    public abstract string StaffHint { get; }
    public abstract string AddStaff { get; }
    public abstract string StaffName { get; }
    public abstract string LastSeenLabel { get; }
    public abstract string RoleLabel { get; }
    public abstract string Email { get; }
    public abstract string TelegramNumber { get; }
    public abstract string TelegramNumberHint { get; }
    public abstract string SignInHow { get; }
    public abstract string NoSignIn { get; }

    /// <summary>Why the person cannot sign in without a link; null if they can.</summary>
    public string? NoWayIn(StaffMember member, InstallationSettings installation) =>
        member.WaysIn(installation).Count > 0 ? null : NoWayIn(member.Email is not null, member.TelegramId is not null);

    protected abstract string NoWayIn(bool hasEmail, bool hasTelegram);
    public abstract string WasRemoved { get; }
    public abstract string RemovedStaff { get; }
    public abstract string You { get; }
    public abstract string StaffAdded(string name);
    public abstract string StaffSaved(string name);
    public abstract string RemoveStaff { get; }
    public abstract string RemoveStaffSure(string name);
    public abstract string RemoveStaffYes { get; }
    public abstract string StaffRemoved(string name);
    public abstract string RestoreStaff { get; }
    public abstract string StaffRestored(string name);
    public abstract string Invite { get; }
    public abstract string InviteHint { get; }
    public abstract string InviteReady(string name);
    public abstract string CopyLink { get; }
    public abstract string RightsTitle { get; }
    public abstract string RightLabel { get; }
    public abstract string Yes { get; }
    public abstract string No { get; }
    public abstract string Role(StaffRole role);
    public abstract string RoleHint(StaffRole role);
    public abstract string RightName(Right right);

    /// <summary>Error message of a field of a staff member; null for other fields.</summary>
    protected abstract string? StaffInput(string field);
}
