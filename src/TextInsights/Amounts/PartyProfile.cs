using System.Collections.Immutable;
using TextInsights.Features;
using TextInsights.Models;

namespace TextInsights.Amounts;

/// <summary>How likely each entity is bought, sells or buys, by all places of a text together: prices are about what is bought, and a deal is told more than once.</summary>
internal sealed class PartyProfile
{
    /// <summary>Classes of the model; the first is none of the others.</summary>
    public static readonly ImmutableArray<string> Labels = ["none", "target", "seller", "buyer"];

    private readonly float[] _shares;

    public PartyProfile(SubjectContext context, LinearModel model)
    {
        _shares = new float[context.EntityCount * Labels.Length];
        var features = new FeatureBuffer(PartyFeatures.Bits);
        for (int entity = 0; entity < context.EntityCount; entity++)
        {
            Span<float> shares = _shares.AsSpan(entity * Labels.Length, Labels.Length);
            if (context.CountOf(entity) > 0)
            {
                PartyFeatures.Extract(context, entity, features);
                model.Probabilities(features, shares);
            }
        }
    }

    /// <summary>How likely an entity is of a class, from 0 to 1; 0 of nobody.</summary>
    public float Of(int entity, int label) => entity < 0 ? 0 : _shares[(entity * Labels.Length) + label];
}
