using System.Collections.Immutable;
using TextInsights.Features;
using TextInsights.Segmentation;

namespace TextInsights.Entities;

/// <summary>Proposes names: those that the chain sees, each with its probability, and the same names elsewhere in the text.</summary>
internal static class ChainTagger
{
    // The chain is to propose freely, the judge to decide: what speaks for "no name" counts less by this (log-linear).
    private const float Openness = 0.5f;

    public static ImmutableArray<RecognizedMention> Tag(ChainModel chain, SegmentedText text, DocumentAtoms atoms)
    {
        var mentions = ImmutableArray.CreateBuilder<RecognizedMention>();
        var decoder = new ChainDecoder(chain);
        var marginals = new ChainMarginals(chain);
        short openness = (short)(Openness / chain.Scale);
        short[] scores = [];
        byte[] labels = [];
        float[] probabilities = [];
        for (int s = 0; s < text.Sentences.Length; s++)
        {
            SentenceRange sentence = text.Sentences[s];
            int length = sentence.TokenCount;
            if (labels.Length < length)
            {
                labels = new byte[length];
                probabilities = new float[length];
                scores = new short[length * EntityLabels.Count];
            }

            ChainScorer.Score(chain, text, s, atoms, scores.AsSpan(0, length * EntityLabels.Count));
            for (int i = 0; i < length; i++)
            {
                scores[(i * EntityLabels.Count) + EntityLabels.Outside] -= openness;
            }

            decoder.Decode(scores.AsSpan(0, length * EntityLabels.Count), labels.AsSpan(0, length));
            if (labels.AsSpan(0, length).ContainsAnyInRange((byte)1, (byte)(EntityLabels.DerivedLocation - 1)))
            {
                marginals.Run(scores.AsSpan(0, length * EntityLabels.Count), labels.AsSpan(0, length), probabilities);
                MentionReader.Read(text, sentence, labels.AsSpan(0, length), probabilities, mentions);
            }
        }

        return NameSpreader.Spread(text, atoms, CommonWords.Remove(text, atoms.Words, mentions.DrainToImmutable()));
    }
}
