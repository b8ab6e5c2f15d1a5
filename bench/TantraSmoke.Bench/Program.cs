using TantraSmoke.Bench;

var wanted = args.Length > 0 ? args : ["a", "b", "c", "d", "e", "f", "g", "h"];
var good = true;
foreach (var name in wanted)
{
    good &= name switch
    {
        "a" => await Commits.RunAsync(),
        "b" => await Fight.RunAsync(),
        "c" => await Steps.RunAsync(),
        "d" => await Days.RunAsync(),
        "e" => await Floors.RunAsync(),
        "f" => await Drags.RunAsync(),
        "g" => await Reports.RunAsync(),
        "h" => await Neighbours.RunAsync(),
        _ => throw new ArgumentException($"There is no benchmark \"{name}\"."),
    };
}

return good ? 0 : 1;
