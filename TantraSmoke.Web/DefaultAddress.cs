namespace TantraSmoke.Web;

public static class DefaultAddress
{
    private static readonly string[] ChosenBy = ["urls", "http_ports", "https_ports"];

    /// <summary>
    /// Listens on http://localhost:5080 unless configured by ASPNETCORE_URLS, --urls or another ASP.NET Core setting.
    /// </summary>
    public static void UseDefaultAddress(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        if (
            ChosenBy.All(key => string.IsNullOrEmpty(configuration[key]))
            && !configuration.GetSection("Kestrel:Endpoints").Exists()
        )
            builder.WebHost.UseUrls("http://localhost:5080");
    }
}
