using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace TextInsights.Tests.Telemetry;

/// <summary>Listeners hear everything in the process, so these tests run alone.</summary>
[CollectionDefinition(nameof(TelemetryTests), DisableParallelization = true)]
[Collection(nameof(TelemetryTests))]
public class TelemetryTests
{
    private const string Text = "NVIDIA investiert rund 30 Milliarden Euro in OpenAI. OpenAI wird dabei mit etwa 830 Milliarden Euro bewertet.";

    private static readonly TextAnalyzer Analyzer = new();

    [Fact]
    public void OpenTelemetry_gets_documents_tokens_facts_by_kind_and_durations_by_stage()
    {
        var exported = new List<Metric>();
        AnalyzedDocument document;
        using (MeterProvider provider = Sdk.CreateMeterProviderBuilder().AddMeter(TextInsightsTelemetry.MeterName).AddInMemoryExporter(exported).Build())
        {
            document = Analyzer.Analyze(Text);
            Analyzer.Analyze(Text);
        }

        Sum(exported, "textinsights.documents").Should().Be(2);
        Sum(exported, "textinsights.tokens").Should().BeGreaterThan(2 * 10);
        Dictionary<string, long> facts = Points(exported, "textinsights.facts").ToDictionary(p => $"{Tag(p, "textinsights.fact")} {Tag(p, "textinsights.kind")}", p => p.GetSumLong());
        facts["entity organization"].Should().Be(2 * document.Entities.Count(e => e.Type == EntityType.Organization));
        facts["amount valuation"].Should().Be(2 * document.Amounts.Count(a => a.Role == AmountRole.Valuation)).And.BePositive();
        facts.Keys.Should().ContainMatch("valuation *");
        MetricPoint[] stages = Points(exported, "textinsights.stage.duration");
        stages.Select(p => Tag(p, "textinsights.stage")).Should().BeEquivalentTo(
            "tokenizer", "sentenceSplitter", "advertisementClassifier", "entityRecognizer", "entityResolver", "referenceResolver", "amountRecognizer",
            "roleClassifier", "valuationExtractor", "dealExtractor", "sentimentClassifier", "assembly");
        stages.Should().AllSatisfy(p => p.GetHistogramCount().Should().Be(2));
        Points(exported, "textinsights.document.duration").Single().GetHistogramSum().Should().BeApproximately(stages.Sum(p => p.GetHistogramSum()), 1e-9);
    }

    [Fact]
    public void OpenTelemetry_gets_a_span_per_document_with_a_child_per_stage_and_no_text()
    {
        var spans = new List<Activity>();
        using (TracerProvider provider = Sdk.CreateTracerProviderBuilder().AddSource(TextInsightsTelemetry.ActivitySourceName).AddInMemoryExporter(spans).Build())
        {
            Analyzer.Analyze(Text, "geheim");
        }

        Activity document = spans.Single(s => s.DisplayName == "textinsights.analyze");
        document.GetTagItem("textinsights.characters").Should().Be(Text.Length);
        document.GetTagItem("textinsights.valuations").Should().Be(1);
        document.Status.Should().Be(ActivityStatusCode.Unset);
        Activity[] stages = [.. spans.Where(s => s.ParentSpanId == document.SpanId)];
        stages.Should().HaveCount(12).And.OnlyContain(s => s.TraceId == document.TraceId && s.StartTimeUtc >= document.StartTimeUtc);
        stages.Select(s => s.DisplayName).Should().StartWith(["textinsights.tokenizer", "textinsights.sentenceSplitter"]);
        stages.Zip(stages.Skip(1)).Should().OnlyContain(pair => pair.First.StartTimeUtc + pair.First.Duration == pair.Second.StartTimeUtc);
        spans.SelectMany(s => s.TagObjects).Select(t => $"{t.Value}").Should().NotContainMatch("*NVIDIA*").And.NotContain("geheim");
        Activity.Current.Should().BeNull();
    }

    [Fact]
    public void Without_a_listener_nothing_is_allocated_for_it()
    {
        long Allocated(Action work)
        {
            work(); // the first call may set up caches
            long before = GC.GetAllocatedBytesForCurrentThread();
            work();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Allocated(() => Analyzer.Analyze(Text)).Should().Be(Allocated(() => Analyzer.Analyze(Text, null, clock: null)));
    }

    private static MetricPoint[] Points(List<Metric> metrics, string name)
    {
        var points = new List<MetricPoint>();
        foreach (ref readonly MetricPoint point in metrics.Single(m => m.Name == name).GetMetricPoints())
        {
            points.Add(point);
        }

        return [.. points];
    }

    private static long Sum(List<Metric> metrics, string name) => Points(metrics, name).Sum(p => p.GetSumLong());

    private static string? Tag(MetricPoint point, string name)
    {
        foreach (KeyValuePair<string, object?> tag in point.Tags)
        {
            if (tag.Key == name)
            {
                return (string?)tag.Value;
            }
        }

        return null;
    }
}
