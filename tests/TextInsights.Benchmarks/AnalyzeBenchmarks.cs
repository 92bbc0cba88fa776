using BenchmarkDotNet.Attributes;

namespace TextInsights.Benchmarks;

/// <summary>The whole pipeline over documents of growing size, made of the repository's own sample articles.</summary>
[MemoryDiagnoser]
public class AnalyzeBenchmarks
{
    private readonly TextAnalyzer _analyzer = new();
    private string _text = "";

    /// <summary>Least size of the document in characters.</summary>
    [Params(100, 10_000, 1_000_000, 10_000_000)]
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
