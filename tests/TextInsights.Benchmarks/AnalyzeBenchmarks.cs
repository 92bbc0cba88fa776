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

/// <summary>Many documents at once on one thread and on two.</summary>
[MemoryDiagnoser]
public class BatchBenchmarks
{
    private const int Characters = 1_000_000; // in all

    private readonly TextAnalyzer _analyzer = new();
    private SourceDocument[] _documents = [];

    /// <summary>Characters of each document.</summary>
    [Params(100, 1_000, 10_000)]
    public int Size { get; set; }

    /// <summary>Documents that are read at the same time.</summary>
    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void MakeTexts() => _documents = [.. Enumerable.Range(0, Characters / Size).Select(i => new SourceDocument(SampleText.OfLength(Size, firstArticle: i)))];

    [Benchmark]
    public async Task<int> AnalyzeAsync()
    {
        int sentences = 0;
        await foreach (DocumentResult result in _analyzer.AnalyzeAsync(_documents.ToAsyncEnumerable(), new BatchOptions { MaxDegreeOfParallelism = Threads }))
        {
            sentences += result.Document!.Sentences.Length;
        }

        return sentences;
    }
}

/// <summary>Loading the analyzer with the models inside the package.</summary>
[MemoryDiagnoser]
public class LoadBenchmarks
{
    [Benchmark]
    public TextAnalyzer Load() => new();
}
