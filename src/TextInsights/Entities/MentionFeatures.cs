using System.Collections.Immutable;
using TextInsights.Features;
using TextInsights.Segmentation;

namespace TextInsights.Entities;

/// <summary>The features of proposed names for <see cref="MentionJudge"/>, shared by training and inference.</summary>
internal sealed class MentionFeatures
{
    public const int SlotBits = 16;
    private readonly SegmentedText _text;
    private readonly DocumentAtoms _atoms;
    private readonly ImmutableArray<RecognizedMention> _proposed;
    private readonly Dictionary<uint, NameCounts> _names = [];

    public MentionFeatures(SegmentedText text, DocumentAtoms atoms, ImmutableArray<RecognizedMention> proposed)
    {
        _text = text;
        _atoms = atoms;
        _proposed = proposed;
        foreach (RecognizedMention mention in proposed)
        {
            // The whole name and its last word count: "Lena Brandt" speaks for "Brandt".
            Count(NameOf(mention), mention);
            if (mention.EndToken - mention.FirstToken > 1)
            {
                Count(LastWordOf(mention), mention);
            }
        }
    }

    /// <summary>Writes the features of a proposed name.</summary>
    public void Fill(int index, FeatureBuffer features)
    {
        RecognizedMention mention = _proposed[index];
        uint type = (uint)mention.Type + 1;
        int sentence = _text.SentenceOf(mention.FirstToken);
        int first = PositionOf(mention.FirstToken, sentence), last = PositionOf(mention.EndToken - 1, sentence);
        ReadOnlySpan<TokenAtoms> tokens = _atoms.Atoms;
        uint sure = (uint)Math.Clamp((Math.Log(mention.Confidence / Math.Max(1e-6, 1 - mention.Confidence)) * 2) + 6, 0, 30);
        uint length = (uint)Math.Min(6, mention.EndToken - mention.FirstToken);
        bool inside = mention.Span.End < _text.Tokens[mention.EndToken - 1].End;
        features.Clear();
        Add(features, 1, type, sure);
        Add(features, 2, type, sure | (_atoms.Genre << 8));
        Add(features, 3, type, length | (inside ? 16u : 0) | (_atoms.Genre << 8));
        Add(features, 4, type, tokens[first - 1].Lower);
        Add(features, 5, type, tokens[last + 1].Lower);
        Add(features, 6, type, tokens[first].Word);
        Add(features, 7, type, tokens[last].Word);
        Add(features, 8, type, FeatureHash.Combine(tokens[first].Lists, tokens[last].Lists));
        Add(features, 9, type, tokens[first].Shape);
        Add(features, 10, type, FeatureHash.Combine(tokens[first].Words.Kind, length));
        Add(features, 11, type, tokens[first].Words.Middle);
        Add(features, 12, type, tokens[last].Words.Middle);
        Add(features, 13, type, FeatureHash.Combine((uint)_text.Sentences[sentence].Kind, (uint)tokens[first - 1].Form));
        Add(features, 14, type, (uint)tokens[first].Form | ((uint)tokens[last].Form << 4));
        AddAround(features, type, tokens[(first - 1)..(last + 2)]);
        AddElsewhere(features, 20, type, sure, NameOf(mention), mention);
        AddElsewhere(features, 30, type, sure, LastWordOf(mention), mention);
    }

    // What kinds of words stand in, before and behind the name; the first and the last token are its neighbours.
    private void AddAround(FeatureBuffer features, uint type, ReadOnlySpan<TokenAtoms> tokens)
    {
        ref readonly TokenAtoms before = ref tokens[0], first = ref tokens[1], last = ref tokens[^2], after = ref tokens[^1];
        uint length = (uint)Math.Min(6, tokens.Length - 2);
        Add(features, 40, type, before.Words.Middle);
        Add(features, 41, type, after.Words.Middle);
        Add(features, 42, type, FeatureHash.Combine(before.Words.Coarse, after.Words.Coarse));
        Add(features, 43, type, FeatureHash.Combine(last.Words.Kind, length));
        Add(features, 44, type, FeatureHash.Combine(first.Words.Kind, last.Words.Kind));
        Add(features, 45, type, last.Suffixes[2]);
        Add(features, 46, type, last.TailWords.Middle | (last.HeadWords.Kind << 16));
        Add(features, 47, type, FeatureHash.Combine(first.Words.Kind, _atoms.Genre | ((uint)first.Place << 4)));
        Add(features, 48, type, FeatureHash.Combine(before.Lists, after.Lists));
        Add(features, 49, type, FeatureHash.Combine(before.Words.Kind, after.Words.Kind));
        Add(features, 50, type, FeatureHash.Combine(before.Lower, _atoms.Genre));
        Add(features, 51, type, FeatureHash.Combine(after.Lower, _atoms.Genre));
        Add(features, 52, type, FeatureHash.Combine(first.Word, last.Word));
    }

    // What the same name was taken for elsewhere in the text.
    private void AddElsewhere(FeatureBuffer features, uint template, uint type, uint sure, uint name, RecognizedMention mention)
    {
        if (!_names.TryGetValue(name, out NameCounts counts))
        {
            Add(features, template, type, 1);
            return;
        }

        counts.Add(mention.Type, -mention.Confidence);
        uint best = 0;
        double total = counts[0];
        for (int other = 1; other < 4; other++)
        {
            total += counts[other];
            best = counts[other] > counts[(int)best] ? (uint)other : best;
        }

        if (total < 0.2)
        {
            Add(features, template, type, 2);
            return;
        }

        uint much = total < 1 ? 0u : total < 2.5 ? 1u : 2u;
        uint clear = counts[(int)best] / total > 0.9 ? 1u : 0u;
        Add(features, template + 1, type, best);
        Add(features, template + 2, type, best | (much << 4) | (clear << 8));
        Add(features, template + 3, type, best | (much << 4) | (sure / 3 << 8));
    }

    private void Count(uint name, RecognizedMention mention)
    {
        NameCounts counts = _names.GetValueOrDefault(name);
        counts.Add(mention.Type, mention.Confidence);
        _names[name] = counts;
    }

    private uint NameOf(RecognizedMention mention) => FeatureHash.Of(TrimGenitive(mention.Span.Of(_text.Text)));

    private uint LastWordOf(RecognizedMention mention)
    {
        int start = Math.Max(mention.Span.Start, _text.Tokens[mention.EndToken - 1].Start);
        return FeatureHash.Of(TrimGenitive(_text.Text.AsSpan(start, mention.Span.End - start)));
    }

    private static ReadOnlySpan<char> TrimGenitive(ReadOnlySpan<char> name) => name.Length > 4 && name[^1] == 's' ? name[..^1] : name;

    private static int PositionOf(int token, int sentence) => token + ((sentence + 1) * EntityFeatures.Reach);

    private static void Add(FeatureBuffer features, uint template, uint type, uint value) =>
        features.Add(FeatureHash.Combine(FeatureHash.Combine(template, type), value));

    [System.Runtime.CompilerServices.InlineArray(4)]
    private struct NameCounts
    {
        private double _first;

        public void Add(EntityType type, double weight) => this[(int)type] += weight;
    }
}
