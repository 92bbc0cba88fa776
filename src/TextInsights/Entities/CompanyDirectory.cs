using System.Collections.Frozen;
using TextInsights.Lexicons;

namespace TextInsights.Entities;

/// <summary>Listed companies by name and alias; see <c>data/gazetteers/companies.tsv</c>.</summary>
internal sealed class CompanyDirectory
{
    // Forms of companies whose shares no exchange lists: "Philips GmbH" is a subsidiary of Philips.
    private static readonly FrozenSet<string> Unlisted = FrozenSet.Create("gmbh", "gmbhcokg", "mbh", "ug", "kg", "ohg", "llc", "llp", "bv", "sarl", "srl", "sagl", "sas", "doo", "sro", "kft", "ev");

    private readonly FrozenDictionary<string, string> _isins;

    private CompanyDirectory(TsvTable companies)
    {
        var isins = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in companies.Rows)
        {
            isins.TryAdd(NameParts.Parse(row["name"]).Key, row["isin"]);
            foreach (string alias in row["aliases"].Split(';', StringSplitOptions.RemoveEmptyEntries))
            {
                NameParts name = NameParts.Parse(alias);
                isins.TryAdd(FullKey(name), row["isin"]);
            }
        }

        _isins = isins.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public static CompanyDirectory Default { get; } = new(TsvTable.Embedded("gazetteers/companies.tsv"));

    /// <summary>
    /// ISIN of the company with this name or alias, else null. An alias with a legal form ("Porsche SE") asks for that form;
    /// "Nordex-Gruppe" is found as "Nordex".
    /// </summary>
    public string? Find(NameParts name)
    {
        if (name.LegalForm.Length > 0 && _isins.TryGetValue(FullKey(name), out string? isin))
        {
            return isin;
        }

        if (Unlisted.Contains(name.LegalForm))
        {
            return null;
        }

        if (_isins.TryGetValue(name.Key, out isin))
        {
            return isin;
        }

        return name.CoreWords > 1 && NameLexicon.Default.Is(name.LastCoreWord.Folded, NameWordRoles.Group)
            ? _isins.GetValueOrDefault(name.KeyOf(0, name.CoreWords - 1))
            : null;
    }

    private static string FullKey(NameParts name) => name.LegalForm.Length == 0 ? name.Key : name.Key + "|" + name.LegalForm;
}
