namespace TantraSmoke.Core.Entities;

/// <summary>
/// Steps of the first-run guide, stored with the settings so that it can be continued in any browser.
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
