using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TextInsights.Benchmarks;

/// <summary><c>soak COUNT [CALLERS]</c>: one analyzer, many callers at once, for long, over beginnings of articles. Every result equals that of a single thread; memory and handles stay flat.</summary>
internal static class SoakRun
{
    private const int Reports = 10;
    private const int Longest = 500; // characters

    public static int Run(string[] args)
    {
        int count = int.Parse(args[0], CultureInfo.InvariantCulture), callers = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 8;
        var analyzer = new TextAnalyzer();
        string[] texts = [.. SampleText.Articles.Select(a => a[..Math.Min(a.Length, Longest)])];
        ulong[] expected = [.. texts.Select(t => HashOf(analyzer, t))];
        long wrong = 0;
        long start = Stopwatch.GetTimestamp();
        for (int part = 0, next = -1; part < Reports; part++)
        {
            int end = (int)((long)count * (part + 1) / Reports);
            Thread[] threads = [.. Enumerable.Range(0, callers).Select(_ => new Thread(() =>
            {
                for (int i = Interlocked.Increment(ref next); i < end; i = Interlocked.Increment(ref next))
                {
                    int text = i % texts.Length;
                    if (HashOf(analyzer, texts[text]) != expected[text])
                    {
                        Interlocked.Increment(ref wrong);
                    }
                }
            }))];
            Array.ForEach(threads, t => t.Start());
            Array.ForEach(threads, t => t.Join());
            next = end - 1;
            using var process = Process.GetCurrentProcess();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{end,12:N0} documents  {Stopwatch.GetElapsedTime(start).TotalSeconds,6:N0} s  heap {GC.GetTotalMemory(forceFullCollection: true) >> 20,4} MiB  working set {process.WorkingSet64 >> 20,5} MiB  {Handles()} handles  {wrong} wrong"));
        }

        return wrong == 0 ? 0 : 1;
    }

    private static ulong HashOf(TextAnalyzer analyzer, string text) => BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(analyzer.Analyze(text).ToJson())));

    private static string Handles() => Directory.Exists("/proc/self/fd") ? Directory.GetFileSystemEntries("/proc/self/fd").Length.ToString(CultureInfo.InvariantCulture) : "?";
}
