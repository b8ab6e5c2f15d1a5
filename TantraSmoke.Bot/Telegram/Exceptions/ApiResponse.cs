using Telegram.Bot.Types;

namespace Telegram.Bot.Exceptions
{
    /// <summary>The envelope of every answer.</summary>
    public class ApiResponse
    {
        public bool Ok { get; init; }
        public string? Description { get; init; }
        public int ErrorCode { get; init; }
        public ResponseParameters? Parameters { get; init; }
    }

    /// <summary>Turns a refusal into an exception.</summary>
    public interface IExceptionParser
    {
        ApiRequestException Parse(ApiResponse apiResponse);
    }

    /// <summary>Always an <see cref="ApiRequestException"/> with the API's words.</summary>
    public class DefaultExceptionParser : IExceptionParser
    {
        public ApiRequestException Parse(ApiResponse apiResponse)
        {
            ArgumentNullException.ThrowIfNull(apiResponse);
            return new(apiResponse.Description ?? "", apiResponse.ErrorCode, apiResponse.Parameters);
        }
    }
}

namespace Telegram.Bot.Types
{
    /// <summary>The envelope of an answer with a result.</summary>
    public class ApiResponse<TResult> : Exceptions.ApiResponse
    {
        public TResult? Result { get; init; }
    }
}
