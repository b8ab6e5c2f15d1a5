using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace TantraSmoke.Web.Auth;

/// <summary>
/// Revalidates an open page, which outlives its request, whenever the staff changes and every 30 seconds. A page whose
/// session has ended is reloaded, and its cookie decides.
/// </summary>
public sealed class CircuitSession : RevalidatingServerAuthenticationStateProvider
{
    private readonly StaffDirectory _directory;
    private readonly ILogger<CircuitSession> _logger;

    public CircuitSession(StaffDirectory directory, ILoggerFactory loggers)
        : base(loggers)
    {
        (_directory, _logger) = (directory, loggers.CreateLogger<CircuitSession>());
        _directory.Changed += Recheck;
    }

    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(30);

    protected override async Task<bool> ValidateAuthenticationStateAsync(
        AuthenticationState authenticationState,
        CancellationToken cancellationToken
    )
    {
        if (authenticationState.User.ToSignedIn() is not { } claimed)
            return false;
        try
        {
            return await _directory.FindAsync(claimed.SessionId, cancellationToken) == claimed;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // During a database outage the floor stays visible; nothing can be changed without the database anyway.
            _logger.LogDebug(fault, "A session could not be checked and is checked again later");
            return true;
        }
    }

    protected override void Dispose(bool disposing)
    {
        _directory.Changed -= Recheck;
        base.Dispose(disposing);
    }

    // Asynchronous, so that the committer of the change does not wait.
    private void Recheck() =>
        _ = Task.Run(async () =>
        {
            var state = await GetAuthenticationStateAsync();
            if (
                state.User.ToSignedIn() is not null
                && !await ValidateAuthenticationStateAsync(state, CancellationToken.None)
            )
                SetAuthenticationState(Task.FromResult(new AuthenticationState(new())));
        });
}
