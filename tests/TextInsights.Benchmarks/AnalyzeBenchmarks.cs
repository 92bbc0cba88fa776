using System.Text;
using BenchmarkDotNet.Attributes;

namespace TextInsights.Benchmarks;

/// <summary>The whole pipeline over documents of growing size, made of the repository's own sample articles.</summary>
[MemoryDiagnoser]
public class AnalyzeBenchmarks
{
    private readonly TextAnalyzer _analyzer = new();
    private string _text = "";

    /// <summary>Least size of the document in characters.</summary>
    [Params(100, 10_000, 1_000_000)]
    public int Characters { get; set; }

    [GlobalSetup]
    public void MakeText() => _text = SampleText.OfLength(Characters);

    [Benchmark]
    public AnalyzedDocument Analyze() => _analyzer.Analyze(_text);

    [Benchmark]
    public string AnalyzeToJson() => _analyzer.Analyze(_text).ToJson();
}

/// <summary>Loading the analyzer with the models inside the package.</summary>
[MemoryDiagnoser]
public class LoadBenchmarks
{
    [Benchmark]
    public TextAnalyzer Load() => new();
}

internal static class SampleText
{
    /// <summary>Sample articles one after the other until the length is reached, cut there.</summary>
    public static string OfLength(int characters)
    {
        string[] articles = [.. Directory.GetFiles(SamplesFolder(), "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText)];
        var text = new StringBuilder();
        for (int i = 0; text.Length < characters; i++)
        {
            text.Append(articles[i % articles.Length]).Append("\n\n");
        }

        return text.ToString(0, characters);
    }

    private static string SamplesFolder()
    {
        string directory = AppContext.BaseDirectory;
        while (!Directory.Exists(Path.Combine(directory, "data", "samples")))
        {
            directory = Path.GetDirectoryName(directory) ?? throw new DirectoryNotFoundException("data/samples was not found above the benchmark.");
        }

        return Path.Combine(directory, "data", "samples");
    }
}
