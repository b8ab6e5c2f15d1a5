namespace TantraSmoke.Bot.Simulator;

/// <summary>The simulated Bot API says no, in the words of the real one.</summary>
internal sealed class ApiRefusal(int code, string description) : Exception(description)
{
    public int Code { get; } = code;

    public static ApiRefusal BadRequest(string reason) => new(400, $"Bad Request: {reason}");

    public static ApiRefusal Forbidden(string reason) => new(403, $"Forbidden: {reason}");

    public static ApiRefusal Conflict(string reason) => new(409, $"Conflict: {reason}");
}
