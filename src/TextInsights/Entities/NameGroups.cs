using System.Collections.Immutable;
using TextInsights.Segmentation;

namespace TextInsights.Entities;

/// <summary>The groups of a document while they are joined to entities: a disjoint-set forest, with the questions that joining asks.</summary>
internal sealed class NameGroups
{
    private readonly int[] _sentenceOf;
    private readonly int[] _parents;

    public NameGroups(SegmentedText text, ImmutableArray<RecognizedMention> mentions, ImmutableArray<NameGroup> groups)
    {
        Text = text;
        Mentions = mentions;
        Groups = groups;
        _parents = [.. Enumerable.Range(0, groups.Length)];
        _sentenceOf = new int[mentions.Length];
        GroupOf = new int[mentions.Length];
        int sentence = 0;
        for (int i = 0; i < mentions.Length; i++)
        {
            while (text.Sentences[sentence].EndToken <= mentions[i].FirstToken)
            {
                sentence++;
            }

            _sentenceOf[i] = sentence;
        }

        foreach (NameGroup group in groups)
        {
            foreach (int mention in group.Mentions)
            {
                GroupOf[mention] = group.Index;
            }
        }
    }

    public SegmentedText Text { get; }

    public ImmutableArray<RecognizedMention> Mentions { get; }

    public ImmutableArray<NameGroup> Groups { get; }

    /// <summary>Group of each mention; a joiner may move single mentions.</summary>
    public int[] GroupOf { get; }

    public int Find(int group)
    {
        while (_parents[group] != group)
        {
            group = _parents[group] = _parents[_parents[group]];
        }

        return group;
    }

    public bool AreJoined(NameGroup one, NameGroup other) => Find(one.Index) == Find(other.Index);

    public void Join(NameGroup one, NameGroup other)
    {
        int first = Find(one.Index), second = Find(other.Index);
        _parents[Math.Max(first, second)] = Math.Min(first, second);
    }

    public SentenceKind KindAt(int mention) => Text.Sentences[_sentenceOf[mention]].Kind;

    public int SentenceOf(int mention) => _sentenceOf[mention];

    /// <summary>Index of the first mention outside headings and advertisements; <see cref="int.MaxValue"/> if there is none.</summary>
    public int FirstInBody(NameGroup group)
    {
        foreach (int mention in group.Mentions)
        {
            if (KindAt(mention) == SentenceKind.Body)
            {
                return mention;
            }
        }

        return int.MaxValue;
    }

    /// <summary>Whether a sentence or heading of the article names both.</summary>
    public bool ShareSentence(NameGroup one, NameGroup other)
    {
        int i = 0, j = 0;
        while (i < one.Mentions.Count && j < other.Mentions.Count)
        {
            int first = _sentenceOf[one.Mentions[i]], second = _sentenceOf[other.Mentions[j]];
            if (first == second && Text.Sentences[first].Kind != SentenceKind.Advertisement)
            {
                return true;
            }

            if (one.Mentions[i] < other.Mentions[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return false;
    }
}
