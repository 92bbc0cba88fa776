using System.Diagnostics;

namespace TextInsights.Cli;

/// <summary>What more threads give: documents a second through <see cref="TextAnalyzerExtensions.AnalyzeAsync"/>.</summary>
/// <param name="Threads">Number of threads.</param>
/// <param name="OneThread">Documents a second on one thread.</param>
/// <param name="ManyThreads">Documents a second on <paramref name="Threads"/> threads.</param>
/// <param name="Documents">Documents of all rounds.</param>
/// <param name="FirstWorkingSet">Memory of the process after the first round, in bytes.</param>
/// <param name="LastWorkingSet">Memory of the process after the last round, in bytes.</param>
internal sealed record ParallelBenchmark(int Threads, double OneThread, double ManyThreads, long Documents, long FirstWorkingSet, long LastWorkingSet)
{
    private const int Rounds = 5;

    private static readonly TimeSpan Round = TimeSpan.FromSeconds(2);

    public static async Task<ParallelBenchmark> RunAsync(IReadOnlyList<string> texts, TextAnalyzerOptions options, int threads, CancellationToken cancellation)
    {
        var analyzer = new TextAnalyzer(options);
        await RateAsync(analyzer, texts, threads, cancellation).ConfigureAwait(false); // the just-in-time compiler's round
        double one = 0, many = 0;
        long documents = 0, first = 0;
        for (int round = 0; round < Rounds; round++)
        {
            // By turns, and the best counts: other work on the machine only ever makes a round slower.
            (double rate, long count) = await RateAsync(analyzer, texts, 1, cancellation).ConfigureAwait(false);
            (double manyRate, long manyCount) = await RateAsync(analyzer, texts, threads, cancellation).ConfigureAwait(false);
            (one, many, documents) = (Math.Max(one, rate), Math.Max(many, manyRate), documents + count + manyCount);
            first = round == 0 ? Environment.WorkingSet : first;
        }

        return new ParallelBenchmark(threads, one, many, documents, first, Environment.WorkingSet);
    }

    private static async Task<(double Rate, long Documents)> RateAsync(TextAnalyzer analyzer, IReadOnlyList<string> texts, int threads, CancellationToken cancellation)
    {
        long start = Stopwatch.GetTimestamp(), documents = 0;
        IAsyncEnumerable<SourceDocument> source = Endless(texts).TakeWhile(_ => Stopwatch.GetElapsedTime(start) < Round).ToAsyncEnumerable();
        await foreach (DocumentResult result in analyzer.AnalyzeAsync(source, new BatchOptions { MaxDegreeOfParallelism = threads }, cancellation).ConfigureAwait(false))
        {
            documents++;
        }

        return (documents / Stopwatch.GetElapsedTime(start).TotalSeconds, documents);
    }

    private static IEnumerable<SourceDocument> Endless(IReadOnlyList<string> texts)
    {
        for (int i = 0; ; i = (i + 1) % texts.Count)
        {
            yield return new SourceDocument(texts[i]);
        }
    }
}
