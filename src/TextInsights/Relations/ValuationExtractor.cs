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

    private const int Reach = 50; // tokens on either side, in a very long sentence

    private readonly LinearModel _model;
    private readonly ImmutableArray<ValuationStatus> _statuses;

    public ValuationExtractor(LinearModel model)
    {
        _model = model;
        _statuses = model.LabelsAs<ValuationStatus>(ModelName);
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
            ValuationStatus status = StatusOf(context, _statuses[System.Numerics.Tensors.TensorPrimitives.IndexOfMax(scores)]);
            TextSpan span = text.SpanOf(text.Sentences[context.Sentence]);
            valuations.Add(new Valuation(company, i, KindOf(context, amounts[i].Role), status, span.Start, span.End, ConfidenceOf(context, references, company)));
        }

        return WithoutRepetition(text, amounts, valuations);
    }

    // A title says what the text says again: the body's sentence is the better evidence.
    private static ImmutableArray<Valuation> WithoutRepetition(SegmentedText text, ImmutableArray<MonetaryAmount> amounts, ImmutableArray<Valuation>.Builder valuations)
    {
        var said = new HashSet<(int, Currency?, decimal?, decimal?)>();
        for (int pass = 0; pass < 2; pass++)
        {
            for (int i = 0; i < valuations.Count; i++)
            {
                MonetaryAmount amount = amounts[valuations[i].Amount];
                bool heading = text.Sentences[text.SentenceOf(text.TokenAt(amount.Start))].Kind == SentenceKind.Heading;
                if (heading == (pass == 1) && !said.Add((valuations[i].Company, amount.Currency, amount.Minimum, amount.Maximum)))
                {
                    valuations.RemoveAt(i--);
                }
            }
        }

        return valuations.DrainToImmutable();
    }

    // "…, die das Unternehmen mit 830 Milliarden Euro bewerten soll": where no word speaks of hearsay and one of a plan, it is a plan.
    private static ValuationStatus StatusOf(ValuationContext context, ValuationStatus likeliest) =>
        likeliest == ValuationStatus.Rumoured && context.Has(ValuationCue.Planned, near: true) && !context.Has(ValuationCue.Rumoured, near: false)
            ? ValuationStatus.Planned
            : likeliest;

    private static ValuationKind KindOf(ValuationContext context, AmountRole role) =>
        context.Has(ValuationCue.EquityValue, near: true) ? ValuationKind.EquityValue
        : context.Has(ValuationCue.EnterpriseValue, near: false) ? ValuationKind.EnterpriseValue
        : role == AmountRole.MarketCap ? ValuationKind.MarketCap
        : ValuationKind.Valuation;

    // Surer where the sentence itself speaks of the company. The shares were right this often in cross-validation.
    private static double ConfidenceOf(ValuationContext context, ImmutableArray<EntityReference> references, int company)
    {
        SentenceRange range = context.Text.Sentences[context.Sentence];
        int end = LowerBound.Of(references.AsSpan(), r => r.FirstToken, Math.Min(range.EndToken, context.End + Reach));
        for (int i = LowerBound.Of(references.AsSpan(), r => r.FirstToken, Math.Max(range.FirstToken, context.First - Reach)); i < end; i++)
        {
            if (references[i].Entity == company)
            {
                return 0.79;
            }
        }

        return 0.64;
    }
}
