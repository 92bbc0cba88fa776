using System.Globalization;
using TextInsights.Tests.Conventions;
using TextInsights.Training;

namespace TextInsights.Tests;

/// <summary>The same text gives the same bytes, whoever asks.</summary>
[Collection(nameof(SharedAnalyzer))]
public class DeterminismTests(SharedAnalyzer shared)
{
    private static readonly string[] Texts =
        [.. AnnotatedCorpus.Read(Repository.PathOf("data", "articles", "dev.jsonl")).Take(16).Select(d => d.Text)];

    [Fact]
    public void Eight_threads_at_once_get_what_one_gets()
    {
        string[] expected = [.. Texts.Select(Json)];
        string[][] results = new string[8][];
        Thread[] threads = [.. Enumerable.Range(0, 8).Select(t => new Thread(() => results[t] = [.. Texts.Select(Json)]))];
        Array.ForEach(threads, t => t.Start());
        Array.ForEach(threads, t => t.Join());
        results.Should().AllSatisfy(result => result.Should().Equal(expected));
    }

    [Theory]
    [InlineData(1, 16)]
    [InlineData(2, 16)]
    [InlineData(8, 16)]
    [InlineData(8, 5)]
    [InlineData(2, 1)]
    public async Task Batches_of_any_size_on_any_number_of_threads_give_what_single_calls_give(int threads, int size)
    {
        var results = new List<string>();
        foreach (string[] batch in Texts.Chunk(size))
        {
            IAsyncEnumerable<SourceDocument> documents = batch.Select(text => new SourceDocument(text)).ToAsyncEnumerable();
            await foreach (DocumentResult result in shared.Analyzer.AnalyzeAsync(documents, new BatchOptions { MaxDegreeOfParallelism = threads }))
            {
                results.Add(result.Document!.ToJson());
            }
        }

        results.Should().Equal(Texts.Select(Json));
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-CH")]
    [InlineData("ar-SA")]
    public void The_culture_of_the_caller_changes_nothing(string culture)
    {
        string[] expected = [.. Texts.Select(Json)];
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            Texts.Select(Json).Should().Equal(expected);
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void A_second_analyzer_gives_the_same()
    {
        var second = new TextAnalyzer();
        Texts.Select(text => second.Analyze(text).ToJson()).Should().Equal(Texts.Select(Json));
    }

    private string Json(string text) => shared.Analyzer.Analyze(text).ToJson();
}
