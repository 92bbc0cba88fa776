namespace TextInsights;

/// <summary>Names under which analyzers report; they measure nothing, and it costs nothing, unless somebody listens.</summary>
/// <remarks>
/// Metrics: <c>textinsights.documents</c>, <c>textinsights.tokens</c>, <c>textinsights.facts</c> (tags <c>textinsights.fact</c>: entity,
/// amount, valuation or deal, and <c>textinsights.kind</c>: its type, role or kind as JSON has it),
/// <c>textinsights.document.duration</c> and <c>textinsights.stage.duration</c> (seconds; tag <c>textinsights.stage</c>), and
/// <c>textinsights.model.loads</c> (tag <c>textinsights.outcome</c>: success or failure). Traces: a span <c>textinsights.analyze</c> per
/// document with a child span per stage. Texts and names never become part of a metric or a span.
/// </remarks>
public static class TextInsightsTelemetry
{
    /// <summary>Name of the <see cref="System.Diagnostics.Metrics.Meter"/>.</summary>
    public const string MeterName = "TextInsights";

    /// <summary>Name of the <see cref="System.Diagnostics.ActivitySource"/>.</summary>
    public const string ActivitySourceName = "TextInsights";
}
