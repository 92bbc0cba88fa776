using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TextInsights.Telemetry;

/// <summary>What listeners of <see cref="TextInsightsTelemetry"/> listen to.</summary>
internal static class Instruments
{
    public const string FactTag = "textinsights.fact";
    public const string KindTag = "textinsights.kind";
    public const string StageTag = "textinsights.stage";
    public const string OutcomeTag = "textinsights.outcome";

    // Articles take between a tenth of a millisecond and some seconds; the usual bounds begin at 5 ms.
    private static readonly InstrumentAdvice<double> Durations = new()
    {
        HistogramBucketBoundaries = [0.00001, 0.0001, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    };

    private static readonly string? Version = typeof(Instruments).Assembly.GetName().Version?.ToString(3);

    private static readonly Meter Meter = new(TextInsightsTelemetry.MeterName, Version);

    public static ActivitySource Activities { get; } = new(TextInsightsTelemetry.ActivitySourceName, Version);

    public static Counter<long> Documents { get; } = Meter.CreateCounter<long>("textinsights.documents", "{document}", "Documents read.");

    public static Counter<long> Tokens { get; } = Meter.CreateCounter<long>("textinsights.tokens", "{token}", "Tokens read.");

    public static Counter<long> Facts { get; } = Meter.CreateCounter<long>("textinsights.facts", "{fact}", "Facts found.");

    public static Counter<long> ModelLoads { get; } = Meter.CreateCounter<long>("textinsights.model.loads", "{load}", "Attempts to load a set of models.");

    public static Histogram<double> DocumentDuration { get; } =
        Meter.CreateHistogram("textinsights.document.duration", "s", "Time to read a document.", tags: null, Durations);

    public static Histogram<double> StageDuration { get; } =
        Meter.CreateHistogram("textinsights.stage.duration", "s", "Time that a stage took to read a document.", tags: null, Durations);

    /// <summary>Whether anybody listens to what is told of documents.</summary>
    public static bool AreHeard =>
        Activities.HasListeners() || Documents.Enabled || Tokens.Enabled || Facts.Enabled || DocumentDuration.Enabled || StageDuration.Enabled;
}
