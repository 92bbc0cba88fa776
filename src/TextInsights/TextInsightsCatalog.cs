using Microsoft.ML;
using TextInsights.Pipelines;

namespace TextInsights;

/// <summary>Adds the facts of German articles to ML.NET pipelines.</summary>
public static class TextInsightsCatalog
{
    /// <summary>
    /// Adds columns with the facts of a text column. Lists: <c>Persons</c>, <c>Organizations</c>, <c>Locations</c>, <c>Miscellaneous</c>
    /// (names, without repetition, in text order); <c>AmountTexts</c>, <c>AmountMinimums</c>, <c>AmountMaximums</c> (double; NaN where the text
    /// gives no bound), <c>AmountCurrencies</c> (ISO 4217; empty if unknown) and <c>AmountRoles</c>, which go together;
    /// <c>ValuedCompanies</c>, <c>ValuationKinds</c>; <c>DealKinds</c>, <c>DealParties</c> (all parties of all deals). Single values:
    /// <c>Sentiment</c> (positive, neutral or negative), <c>SentimentScore</c> (-1 to 1) and <c>Document</c>, which is everything as the JSON of
    /// <see cref="AnalyzedDocument.ToJson"/>, with exact amounts. Words are spelled as in the JSON.
    /// </summary>
    /// <remarks>
    /// A saved pipeline loads in a fresh <see cref="MLContext"/> after
    /// <c>mlContext.ComponentCatalog.RegisterAssembly(typeof(TextInsightsCatalog).Assembly)</c>. It remembers the models' folder, not the models.
    /// </remarks>
    /// <param name="catalog">The catalog, as <c>mlContext.Transforms</c>.</param>
    /// <param name="inputColumnName">Name of the text column.</param>
    /// <param name="modelsDirectory">Folder of models as <c>textinsights train</c> writes it; null (the default) takes the models inside the package.</param>
    public static IEstimator<ITransformer> AnalyzeText(this TransformsCatalog catalog, string inputColumnName, string? modelsDirectory = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentException.ThrowIfNullOrEmpty(inputColumnName);
        // A custom mapping is saved by its name alone: where the models are goes through a column.
        return catalog.CopyColumns(ArticleRow.TextColumn, inputColumnName)
            .Append(catalog.Expression(ArticleRow.ModelsColumn, $"text => {Quote(modelsDirectory ?? "")}", ArticleRow.TextColumn))
            .Append(catalog.CustomMapping(new FactMappingFactory().GetMapping(), FactMappingFactory.Contract))
            .Append(catalog.DropColumns(ArticleRow.TextColumn, ArticleRow.ModelsColumn));
    }

    private static string Quote(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
