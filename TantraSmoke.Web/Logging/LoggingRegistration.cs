using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Filters;
using TantraSmoke.Core.Installation;

namespace TantraSmoke.Web.Logging;

/// <summary>Logs on the console and in <c>log.txt</c> of the working directory.</summary>
public static class LoggingRegistration
{
    private const long FileLimit = 10 * 1024 * 1024;
    private const int FilesKept = 10;

    /// <summary>Replaces the logging providers, notes the start and what is odd about the settings.</summary>
    public static WebApplicationBuilder AddLogs(this WebApplicationBuilder builder, InstallationSettings settings)
    {
        // Not disposed with the host: what ends the process is written after that. Both sinks flush each event.
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
            // Keys for cookies lie unencrypted beside the guests they protect: whoever reads that database has read all
            // there is.
            .MinimumLevel.Override(
                "Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager",
                LogEventLevel.Error
            )
            // An error of EF is thrown as well, and said by whoever could not go on; twice with stacks, an outage fills
            // the log.
            .Filter.ByExcluding(line =>
                line.Level == LogEventLevel.Error && Matching.FromSource("Microsoft.EntityFrameworkCore")(line)
            )
            .Enrich.FromLogContext()
            // The first-run sign-in link has to be readable on the console.
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
