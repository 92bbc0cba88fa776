using System.Collections.Immutable;
using TextInsights.Entities;

namespace TextInsights.Training;

/// <summary>What "outside" may mean in a corpus: corpora differ in the types and variants they annotate.</summary>
/// <param name="Outside">Classes that a token without annotation may have, a bit each.</param>
/// <param name="OutsideCompound">The same for compounds with a hyphen.</param>
internal readonly record struct EntityGuideline(ushort Outside, ushort OutsideCompound)
{
    private const ushort Derived = (1 << EntityLabels.DerivedLocation) | (1 << EntityLabels.DerivedPerson) | (1 << EntityLabels.DerivedOther);

    /// <summary>Reads off the documents what they annotate.</summary>
    public static EntityGuideline Of(IEnumerable<AnnotatedDocument> documents, bool othersAnnotateMore)
    {
        ushort outside = 1 << EntityLabels.Outside, compound = outside;
        if (othersAnnotateMore)
        {
            ImmutableArray<AnnotatedDocument> all = [.. documents];
            if (all.All(d => d.Derived is null))
            {
                outside |= Derived;
                compound |= Derived;
            }

            for (EntityType type = EntityType.Person; type <= EntityType.Miscellaneous; type++)
            {
                ushort names = (ushort)((1 << EntityLabels.Begin(type)) | (1 << EntityLabels.Inside(type)));
                ushort part = (ushort)(1 << EntityLabels.Part(type));
                bool known = all.Any(d => (d.Mentions ?? []).Any(m => m.Type == type));
                outside |= (ushort)((known ? 0 : names) | (all.All(d => d.Parts is null) ? part : 0));
                compound |= (ushort)(known ? 0 : names | part);
            }
        }

        return new EntityGuideline(outside, compound);
    }
}
