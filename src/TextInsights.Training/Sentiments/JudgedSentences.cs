using System.Collections.Immutable;
using System.Globalization;
using TextInsights.Lexicons;

namespace TextInsights.Training;

/// <summary>Judgements of single sentences, from <c>sentences.tsv</c> beside the articles: by document and offset of the sentence.</summary>
internal static class JudgedSentences
{
    /// <summary>The judgements; empty if there is no such file.</summary>
    public static ImmutableDictionary<string, ImmutableDictionary<int, SentimentLabel>> Read(TrainingInput input)
    {
        string path = Path.Combine(Directory.Exists(input.DataPath) ? input.DataPath : Path.GetDirectoryName(input.DataPath) ?? "", "sentences.tsv");
        if (!File.Exists(path))
        {
            return ImmutableDictionary<string, ImmutableDictionary<int, SentimentLabel>>.Empty;
        }

        using var reader = new StreamReader(path);
        return TsvTable.Parse(path, reader).Rows
            .GroupBy(row => row["id"])
            .ToImmutableDictionary(g => g.Key, g => g.ToImmutableDictionary(
                row => int.Parse(row["start"], CultureInfo.InvariantCulture), row => Enum.Parse<SentimentLabel>(row["sentiment"], ignoreCase: true)));
    }
}
