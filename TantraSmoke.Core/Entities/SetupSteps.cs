namespace TantraSmoke.Core.Entities;

/// <summary>
/// What the first-run guide asks; kept with the settings, so that it can be left and gone on with from any browser.
/// </summary>
[Flags]
public enum SetupSteps
{
    None = 0,
    Venue = 1,
    Hours = 2,
    Tables = 4,
    Bot = 8,
    Staff = 16,
    All = Venue | Hours | Tables | Bot | Staff,
}
