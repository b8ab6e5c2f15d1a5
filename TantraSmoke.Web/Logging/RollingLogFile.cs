using System.Text;
using Serilog.Core;
using Serilog.Debugging;
using Serilog.Events;
using Serilog.Formatting;

namespace TantraSmoke.Web.Logging;

/// <summary>
/// <c>log.txt</c> is always the current file; a full one is renamed to <c>log.1.txt</c>, that one to <c>log.2.txt</c>,
/// and so on. Serilog's file sink would continue in <c>log_001.txt</c> and finally delete <c>log.txt</c>.
/// </summary>
/// <param name="limit">Maximum size of a file in bytes.</param>
/// <param name="kept">Number of files, including the current one.</param>
internal sealed class RollingLogFile(string path, ITextFormatter formatter, long limit, int kept)
    : ILogEventSink,
        IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly Lock _lock = new();
    private FileStream? _file;

    public void Emit(LogEvent logEvent)
    {
        using var text = new StringWriter();
        formatter.Format(logEvent, text);
        var bytes = Utf8.GetBytes(text.ToString());
        lock (_lock)
        {
            try
            {
                _file ??= Open();
                if (IsFull(_file, bytes.Length))
                    _file = Roll(_file, bytes.Length);
                // Another process in the same directory may have written meanwhile.
                _file.Seek(0, SeekOrigin.End);
                _file.Write(bytes);
                _file.Flush();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // A full disk must not stop a booking; the next event tries again.
                SelfLog.WriteLine("{0} could not be written: {1}", path, e.Message);
                _file?.Dispose();
                _file = null;
            }
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _file?.Dispose();
            _file = null;
        }
    }

    private FileStream Open() =>
        new(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);

    private bool IsFull(FileStream file, int coming) => file.Length > 0 && file.Length + coming > limit;

    private FileStream Roll(FileStream full, int coming)
    {
        full.Dispose();
        var current = Open();
        // Another process may have rolled the files already.
        if (!IsFull(current, coming))
            return current;
        current.Dispose();
        for (var number = kept - 1; number >= 1; number--)
        {
            var newer = number == 1 ? path : Numbered(number - 1);
            if (File.Exists(newer))
                File.Move(newer, Numbered(number), overwrite: true);
        }
        return Open();
    }

    private string Numbered(int number) => Path.ChangeExtension(path, $"{number}{Path.GetExtension(path)}");
}
