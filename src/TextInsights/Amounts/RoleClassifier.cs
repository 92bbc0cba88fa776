using System.Collections.Immutable;
using TextInsights.Features;
using TextInsights.Models;
using TextInsights.Relations;
using TextInsights.Segmentation;

namespace TextInsights.Amounts;

/// <summary>Decides what each amount is (role) and which entity it is about (subject).</summary>
internal sealed class RoleClassifier
{
    /// <summary>Name of the model's folder.</summary>
    public const string ModelName = "roles";

    private readonly LinearModel _model;
    private readonly WordTable _words;
    private readonly SubjectResolver? _subjects;
    private readonly ImmutableArray<AmountRole> _roles;

    /// <summary>Makes a classifier; without <paramref name="subjects"/>, amounts keep no subject.</summary>
    public RoleClassifier(LinearModel model, WordTable words, SubjectResolver? subjects = null)
    {
        _model = model;
        _words = words;
        _subjects = subjects;
        _roles = model.LabelsAs<AmountRole>(ModelName);
    }

    /// <summary>Loads the models; <paramref name="words"/> are those of the same folder.</summary>
    public static RoleClassifier Load(ModelFolder models, WordTable words) =>
        new(LinearModel.Load(models, ModelName, RoleFeatures.Schema), words, SubjectResolver.Load(models));

    /// <summary>Loads the models and the words.</summary>
    public static RoleClassifier Load(ModelFolder models) => Load(models, WordTable.Load(models));

    /// <summary>The amounts in text order with role and subject; each role helps to tell the next.</summary>
    public ImmutableArray<MonetaryAmount> Classify(
        SegmentedText text, ImmutableArray<Entity> entities, ImmutableArray<EntityReference> references, ImmutableArray<RecognizedAmount> amounts)
    {
        if (amounts.IsEmpty)
        {
            return [];
        }

        var context = new RoleContext(text, entities, amounts, _words);
        var features = new FeatureBuffer(RoleFeatures.Bits);
        Span<float> scores = stackalloc float[_roles.Length];
        var classified = ImmutableArray.CreateBuilder<MonetaryAmount>(amounts.Length);
        var roles = new AmountRole[amounts.Length];
        for (int i = 0; i < amounts.Length; i++)
        {
            RoleFeatures.Extract(context, i, roles.AsSpan(0, i), features);
            _model.Score(features, scores);
            Prefer(text, amounts[i], scores);
            AmountRole role = _roles[System.Numerics.Tensors.TensorPrimitives.IndexOfMax(scores)];
            RecognizedAmount a = amounts[i];
            classified.Add(new MonetaryAmount(i, a.Span.Start, a.Span.End, a.Span.Of(text.Text).ToString(), a.Currency, a.CurrencyAssumed,
                a.Minimum, a.Maximum, a.Qualifier, role, a.Rate, null, a.Confidence));
            roles[i] = role;
        }

        ImmutableArray<MonetaryAmount> withRoles = classified.MoveToImmutable();
        return _subjects?.Resolve(text, entities, references, withRoles) ?? withRoles;
    }

    // "… ist 30 Millionen Euro wert" is a company's worth by nearly every author; the model divides that between two roles.
    private void Prefer(SegmentedText text, RecognizedAmount amount, Span<float> scores)
    {
        SentenceRange sentence = text.Sentences[text.SentenceOf(amount.FirstToken)];
        float bonus = WorthPatterns.Of(text, sentence, amount.FirstToken, amount.EndToken) switch
        {
            WorthPattern.None => 0,
            WorthPattern.Estimated => 1,
            _ => 2,
        };
        for (int i = 0; i < scores.Length; i++)
        {
            scores[i] += _roles[i] is AmountRole.Valuation or AmountRole.MarketCap ? bonus : 0;
        }
    }
}
