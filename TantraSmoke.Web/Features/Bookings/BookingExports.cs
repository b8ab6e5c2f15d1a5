using System.Collections.Concurrent;
using TantraSmoke.Core.Bookings;
using TantraSmoke.Core.Catalog;
using TantraSmoke.Web.Auth;
using TantraSmoke.Web.Texts;

namespace TantraSmoke.Web.Features.Bookings;

/// <summary>Lets a page track and cancel the export that its browser downloads.</summary>
public sealed class BookingExports
{
    private readonly ConcurrentDictionary<Guid, Ticket> _tickets = new();

    public Ticket Open(Action changed)
    {
        var ticket = new Ticket(Guid.NewGuid(), changed, id => _tickets.TryRemove(id, out _));
        return _tickets[ticket.Id] = ticket;
    }

    /// <summary>Null if another process serves the page: the export then runs untracked.</summary>
    public Ticket? Find(Guid? id) => id is { } wanted ? _tickets.GetValueOrDefault(wanted) : null;

    /// <summary>One page's export.</summary>
    public sealed class Ticket(Guid id, Action changed, Action<Guid> end) : IDisposable
    {
        private readonly CancellationTokenSource _cancel = new();

        public Guid Id => id;
        public int Total { get; private set; }
        public int Rows { get; private set; }
        public ExportState State { get; private set; }
        public CancellationToken Canceled => _cancel.Token;

        public void Cancel() => _cancel.Cancel();

        public void Dispose() => end(id);

        internal void Tell(ExportState state, int rows, int total)
        {
            (State, Rows, Total) = (state, rows, total);
            changed();
        }
    }
}

public enum ExportState
{
    Waiting,
    Running,
    Done,
    Canceled,
    Failed,
}

public static class ExportEndpoint
{
    public const string CsvPath = "/bookings/export.csv";
    public const string SheetPath = "/bookings/export.xlsx";
    private const int TellEvery = 500;

    /// <summary>Endpoint that exports all rows of the filters in the query; requires the right.</summary>
    public static void MapBookingExport(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(CsvPath, ExportAsync).RequireRight(Right.ExportBookings);
        endpoints.MapGet(SheetPath, ExportAsync).RequireRight(Right.ExportBookings);
    }

    private static async Task<IResult> ExportAsync(
        HttpContext http,
        BookingLists lists,
        BookingExports exports,
        VenueCatalogCache catalogs,
        TimeProvider time,
        Guid? ticket,
        CancellationToken cancellationToken
    )
    {
        var isSheet = http.Request.Path == SheetPath;
        if (http.User.ToActor() is not { } actor)
            return Results.Unauthorized();
        var followed = exports.Find(ticket);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(
            cancellationToken,
            followed?.Canceled ?? default
        );
        var catalog = await catalogs.GetAsync(cancellationToken);
        var today = catalog.Clock.ServiceDayOf(time.GetUtcNow());
        var (search, _) = BookingUrl.Read(http.Request.QueryString.Value ?? "", today);
        var outcome = await lists.ExportAsync(actor, search, stop.Token);
        if (outcome.Value is not { } export)
            return Results.StatusCode(StatusCodes.Status403Forbidden);

        var name = string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"bookings-{today:yyyy-MM-dd}.{(isSheet ? "xlsx" : "csv")}"
        );
        http.Response.ContentType = isSheet
            ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            : "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        http.Response.Headers.CacheControl = "no-store";
        followed?.Tell(ExportState.Running, 0, export.Total);
        var rows = 0;
        try
        {
            if (isSheet)
                await SendSheetAsync(http.Response.Body, export, Written, stop.Token);
            else
                await BookingCsv.WriteAsync(http.Response.Body, export, DashboardTexts.Current, Written, stop.Token);
            followed?.Tell(ExportState.Done, rows, rows);
        }
        catch (Exception fault)
        {
            // Aborts the connection, so that the browser does not take a truncated file for complete.
            followed?.Tell(
                fault is OperationCanceledException ? ExportState.Canceled : ExportState.Failed,
                rows,
                export.Total
            );
            http.Abort();
            if (fault is not OperationCanceledException)
                throw;
        }

        return Results.Empty;

        void Written(int count)
        {
            rows = count;
            if (count % TellEvery == 0 || count == export.Total)
                followed?.Tell(ExportState.Running, count, export.Total);
        }
    }

    // A workbook is complete only at its end, so it is written to a temporary file that is deleted on close.
    private static async Task SendSheetAsync(
        Stream answer,
        BookingExport export,
        Action<int> written,
        CancellationToken cancellationToken
    )
    {
        await using var file = new FileStream(
            System.IO.Path.GetTempFileName(),
            FileMode.Create,
            FileAccess.ReadWrite,
            FileShare.None,
            81920,
            FileOptions.Asynchronous | FileOptions.DeleteOnClose
        );
        await BookingSheet.WriteAsync(file, export, DashboardTexts.Current, written, cancellationToken);
        await file.CopyToAsync(answer, cancellationToken);
    }
}
