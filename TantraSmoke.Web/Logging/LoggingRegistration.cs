using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Filters;
using TantraSmoke.Core.Installation;

namespace TantraSmoke.Web.Logging;

/// <summary>Logs to the console and to <c>log.txt</c> in the working directory.</summary>
public static class LoggingRegistration
{
    private const long FileLimit = 10 * 1024 * 1024;
    private const int FilesKept = 10;

    /// <summary>Replaces the logging providers, and logs the start and the settings' warnings.</summary>
    public static WebApplicationBuilder AddLogs(this WebApplicationBuilder builder, InstallationSettings settings)
    {
        // Not disposed with the host: fatal errors are logged after that. Both sinks flush every event.
        var logger = CreateLogger(settings);
        builder.Services.AddSerilog(logger, dispose: false);

        var start = logger.ForContext(Constants.SourceContextPropertyName, "TantraSmoke");
        start.Information("Starts with {Settings:l}", settings.ToString());
        AppDomain.CurrentDomain.UnhandledException += (_, end) =>
            start.Fatal(end.ExceptionObject as Exception, "The process ends");
        foreach (var remark in settings.Remarks)
            start.Warning("{Remark:l}", remark);
        return builder;
    }

    internal static Logger CreateLogger(InstallationSettings settings) =>
        new LoggerConfiguration()
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
            // Addresses of the Bot API contain the token.
            .MinimumLevel.Override("System.Net.Http", LogEventLevel.Warning)
            .MinimumLevel.Override("Npgsql", LogEventLevel.Warning)
            // Keys are stored unencrypted next to the data they protect: whoever reads the database has that data
            // anyway.
            .MinimumLevel.Override(
                "Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager",
                LogEventLevel.Error
            )
            // EF errors are also thrown and logged by the caller; logging both with stack traces would fill the log in
            // an outage.
            .Filter.ByExcluding(line =>
                line.Level == LogEventLevel.Error && Matching.FromSource("Microsoft.EntityFrameworkCore")(line)
            )
            .Enrich.FromLogContext()
            // The first-run link has to be readable on the console.
            .WriteTo.Console(new RedactingFormatter("HH:mm:ss", new Redactor(settings.Secrets, alsoPersonal: false)))
            .WriteTo.Sink(
                new RollingLogFile(
                    settings.LogFile,
                    new RedactingFormatter(
                        "yyyy-MM-dd HH:mm:ss.fff zzz",
                        new Redactor(settings.Secrets, alsoPersonal: true)
                    ),
                    FileLimit,
                    FilesKept
                )
            )
            .CreateLogger();
}
