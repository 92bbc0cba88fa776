using System.Collections.Frozen;
using System.Diagnostics;
using System.Text.Json;

namespace TextInsights.Telemetry;

/// <summary>What is told of one document: a span with a child per stage, and the metrics.</summary>
internal sealed class AnalysisRecord : IDisposable
{
    private static readonly Stage[] Stages = Enum.GetValues<Stage>();
    private static readonly FrozenDictionary<Stage, string> StageNames = CamelCase<Stage>();
    private static readonly FrozenDictionary<EntityType, string> EntityTypes = CamelCase<EntityType>();
    private static readonly FrozenDictionary<AmountRole, string> AmountRoles = CamelCase<AmountRole>();
    private static readonly FrozenDictionary<ValuationKind, string> ValuationKinds = CamelCase<ValuationKind>();
    private static readonly FrozenDictionary<DealKind, string> DealKinds = CamelCase<DealKind>();

    private readonly Activity? _activity;
    private bool _complete;

    private AnalysisRecord(string text)
    {
        _activity = Instruments.Activities.StartActivity("textinsights.analyze");
        _activity?.SetTag("textinsights.characters", text.Length);
    }

    public StageClock Clock { get; } = new();

    /// <summary>Begins to record; null if nobody listens.</summary>
    public static AnalysisRecord? Begin(string text) => Instruments.AreHeard ? new AnalysisRecord(text) : null;

    public void Complete(AnalyzedDocument document)
    {
        _complete = true;
        Instruments.Documents.Add(1);
        Instruments.Tokens.Add(Clock.Tokens);
        CountFacts(document);
        TimeSpan total = TimeSpan.Zero;
        foreach (Stage stage in Stages)
        {
            Instruments.StageDuration.Record(Clock[stage].TotalSeconds, Tag(Instruments.StageTag, StageNames[stage]));
            total += Clock[stage];
        }

        Instruments.DocumentDuration.Record(total.TotalSeconds);
        if (_activity is { IsAllDataRequested: true })
        {
            Describe(_activity, document);
        }
    }

    public void Dispose()
    {
        if (!_complete)
        {
            _activity?.SetStatus(ActivityStatusCode.Error);
        }

        _activity?.Dispose();
    }

    private static void CountFacts(AnalyzedDocument document)
    {
        if (!Instruments.Facts.Enabled)
        {
            return;
        }

        foreach (Entity entity in document.Entities)
        {
            Count("entity", EntityTypes[entity.Type]);
        }

        foreach (MonetaryAmount amount in document.Amounts)
        {
            Count("amount", AmountRoles[amount.Role]);
        }

        foreach (Valuation valuation in document.Valuations)
        {
            Count("valuation", ValuationKinds[valuation.Kind]);
        }

        foreach (Deal deal in document.Deals)
        {
            Count("deal", DealKinds[deal.Kind]);
        }
    }

    private static void Count(string fact, string kind) => Instruments.Facts.Add(1, Tag(Instruments.FactTag, fact), Tag(Instruments.KindTag, kind));

    // The clock knows how long each stage took, one after the other, so that their spans can be told when all is done.
    private void Describe(Activity activity, AnalyzedDocument document)
    {
        activity.SetTag("textinsights.tokens", Clock.Tokens)
            .SetTag("textinsights.sentences", document.Sentences.Length)
            .SetTag("textinsights.entities", document.Entities.Length)
            .SetTag("textinsights.amounts", document.Amounts.Length)
            .SetTag("textinsights.valuations", document.Valuations.Length)
            .SetTag("textinsights.deals", document.Deals.Length);
        DateTime start = activity.StartTimeUtc;
        foreach (Stage stage in Stages)
        {
            DateTime end = start + Clock[stage];
            using Activity? child = Instruments.Activities.StartActivity($"textinsights.{StageNames[stage]}", ActivityKind.Internal, activity.Context, startTime: start);
            child?.SetEndTime(end);
            start = end;
        }
    }

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);

    private static FrozenDictionary<T, string> CamelCase<T>()
        where T : struct, Enum => Enum.GetValues<T>().ToFrozenDictionary(v => v, v => JsonNamingPolicy.CamelCase.ConvertName(v.ToString()));
}
