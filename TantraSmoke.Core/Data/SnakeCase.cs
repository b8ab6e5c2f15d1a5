using System.Text.Json;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace TantraSmoke.Core.Data;

/// <summary>Database spelling of names: <c>NoShow</c> becomes <c>no_show</c>.</summary>
public static class SnakeCase
{
    public static string Of(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    public static string Of<T>(T value)
        where T : struct, Enum => EnumNames<T>.ByValue[value];

    private static class EnumNames<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> ByValue = Enum.GetValues<T>()
            .ToDictionary(value => value, value => Of(value.ToString()));
    }
}

/// <summary>Stores enums as readable words, for hand-written SQL and other tools.</summary>
public sealed class SnakeCaseEnum<T>() : ValueConverter<T, string>(value => SnakeCase.Of(value), text => Parse(text))
    where T : struct, Enum
{
    private static readonly Dictionary<string, T> ByName = Enum.GetValues<T>().ToDictionary(SnakeCase.Of);

    private static T Parse(string text) => ByName[text];
}
