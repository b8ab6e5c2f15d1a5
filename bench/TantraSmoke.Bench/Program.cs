using TantraSmoke.Bench;

var wanted = args.Length > 0 ? args : ["a", "b", "d"];
var good = true;
foreach (var name in wanted)
{
    good &= name switch
    {
        "a" => await Commits.RunAsync(),
        "b" => await Fight.RunAsync(),
        "d" => await Days.RunAsync(),
        _ => throw new ArgumentException($"There is no benchmark \"{name}\"."),
    };
}

return good ? 0 : 1;
