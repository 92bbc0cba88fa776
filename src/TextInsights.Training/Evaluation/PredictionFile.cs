using System.Text.Json;

namespace TextInsights.Training;

/// <summary>Reads results that <c>textinsights analyze</c> or another system wrote, one document a line.</summary>
public static class PredictionFile
{
    /// <summary>Reads all results of a file by their id; blank lines are skipped.</summary>
    /// <param name="path">A <c>.jsonl</c> file in UTF-8.</param>
    /// <exception cref="CorpusException">Lines are broken; every one is listed with file and line.</exception>
    /// <exception cref="IOException">The file is missing or unreadable.</exception>
    public static IReadOnlyDictionary<string, AnalyzedDocument> Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var documents = new Dictionary<string, AnalyzedDocument>(StringComparer.Ordinal);
        var problems = new List<CorpusProblem>();
        foreach ((int index, string line) in File.ReadLines(path).Index())
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            try
            {
                AnalyzedDocument document = AnalyzedDocument.FromJson(line);
                if (document.Id is null)
                {
                    problems.Add(new CorpusProblem(path, index + 1, "id", "missing."));
                }
                else if (!documents.TryAdd(document.Id, document))
                {
                    problems.Add(new CorpusProblem(path, index + 1, "id", $"'{document.Id}' stands in an earlier line, too."));
                }
            }
            catch (JsonException e)
            {
                problems.Add(new CorpusProblem(path, index + 1, e.Path is { Length: > 2 } field ? field[2..] : "", $"no result of an analysis: {e.Message}"));
            }
        }

        return problems.Count == 0 ? documents : throw new CorpusException([.. problems]);
    }
}
