using System.Collections.Concurrent;
using Microsoft.ML.Transforms;

namespace TextInsights.Pipelines;

/// <summary>Makes the mapping again when ML.NET loads a saved pipeline: it finds this class by its name.</summary>
[CustomMappingFactoryAttribute(Contract)]
internal sealed class FactMappingFactory : CustomMappingFactory<ArticleRow, FactRow>
{
    /// <summary>Name in saved pipelines; never to be changed.</summary>
    public const string Contract = "TextInsights.Facts";

    public override Action<ArticleRow, FactRow> GetMapping()
    {
        // Loaded with the first row, once for all threads and rows.
        var analyzers = new ConcurrentDictionary<string, Lazy<TextAnalyzer>>(StringComparer.Ordinal);
        return (article, facts) => facts.Fill(
            analyzers.GetOrAdd(article.Models, Load).Value.Analyze(article.Text ?? ""));
    }

    private static Lazy<TextAnalyzer> Load(string models) =>
        new(() => new TextAnalyzer(new TextAnalyzerOptions { ModelsDirectory = models.Length == 0 ? null : models }));
}
