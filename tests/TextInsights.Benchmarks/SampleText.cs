using System.Text;
using System.Text.Json;
using TextInsights.Tests.Conventions;

namespace TextInsights.Benchmarks;

/// <summary>The repository's own training articles.</summary>
internal static class SampleText
{
    public static IReadOnlyList<string> Articles { get; } =
        [.. File.ReadLines(Repository.PathOf("data", "articles", "train.jsonl")).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()!)];

    /// <summary>Articles one after the other until the length is reached, cut there.</summary>
    public static string OfLength(int characters, int firstArticle = 0)
    {
        var text = new StringBuilder();
        for (int i = firstArticle; text.Length < characters; i++)
        {
            text.Append(Articles[i % Articles.Count]).Append("\n\n");
        }

        return text.ToString(0, characters);
    }
}
