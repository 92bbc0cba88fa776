using System.Text.Json;

namespace TextInsights.Pipelines;

/// <summary>What the mapping adds to a row; <see cref="TextInsightsCatalog"/> describes the columns.</summary>
internal sealed class FactRow
{
    public string[] Persons { get; set; } = [];

    public string[] Organizations { get; set; } = [];

    public string[] Locations { get; set; } = [];

    public string[] Miscellaneous { get; set; } = [];

    public string[] AmountTexts { get; set; } = [];

    public double[] AmountMinimums { get; set; } = [];

    public double[] AmountMaximums { get; set; } = [];

    public string[] AmountCurrencies { get; set; } = [];

    public string[] AmountRoles { get; set; } = [];

    public string[] ValuedCompanies { get; set; } = [];

    public string[] ValuationKinds { get; set; } = [];

    public string[] DealKinds { get; set; } = [];

    public string[] DealParties { get; set; } = [];

    public string Sentiment { get; set; } = "";

    public float SentimentScore { get; set; }

    public string Document { get; set; } = "";

    public void Fill(AnalyzedDocument document)
    {
        string[] NamesOf(EntityType type) => [.. document.Entities.Where(e => e.Type == type).Select(e => e.Name)];
        Persons = NamesOf(EntityType.Person);
        Organizations = NamesOf(EntityType.Organization);
        Locations = NamesOf(EntityType.Location);
        Miscellaneous = NamesOf(EntityType.Miscellaneous);
        AmountTexts = [.. document.Amounts.Select(a => a.Text)];
        AmountMinimums = [.. document.Amounts.Select(a => Number(a.Minimum))];
        AmountMaximums = [.. document.Amounts.Select(a => Number(a.Maximum))];
        AmountCurrencies = [.. document.Amounts.Select(a => a.Currency?.Code ?? "")];
        AmountRoles = [.. document.Amounts.Select(a => Word(a.Role))];
        ValuedCompanies = [.. document.Valuations.Select(v => document.Entities[v.Company].Name)];
        ValuationKinds = [.. document.Valuations.Select(v => Word(v.Kind))];
        DealKinds = [.. document.Deals.Select(d => Word(d.Kind))];
        DealParties = [.. document.Deals.SelectMany(d => d.Buyers.Concat(d.Targets).Concat(d.Sellers)).Distinct().Select(id => document.Entities[id].Name)];
        Sentiment = Word(document.Sentiment.Label);
        SentimentScore = (float)document.Sentiment.Score;
        Document = document.ToJson();
    }

    private static double Number(decimal? value) => value is { } number ? (double)number : double.NaN;

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
