using System.Diagnostics;

namespace TextInsights;

/// <summary>A stage of <see cref="TextAnalyzer.Analyze(string, string?)"/>, in order.</summary>
internal enum Stage
{
    Tokenizer,
    SentenceSplitter,
    AdvertisementClassifier,
    AmountRecognizer,
    EntityRecognizer,
    EntityResolver,
    ReferenceResolver,
    RoleClassifier,
    ValuationExtractor,
    DealExtractor,
    SentimentClassifier,
    Assembly,
}

/// <summary>Adds up how long each stage took; for one thread.</summary>
internal sealed class StageClock
{
    private readonly long[] _ticks = new long[Enum.GetValues<Stage>().Length];
    private long _last = Stopwatch.GetTimestamp();

    /// <summary>Time that a stage took so far.</summary>
    public TimeSpan this[Stage stage] => Stopwatch.GetElapsedTime(0, _ticks[(int)stage]);

    /// <summary>Tokens that were read so far.</summary>
    public long Tokens { get; private set; }

    /// <summary>Notes how many tokens a document has.</summary>
    public void Count(int tokens) => Tokens += tokens;

    /// <summary>What comes next is timed from now on.</summary>
    public void Start() => _last = Stopwatch.GetTimestamp();

    public void Lap(Stage stage)
    {
        long now = Stopwatch.GetTimestamp();
        _ticks[(int)stage] += now - _last;
        _last = now;
    }
}

internal static class StageClockExtensions
{
    /// <summary>Books the time since the last lap to the stage that has just returned <paramref name="result"/>; costs nothing without a clock.</summary>
    public static T Lap<T>(this StageClock? clock, Stage stage, T result)
    {
        clock?.Lap(stage);
        return result;
    }
}
