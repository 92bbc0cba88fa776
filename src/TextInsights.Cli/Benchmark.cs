using System.Diagnostics;
using TextInsights.Segmentation;

namespace TextInsights.Cli;

/// <summary>Speed of the analyzer on one thread, warm.</summary>
/// <param name="Documents">Number of documents.</param>
/// <param name="Tokens">Tokens in all documents.</param>
/// <param name="Bytes">Bytes of all texts in UTF-8.</param>
/// <param name="Rounds">Measured rounds over all documents.</param>
/// <param name="Load">Time to load the models in this process, the just-in-time compiler included.</param>
/// <param name="Total">Median time of a round.</param>
/// <param name="Stages">Median time of a round in each stage.</param>
/// <param name="PeakWorkingSet">Most memory the process had, in bytes.</param>
internal sealed record Benchmark(
    int Documents, long Tokens, long Bytes, int Rounds, TimeSpan Load, TimeSpan Total, IReadOnlyDictionary<Stage, TimeSpan> Stages, long PeakWorkingSet)
{
    private const int LeastRounds = 5;

    // Enough for the just-in-time compiler to reach its best code.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(5);

    public static Benchmark Run(IReadOnlyList<string> texts, TextAnalyzerOptions options, CancellationToken cancellation)
    {
        long start = Stopwatch.GetTimestamp();
        var analyzer = new TextAnalyzer(options);
        TimeSpan load = Stopwatch.GetElapsedTime(start);

        Repeat(WarmUp, () => Round(analyzer, texts, new StageClock(), cancellation));
        var totals = new List<TimeSpan>();
        var clocks = new List<StageClock>();
        Repeat(Measured, () =>
        {
            var clock = new StageClock();
            totals.Add(Round(analyzer, texts, clock, cancellation));
            clocks.Add(clock);
        });
        using var process = Process.GetCurrentProcess();
        return new Benchmark(
            texts.Count,
            texts.Sum(t => (long)GermanTokenizer.Tokenize(t).Tokens.Length),
            texts.Sum(t => (long)System.Text.Encoding.UTF8.GetByteCount(t)),
            totals.Count,
            load,
            Median(totals),
            Enum.GetValues<Stage>().ToDictionary(s => s, s => Median(clocks.Select(c => c[s]))),
            process.PeakWorkingSet64);
    }

    private static void Repeat(TimeSpan least, Action round)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < LeastRounds || Stopwatch.GetElapsedTime(start) < least; i++)
        {
            round();
        }
    }

    private static TimeSpan Round(TextAnalyzer analyzer, IReadOnlyList<string> texts, StageClock clock, CancellationToken cancellation)
    {
        long start = Stopwatch.GetTimestamp();
        foreach (string text in texts)
        {
            cancellation.ThrowIfCancellationRequested();
            analyzer.Analyze(text, null, clock);
        }

        return Stopwatch.GetElapsedTime(start);
    }

    private static TimeSpan Median(IEnumerable<TimeSpan> times)
    {
        TimeSpan[] sorted = [.. times.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
