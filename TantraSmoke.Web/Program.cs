using TantraSmoke.Bot;
using TantraSmoke.Bot.Updates;
using TantraSmoke.Core;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Settings;
using TantraSmoke.Web;
using TantraSmoke.Web.Logging;

var installation = InstallationSettings.Load();
foreach (var problem in installation.Problems)
    Console.Error.WriteLine(problem);
if (!installation.Succeeded)
    return 1;
if (args is ["migrations", .. var command])
    return await MigrationCommand.RunAsync(command, installation.Settings, Console.Out, Console.Error);
if (args is ["demo"])
    return await DemoCommand.RunAsync(installation.Settings, Console.Out, Console.Error);

// Pages and assets lie beside the program; data, logs and .env belong to the working directory.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddLogs(installation.Settings);
builder.UseDefaultAddress();

builder.Services.AddCore(installation.Settings).AddCoreTimers(installation.Settings);
builder.Services.AddBot(installation.Settings).AddBotPumps(installation.Settings, withSimulator: builder.Environment.IsDevelopment());
builder.AddDashboard(installation.Settings);

var app = builder.Build();
// The database is set up while the pages are: each takes a good part of the start.
var setup = Task.Run(() => app.Services.GetRequiredService<VenueSetup>().RunAsync(CancellationToken.None));
app.MapDashboard();
TelegramWebhook.Map(app, installation.Settings);
try
{
    await setup;
}
catch (InvalidDataException fault)
{
    Console.Error.WriteLine(fault.Message);
    return 1;
}

await app.RunAsync();
return 0;
