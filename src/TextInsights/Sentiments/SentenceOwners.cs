using System.Collections.Immutable;
using TextInsights.Relations;
using TextInsights.Segmentation;

namespace TextInsights.Sentiments;

/// <summary>Which organisation each sentence is about: the first one it speaks of, else the one the text was speaking of before.</summary>
internal static class SentenceOwners
{
    public const int None = -1;

    /// <summary>Entity id per sentence; <see cref="None"/> for advertisements and before the first organisation.</summary>
    public static int[] Of(SegmentedText text, ImmutableArray<EntityReference> references)
    {
        int[] owners = new int[text.Sentences.Length];
        int next = 0, owner = None;
        for (int s = 0; s < owners.Length; s++)
        {
            SentenceRange sentence = text.Sentences[s];
            bool found = false;
            for (; next < references.Length && references[next].FirstToken < sentence.EndToken; next++)
            {
                if (!found && !references[next].IsSource && sentence.Kind != SentenceKind.Advertisement)
                {
                    (owner, found) = (references[next].Entity, true);
                }
            }

            owners[s] = sentence.Kind == SentenceKind.Advertisement ? None : owner;
        }

        return owners;
    }

    /// <summary>The organisation that most sentences are about, the first of equals; <see cref="None"/> if there is none.</summary>
    public static int MostFrequent(ReadOnlySpan<int> owners, out int count)
    {
        var counts = new Dictionary<int, int>();
        foreach (int owner in owners)
        {
            counts[owner] = counts.GetValueOrDefault(owner) + 1;
        }

        int best = None;
        count = 0;
        foreach (int owner in owners)
        {
            if (owner != None && counts[owner] > count)
            {
                (best, count) = (owner, counts[owner]);
            }
        }

        return best;
    }
}
