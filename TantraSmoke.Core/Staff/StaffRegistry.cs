namespace TantraSmoke.Core.Staff;

/// <summary>
/// The use cases of the staff, for pages that need several of them; others inject the single use case.
/// </summary>
public sealed record StaffRegistry(StaffChanges Changes, StaffLinks Links, StaffLookup Lookup);
