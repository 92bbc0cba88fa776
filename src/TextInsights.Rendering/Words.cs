using System.Text;
using System.Text.Json;

namespace TextInsights.Rendering;

/// <summary>Names of the contract as English words.</summary>
internal static class Words
{
    /// <summary>The name as JSON has it: "marketCap".</summary>
    public static string CamelCase(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>The name in lower case, its parts apart: "MarketCap" is "market cap".</summary>
    public static string Of(Enum value)
    {
        string name = value.ToString();
        var words = new StringBuilder(name.Length + 4);
        foreach (char c in name)
        {
            if (char.IsAsciiLetterUpper(c) && words.Length > 0)
            {
                words.Append(' ');
            }

            words.Append(char.ToLowerInvariant(c));
        }

        return words.ToString();
    }
}
