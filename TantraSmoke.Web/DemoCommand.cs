using System.Globalization;
using TantraSmoke.Core.Demo;
using TantraSmoke.Core.Installation;

namespace TantraSmoke.Web;

/// <summary><c>TantraSmoke.Web demo</c>: fills an empty installation with invented data and exits.</summary>
internal static class DemoCommand
{
    /// <summary>Returns the process's exit code.</summary>
    public static async Task<int> RunAsync(InstallationSettings installation, TextWriter output, TextWriter errors)
    {
        try
        {
            await output.WriteLineAsync($"Filling {installation.DatabaseName} with a demo venue");
            var (guests, bookings) = await DemoVenue.FillAsync(
                installation,
                TimeProvider.System.GetUtcNow(),
                DemoVenue.Days,
                new Days(output),
                CancellationToken.None
            );
            await output.WriteLineAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"\n{guests} guests, {bookings} bookings. Now start without \"demo\" and open the floor."
                )
            );
            return 0;
        }
        catch (Exception fault) when (StartFault.Of(fault, installation) is { } sentence)
        {
            await errors.WriteLineAsync(sentence);
            return 1;
        }
    }

    /// <summary>Prints a dot per day.</summary>
    private sealed class Days(TextWriter output) : IProgress<DateOnly>
    {
        public void Report(DateOnly value) => output.Write('.');
    }
}
