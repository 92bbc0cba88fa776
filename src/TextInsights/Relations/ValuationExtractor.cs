using System.Collections.Immutable;
using TextInsights.Features;
using TextInsights.Models;
using TextInsights.Segmentation;

namespace TextInsights.Relations;

/// <summary>Says which company is worth which amount: the roles tell that an amount is a worth, the subjects whose it is.</summary>
internal sealed class ValuationExtractor
{
    /// <summary>Name of the model's folder.</summary>
    public const string ModelName = "valuations";

    private readonly LinearModel _model;
    private readonly ImmutableArray<ValuationStatus> _statuses;

    public ValuationExtractor(LinearModel model)
    {
        _model = model;
        _statuses = [.. model.Labels.Select(label => Enum.Parse<ValuationStatus>(label, ignoreCase: true))];
    }

    public static ValuationExtractor Load(ModelFolder models) => new(LinearModel.Load(models, ModelName, ValuationFeatures.Schema));

    /// <summary>Valuations in text order, one an amount; nothing from advertisements.</summary>
    public ImmutableArray<Valuation> Extract(SegmentedText text, ImmutableArray<EntityReference> references, ImmutableArray<MonetaryAmount> amounts)
    {
        ValuationContext? context = null;
        FeatureBuffer? features = null;
        var valuations = ImmutableArray.CreateBuilder<Valuation>();
        Span<float> scores = stackalloc float[_statuses.Length];
        for (int i = 0; i < amounts.Length; i++)
        {
            if (amounts[i].Role is not (AmountRole.Valuation or AmountRole.MarketCap) || amounts[i].Subject is not { } company)
            {
                continue;
            }

            context ??= new ValuationContext(text, amounts);
            context.MoveTo(i);
            if (text.Sentences[context.Sentence].Kind == SentenceKind.Advertisement)
            {
                continue;
            }

            ValuationFeatures.Extract(context, features ??= new FeatureBuffer(ValuationFeatures.Bits));
            _model.Score(features, scores);
            ValuationStatus status = _statuses[System.Numerics.Tensors.TensorPrimitives.IndexOfMax(scores)];
            TextSpan span = text.SpanOf(text.Sentences[context.Sentence]);
            valuations.Add(new Valuation(company, i, KindOf(context, amounts[i].Role), status, span.Start, span.End, ConfidenceOf(context, references, company)));
        }

        return valuations.DrainToImmutable();
    }

    private static ValuationKind KindOf(ValuationContext context, AmountRole role) =>
        context.Has(ValuationCue.EquityValue, near: true) ? ValuationKind.EquityValue
        : context.Has(ValuationCue.EnterpriseValue, near: false) ? ValuationKind.EnterpriseValue
        : role == AmountRole.MarketCap ? ValuationKind.MarketCap
        : ValuationKind.Valuation;

    // Surest where the sentence itself names the company. The shares were right this often in cross-validation.
    private static double ConfidenceOf(ValuationContext context, ImmutableArray<EntityReference> references, int company)
    {
        SentenceRange range = context.Text.Sentences[context.Sentence];
        ReferenceKind? best = null;
        foreach (EntityReference reference in references)
        {
            if (reference.Entity == company && reference.FirstToken >= range.FirstToken && reference.FirstToken < range.EndToken && (best is null || reference.Kind < best))
            {
                best = reference.Kind;
            }
        }

        return best switch
        {
            ReferenceKind.Name => 0.85,
            ReferenceKind.Compound or ReferenceKind.Descriptor or ReferenceKind.Demonym => 0.7,
            ReferenceKind.Possessive or ReferenceKind.Pronoun => 0.6,
            _ => 0.55,
        };
    }
}
