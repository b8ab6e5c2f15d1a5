using Microsoft.Extensions.Options;
using TantraSmoke.Bot;
using TantraSmoke.Bot.Updates;
using TantraSmoke.Core;
using TantraSmoke.Core.Installation;
using TantraSmoke.Core.Setup;
using TantraSmoke.Web;
using TantraSmoke.Web.Logging;

if (CommandLine.FindUnknown(args) is { } unknown)
{
    Console.Error.WriteLine($"\"{unknown}\" is not known here.\n{CommandLine.Usage}");
    return 2;
}

// Pages and assets are next to the program; data, logs and .env belong to the working directory.
var builder = WebApplication.CreateBuilder(
    new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory }
);
InstallationSettings installation;
try
{
    installation = InstallationSettings.Load(builder.Configuration);
}
catch (OptionsValidationException wrong)
{
    if (args is ["doctor"])
        return await DoctorCommand.RefuseAsync(wrong.Failures, Console.Out);
    foreach (var problem in wrong.Failures)
        Console.Error.WriteLine(problem);
    return 1;
}

if (args is ["migrations", .. var command])
    return await MigrationCommand.RunAsync(command, installation, Console.Out, Console.Error);
if (args is ["doctor"])
    return await DoctorCommand.RunAsync(installation, Console.Out, TimeProvider.System);
if (args is ["demo"])
    return await DemoCommand.RunAsync(installation, Console.Out, Console.Error);

builder.AddLogs(installation);
builder.UseDefaultAddress();
builder.Services.AddCore(installation).AddCoreTimers(installation);
builder.Services.AddBot(installation).AddBotPumps(installation, withSimulator: builder.Environment.IsDevelopment());
builder.AddDashboard(installation);

try
{
    using var folder = await DataFolder.TakeAsync(installation);
    var app = builder.Build();
    // Runs in parallel with the start of the pages, because each takes a good part of the start.
    var setup = Task.Run(() => app.Services.GetRequiredService<VenueSetup>().RunAsync(CancellationToken.None));
    app.MapDashboard();
    TelegramWebhook.Map(app, installation);
    await setup;
    await app.RunAsync();
    return 0;
}
catch (Exception fault) when (StartFault.Of(fault, installation) is { } sentence)
{
    Console.Error.WriteLine(sentence);
    return 1;
}
