using TantraSmoke.Core.Settings;
using TantraSmoke.Web;
using TantraSmoke.Web.Logging;

var installation = InstallationSettings.Load();
foreach (var problem in installation.Problems)
    Console.Error.WriteLine(problem);
if (!installation.Succeeded)
    return 1;

// Pages and assets lie beside the program; data, logs and .env belong to the working directory.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddLogs(installation.Settings);
builder.UseDefaultAddress();
builder.Services.AddSingleton(installation.Settings);

builder.AddDashboard();

var app = builder.Build();
app.MapDashboard();
app.Run();
return 0;
