using System.Text.RegularExpressions;

namespace TextInsights.Training;

/// <summary>Names as evaluation compares them: case, legal form and genitive -s aside ("Krones AG": "krone").</summary>
internal static partial class ComparableName
{
    public static string Of(string name)
    {
        string comparable = WhiteSpace().Replace(name, " ").Trim().ToLowerInvariant();
        while (LegalForm().Match(comparable) is { Success: true } form)
        {
            comparable = comparable[..form.Index].Trim();
        }

        return comparable.Length > 3 && comparable[^1] is 's' or '’' or '\'' ? comparable[..^1] : comparable;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();

    [GeneratedRegex(
        @"[ ,]+(ag|se|gmbh|kgaa|ag & co\. kgaa|gmbh & co\. kg|kg|ohg|e\.v\.|inc\.?|plc|corp\.?|corporation|ltd\.?|llc|s\.?a\.?|s\.p\.a\.|n\.v\.|ab|asa|& co\.?|co\.)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex LegalForm();
}
