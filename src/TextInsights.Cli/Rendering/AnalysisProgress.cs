using System.Diagnostics;
using System.Globalization;

namespace TextInsights.Cli.Rendering;

/// <summary>Shows on a terminal how far a run is; silent elsewhere. Messages go through it, so that they do not end up in the bar.</summary>
internal sealed class AnalysisProgress : IDisposable
{
    private const int BarWidth = 24;
    private const string ClearLine = "\r\e[K";

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.2);

    private readonly Lock _lock = new();
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly TextWriter _error;
    private readonly long _total;
    private readonly Timer? _timer;
    private long _documents;
    private long _bytes;

    /// <summary>Begins to show progress.</summary>
    /// <param name="error">Where to: standard error.</param>
    /// <param name="isShown">Whether somebody looks: standard error is a terminal, and results do not go to it.</param>
    /// <param name="total">Bytes of all input; 0 if nobody knows.</param>
    public AnalysisProgress(TextWriter error, bool isShown, long total)
    {
        _error = error;
        _total = total;
        _timer = isShown ? new Timer(_ => Show(), null, Interval, Interval) : null;
    }

    /// <summary>Counts a document.</summary>
    public void Add(long bytes)
    {
        Interlocked.Increment(ref _documents);
        Interlocked.Add(ref _bytes, bytes);
    }

    /// <summary>Writes a line above the bar.</summary>
    public void Complain(string message)
    {
        lock (_lock)
        {
            _error.WriteLine((_timer is null ? "" : ClearLine) + message);
        }
    }

    public void Dispose()
    {
        if (_timer is not null)
        {
            _timer.Dispose();
            lock (_lock)
            {
                _error.Write(ClearLine);
                _error.WriteLine($"{Number(_documents)} documents in {Time(_watch.Elapsed)}, {Rate(_documents, _watch.Elapsed)}");
            }
        }
    }

    /// <summary>The bar as one line: share, count, rate and time left, as far as they are known.</summary>
    public static string Line(long documents, long bytes, long total, TimeSpan elapsed)
    {
        string counts = $"{Number(documents)} documents, {Rate(documents, elapsed)}";
        if (total <= 0 || bytes <= 0)
        {
            return counts;
        }

        double share = Math.Min(1, (double)bytes / total);
        int filled = (int)(share * BarWidth);
        return $"[{new string('#', filled)}{new string('.', BarWidth - filled)}] {(share * 100).ToString("0", CultureInfo.InvariantCulture),3} %  {counts}, {Time(elapsed / share * (1 - share))} left";
    }

    private void Show()
    {
        lock (_lock)
        {
            string line = Line(Interlocked.Read(ref _documents), Interlocked.Read(ref _bytes), _total, _watch.Elapsed);
            _error.Write(ClearLine + line[..Math.Min(line.Length, Math.Max(0, Width() - 1))]);
        }
    }

    private static int Width()
    {
        try
        {
            return Console.WindowWidth is > 0 and int width ? width : 80;
        }
        catch (IOException)
        {
            return 80;
        }
    }

    private static string Number(long value) => value.ToString("#,##0", CultureInfo.InvariantCulture);

    private static string Rate(long documents, TimeSpan elapsed) =>
        $"{(documents / Math.Max(elapsed.TotalSeconds, 0.001)).ToString("#,##0", CultureInfo.InvariantCulture)} a second";

    private static string Time(TimeSpan time) => time.ToString(time.TotalHours >= 1 ? @"h\:mm\:ss" : @"m\:ss", CultureInfo.InvariantCulture);
}
