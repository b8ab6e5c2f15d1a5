using TantraSmoke.Core.Settings;

var installation = InstallationSettings.Load();
foreach (var problem in installation.Problems)
    Console.Error.WriteLine(problem);
if (!installation.Succeeded)
    return 1;

var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();
app.Run();
return 0;
