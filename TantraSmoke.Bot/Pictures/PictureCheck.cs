using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TantraSmoke.Bot.Pictures;

/// <summary>Says at start when there will be no pictures of the hall.</summary>
public sealed class PictureCheck(RsvgConvert converter, ILogger<PictureCheck> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!await converter.IsThereAsync(stoppingToken))
        {
            logger.LogWarning(
                "{Program} does not run here: guests who choose a table get a list instead of a picture of the hall (Debian has it in librsvg2-bin)", RsvgConvert.Program);
        }
    }
}
