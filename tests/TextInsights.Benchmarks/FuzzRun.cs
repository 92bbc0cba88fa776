using System.Diagnostics;
using System.Globalization;
using TextInsights.Tests.Robustness;

namespace TextInsights.Benchmarks;

/// <summary><c>fuzz COUNT [SEED]</c>: damaged articles through the public API. No exception, no broken rule, no text that takes more than linear time.</summary>
internal static class FuzzRun
{
    // What no text of a few thousand characters may take; only then is it looked at more closely.
    private static readonly TimeSpan Suspicious = TimeSpan.FromMilliseconds(100);

    private sealed class Counts
    {
        public long Inputs, Characters, Exceptions, Broken, Slow, SuperLinear;
    }

    public static int Run(string[] args)
    {
        int count = int.Parse(args[0], CultureInfo.InvariantCulture), seed = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1;
        var analyzer = new TextAnalyzer();
        foreach (string article in SampleText.Articles)
        {
            analyzer.Analyze(article); // else the just-in-time compiler is what the first texts measure
        }

        var counts = new Counts();
        long start = Stopwatch.GetTimestamp();
        int workers = Environment.ProcessorCount;
        Parallel.For(0, workers, worker =>
        {
            var mutator = new TextMutator(SampleText.Articles, seed + worker);
            for (int i = worker; i < count; i += workers)
            {
                Try(analyzer, mutator.Next(), counts);
            }
        });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{counts.Inputs:N0} inputs, {counts.Characters:N0} characters, {Stopwatch.GetElapsedTime(start).TotalSeconds:N0} s: {counts.Exceptions} exceptions, {counts.Broken} broken rules, {counts.SuperLinear} super-linear ({counts.Slow} looked at)"));
        return counts.Exceptions + counts.Broken + counts.SuperLinear == 0 ? 0 : 1;
    }

    private static void Try(TextAnalyzer analyzer, string text, Counts counts)
    {
        Interlocked.Increment(ref counts.Inputs);
        Interlocked.Add(ref counts.Characters, text.Length);
        try
        {
            long start = Stopwatch.GetTimestamp();
            AnalyzedDocument document = analyzer.Analyze(text);
            if (Stopwatch.GetElapsedTime(start) > Suspicious)
            {
                Interlocked.Increment(ref counts.Slow);
                Report(ref counts.SuperLinear, IsSuperLinear(analyzer, text) ? "super-linear" : null, text);
            }

            Report(ref counts.Broken, DocumentRules.FirstBroken(document, text), text);
        }
        catch (Exception e)
        {
            Report(ref counts.Exceptions, e.ToString(), text);
        }
    }

    // Eight times the text may take sixteen times as long; only what takes longer every time counts.
    private static bool IsSuperLinear(TextAnalyzer analyzer, string text)
    {
        string eightfold = string.Concat(Enumerable.Repeat(text, 8));
        for (int i = 0; i < 10; i++)
        {
            if (Best(analyzer, eightfold) <= 16 * Best(analyzer, text))
            {
                return false;
            }
        }

        return true;
    }

    private static TimeSpan Best(TextAnalyzer analyzer, string text)
    {
        TimeSpan best = TimeSpan.MaxValue;
        for (int i = 0; i < 3; i++)
        {
            TimeSpan start = ProcessorTime();
            analyzer.Analyze(text);
            TimeSpan time = ProcessorTime() - start;
            best = time < best ? time : best;
        }

        return best;
    }

    // Of this thread: on a busy machine long texts are interrupted more often than short ones, which looks like quadratic time.
    private static TimeSpan ProcessorTime() => File.Exists("/proc/thread-self/schedstat")
        ? TimeSpan.FromMicroseconds(long.Parse(File.ReadAllText("/proc/thread-self/schedstat").Split(' ')[0], CultureInfo.InvariantCulture) / 1000)
        : Stopwatch.GetElapsedTime(0);

    private static void Report(ref long counter, string? problem, string text)
    {
        if (problem is not null && Interlocked.Increment(ref counter) <= 5)
        {
            Console.Error.WriteLine($"{problem}\n  text: {System.Text.Json.JsonSerializer.Serialize(text)}");
        }
    }
}
