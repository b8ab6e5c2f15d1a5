using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging;

namespace TantraSmoke.Bot.Pictures;

/// <summary>
/// Turns SVG into PNG by the program of that name, through its standard streams. It may be missing, fail or hang: then there is no
/// picture, and it is left alone for a while, so that no guest waits for it again.
/// </summary>
public sealed class RsvgConvert(TimeProvider time, ILogger<RsvgConvert> logger, string program = RsvgConvert.Program, TimeSpan? patience = null) : IDisposable
{
    public const string Program = "rsvg-convert";

    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);
    private readonly TimeSpan _patience = patience ?? TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim _atOnce = new(Math.Clamp(Environment.ProcessorCount, 1, 4));
    private long _restsUntil;

    /// <summary>Whether the program is there at all.</summary>
    public async Task<bool> IsThereAsync(CancellationToken cancellationToken) =>
        await RunAsync(["--version"], "", cancellationToken) is { Length: > 0 };

    /// <summary>A picture so many pixels wide; null when there is none to be had now.</summary>
    public async Task<byte[]?> DrawAsync(string svg, int width, CancellationToken cancellationToken)
    {
        if (time.GetUtcNow().UtcTicks < Interlocked.Read(ref _restsUntil))
            return null;
        var png = await RunAsync(["--format=png", string.Create(CultureInfo.InvariantCulture, $"--width={width}"), "--keep-aspect-ratio"], svg, cancellationToken);
        if (png is [0x89, (byte)'P', (byte)'N', (byte)'G', ..])
            return png;
        Interlocked.Exchange(ref _restsUntil, (time.GetUtcNow() + Rest).UtcTicks);
        return null;
    }

    public void Dispose() => _atOnce.Dispose();

    private async Task<byte[]?> RunAsync(IReadOnlyList<string> arguments, string input, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        over.CancelAfter(_patience);
        try
        {
            await _atOnce.WaitAsync(over.Token);
            try
            {
                return await RunOnceAsync(arguments, input, over.Token);
            }
            finally
            {
                _atOnce.Release();
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning("{Program} took longer than {Seconds} s and was stopped", program, _patience.TotalSeconds);
            return null;
        }
        catch (Exception fault) when (fault is Win32Exception or IOException)
        {
            logger.LogDebug("{Program} did not run: {Reason}", program, fault.Message);
            return null;
        }
    }

    private async Task<byte[]?> RunOnceAsync(IReadOnlyList<string> arguments, string input, CancellationToken cancellationToken)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
                UseShellExecute = false,
            },
        };
        process.Start();
        try
        {
            // All three at once, or a full pipe would keep both sides waiting.
            using var output = new MemoryStream();
            var reading = process.StandardOutput.BaseStream.CopyToAsync(output, cancellationToken);
            var complaining = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.StandardInput.WriteAsync(input.AsMemory(), cancellationToken);
            process.StandardInput.Close();
            await Task.WhenAll(reading, complaining, process.WaitForExitAsync(cancellationToken));
            if (process.ExitCode == 0)
                return output.ToArray();
            logger.LogWarning("{Program} failed with {Code}: {Reason}", program, process.ExitCode, (await complaining).Trim());
            return null;
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
