using TantraSmoke.Core.Guests;

namespace TantraSmoke.Core.Data;

/// <summary>Guests known before names were found in every spelling get the second line of their search text.</summary>
internal static class GuestSearchLine
{
    /// <summary>One statement for both databases.</summary>
    public static string Add
    {
        get
        {
            var key = SearchKey.Rules.Aggregate("search_text", (text, rule) => $"replace({text}, '{rule.From}', '{rule.To}')");
            return $"UPDATE users SET search_text = search_text || '\n' || {key} WHERE search_text <> '' AND search_text NOT LIKE '%\n%'";
        }
    }
}
