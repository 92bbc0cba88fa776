using System.Globalization;
using Spectre.Console;
using TextInsights.Rendering;

namespace TextInsights.Cli.Rendering;

/// <summary>Shows a benchmark to people.</summary>
internal static class BenchmarkView
{
    /// <summary>What more threads give, as lines.</summary>
    public static void Show(TextWriter output, ParallelBenchmark benchmark)
    {
        output.WriteLine($"1 thread   {Number(benchmark.OneThread),10} documents a second");
        output.WriteLine($"{benchmark.Threads} threads  {Number(benchmark.ManyThreads),10} documents a second, {Number(benchmark.ManyThreads / benchmark.OneThread, "0.00")} times one");
        output.WriteLine($"memory     {Number(benchmark.FirstWorkingSet / 1e6),10} MB after the first round, {Number(benchmark.LastWorkingSet / 1e6)} MB after {Number(benchmark.Documents)} documents");
    }

    public static void Show(IAnsiConsole console, Benchmark benchmark)
    {
        console.WriteLine(
            $"{Number(benchmark.Documents)} documents, {Number(benchmark.Tokens)} tokens, {Number(benchmark.Bytes / 1e6, "0.000")} MB; median of {benchmark.Rounds} rounds on one thread");
        console.WriteLine($"Load time    {Number(benchmark.Load.TotalMilliseconds)} ms");
        console.WriteLine($"Peak memory  {Number(benchmark.PeakWorkingSet / 1e6)} MB");
        var table = new Table().Border(TableBorder.Rounded).AddColumn("Stage");
        foreach (string title in new[] { "µs/token", "Share", "tokens/s", "MB/s" })
        {
            table.AddColumn(new TableColumn(title).RightAligned());
        }

        foreach ((Stage stage, TimeSpan time) in benchmark.Stages)
        {
            table.AddRow(Row(Words.Of(stage), time, benchmark));
        }

        table.AddEmptyRow();
        table.AddRow(Row("total", benchmark.Total, benchmark));
        console.Write(table);
    }

    private static string[] Row(string name, TimeSpan time, Benchmark benchmark)
    {
        double seconds = time.TotalSeconds, perToken = 1e6 * seconds / Math.Max(1, benchmark.Tokens);
        bool measurable = perToken >= 0.001;
        return
        [
            name,
            Number(perToken, "0.000"),
            Number(100 * seconds / benchmark.Total.TotalSeconds, "0.0") + " %",
            measurable ? Number(benchmark.Tokens / seconds) : "–",
            measurable ? Number(benchmark.Bytes / seconds / 1e6, "0.00") : "–",
        ];
    }

    private static string Number(double value, string format = "#,##0") => value.ToString(format, CultureInfo.InvariantCulture);
}
