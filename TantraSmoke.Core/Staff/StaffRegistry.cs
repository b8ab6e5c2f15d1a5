namespace TantraSmoke.Core.Staff;

/// <summary>The use cases of the staff, for a page that needs more than one; others take the one they use.</summary>
public sealed record StaffRegistry(StaffChanges Changes, StaffLinks Links, StaffLookup Lookup);
