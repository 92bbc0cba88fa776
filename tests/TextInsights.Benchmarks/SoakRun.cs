using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TextInsights.Benchmarks;

/// <summary>
/// <c>soak COUNT [CALLERS]</c>: one analyzer, many callers at once, for long, over beginnings of articles. Every second caller reads
/// batches, half of which are cancelled or left early. Every result equals that of a single thread; memory, threads and handles stay flat.
/// </summary>
internal static class SoakRun
{
    private const int Reports = 10;
    private const int Longest = 500; // characters
    private const int BatchSize = 16;

    private sealed class Counts
    {
        public long Taken, Read, Wrong, Cancelled, Left;
    }

    public static async Task<int> RunAsync(string[] args)
    {
        long count = long.Parse(args[0], CultureInfo.InvariantCulture);
        int callers = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 8;
        var analyzer = new TextAnalyzer();
        string[] texts = [.. SampleText.Articles.Select(a => a[..Math.Min(a.Length, Longest)])];
        ulong[] expected = [.. texts.Select(t => HashOf(analyzer.Analyze(t)))];
        var counts = new Counts();
        long start = Stopwatch.GetTimestamp();
        for (int part = 1; part <= Reports; part++)
        {
            long end = count * part / Reports;
            await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(
                () => caller % 2 == 0 ? ReadSingly(analyzer, texts, expected, end, counts) : ReadBatchesAsync(analyzer, texts, expected, end, counts))));
            using var process = Process.GetCurrentProcess();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{counts.Read,12:N0} documents  {Stopwatch.GetElapsedTime(start).TotalSeconds,6:N0} s  heap {GC.GetTotalMemory(forceFullCollection: true) >> 20,4} MiB  working set {process.WorkingSet64 >> 20,5} MiB  {process.Threads.Count,3} threads  {Handles()} handles  {counts.Cancelled:N0} batches cancelled, {counts.Left:N0} left early  {counts.Wrong} wrong"));
        }

        return counts.Wrong == 0 ? 0 : 1;
    }

    private static Task ReadSingly(TextAnalyzer analyzer, string[] texts, ulong[] expected, long end, Counts counts)
    {
        for (long i = Interlocked.Increment(ref counts.Taken); i < end; i = Interlocked.Increment(ref counts.Taken))
        {
            Check(analyzer.Analyze(texts[i % texts.Length]), expected[i % texts.Length], counts);
        }

        return Task.CompletedTask;
    }

    // Of four batches two are read to their end, one is cancelled somewhere, one is left.
    private static async Task ReadBatchesAsync(TextAnalyzer analyzer, string[] texts, ulong[] expected, long end, Counts counts)
    {
        var options = new BatchOptions { MaxDegreeOfParallelism = 2, MaxDocumentsAhead = 4 };
        for (long first = Interlocked.Add(ref counts.Taken, BatchSize); first < end; first = Interlocked.Add(ref counts.Taken, BatchSize))
        {
            using var stop = new CancellationTokenSource();
            int way = (int)(first / BatchSize % 4), turn = (int)(first % BatchSize);
            IAsyncEnumerable<SourceDocument> documents = Enumerable.Range(0, BatchSize)
                .Select(i => new SourceDocument(texts[(first + i) % texts.Length], ((first + i) % texts.Length).ToString(CultureInfo.InvariantCulture))).ToAsyncEnumerable();
            int read = 0;
            try
            {
                await foreach (DocumentResult result in analyzer.AnalyzeAsync(documents, options, stop.Token))
                {
                    Check(result.Document! with { Id = null }, expected[int.Parse(result.Source.Id!, CultureInfo.InvariantCulture)], counts);
                    if (read++ == turn && way == 1)
                    {
                        await stop.CancelAsync();
                    }
                    else if (read > turn && way == 2)
                    {
                        Interlocked.Increment(ref counts.Left);
                        break;
                    }
                }
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                Interlocked.Increment(ref counts.Cancelled);
            }
        }
    }

    private static void Check(AnalyzedDocument document, ulong expected, Counts counts)
    {
        Interlocked.Increment(ref counts.Read);
        if (HashOf(document) != expected)
        {
            Interlocked.Increment(ref counts.Wrong);
        }
    }

    private static ulong HashOf(AnalyzedDocument document) => BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(document.ToJson())));

    private static string Handles() => Directory.Exists("/proc/self/fd") ? Directory.GetFileSystemEntries("/proc/self/fd").Length.ToString(CultureInfo.InvariantCulture) : "?";
}
