using System.Reflection;

namespace TantraSmoke.Tests.Support;

/// <summary>Paths of the checked-out sources and of what was built from them.</summary>
public static class Repository
{
    public static string Root { get; } = Metadata("Repository");

    /// <summary>Relative to a project's folder, such as <c>bin/Debug/net10.0</c>.</summary>
    public static string Output { get; } = Metadata("Output");

    /// <summary>Debug or Release: what the tests and the program were built as.</summary>
    public static string Configuration { get; } = Output.Split('/')[1];

    /// <summary>The built dashboard process.</summary>
    public static string WebProgram { get; } = Path.Combine(Root, "TantraSmoke.Web", Output, "TantraSmoke.Web.dll");

    private static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
