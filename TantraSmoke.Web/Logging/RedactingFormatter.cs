using System.Globalization;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Display;

namespace TantraSmoke.Web.Logging;

/// <summary>Formats an event as text, redacting message, values and exception but not the time.</summary>
internal sealed class RedactingFormatter(string timeFormat, Redactor redactor) : ITextFormatter
{
    private readonly MessageTemplateTextFormatter _rest = new(
        "[{Level:u3}] {SourceContext} {Message:lj}{NewLine}{Exception}",
        CultureInfo.InvariantCulture
    );

    public void Format(LogEvent logEvent, TextWriter output)
    {
        using var rest = new StringWriter(CultureInfo.InvariantCulture);
        _rest.Format(logEvent, rest);
        output.Write(logEvent.Timestamp.ToString(timeFormat, CultureInfo.InvariantCulture));
        output.Write(' ');
        output.Write(redactor.Redact(rest.ToString()));
    }
}
