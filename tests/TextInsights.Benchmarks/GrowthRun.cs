using System.Diagnostics;
using System.Globalization;

namespace TextInsights.Benchmarks;

/// <summary><c>growth</c>: time per character and stage of documents from 1 kB to 10 MB; medians.</summary>
internal static class GrowthRun
{
    private const int CharactersPerSize = 20_000_000;

    public static int Run()
    {
        var analyzer = new TextAnalyzer();
        Stage[] stages = Enum.GetValues<Stage>();
        foreach (string article in SampleText.Articles.Concat(SampleText.Articles).Concat(SampleText.Articles))
        {
            analyzer.Analyze(article);
        }

        Console.WriteLine($"| characters | MB/s | allocated bytes a character | {string.Join(" | ", stages)} (ns a character) |");
        Console.WriteLine($"|{string.Concat(Enumerable.Repeat("---|", 3 + stages.Length))}");
        foreach (int size in new[] { 1_000, 10_000, 100_000, 1_000_000, 10_000_000 })
        {
            Measure(analyzer, stages, size);
        }

        return 0;
    }

    private static void Measure(TextAnalyzer analyzer, Stage[] stages, int size)
    {
        string[] texts = [.. Enumerable.Range(0, Math.Clamp(1_000_000 / size, 1, 300)).Select(i => SampleText.OfLength(size, firstArticle: i))];
        int rounds = Math.Clamp(CharactersPerSize / (size * texts.Length), 2, 15);
        var times = new List<double>();
        var clocks = new List<StageClock>();
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        for (int round = 0; round < rounds; round++)
        {
            var clock = new StageClock();
            long start = Stopwatch.GetTimestamp();
            foreach (string text in texts)
            {
                analyzer.Analyze(text, null, clock);
            }

            times.Add(Stopwatch.GetElapsedTime(start).TotalNanoseconds);
            clocks.Add(clock);
        }

        double characters = (double)size * texts.Length;
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        string perStage = string.Join(" | ", stages.Select(s => (Median(clocks.Select(c => c[s].TotalNanoseconds)) / characters).ToString("F0", CultureInfo.InvariantCulture)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {size:N0} | {1000 * characters / Median(times):F2} | {allocated / characters / rounds:F0} | {perStage} |"));
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
