using System.Collections.Frozen;
using System.Collections.Immutable;
using TextInsights.Features;
using TextInsights.Lexicons;
using TextInsights.Segmentation;

namespace TextInsights.Entities;

/// <summary>Takes back proposed names that are ordinary words: "KI", "diese Allianz", the head of "NVIDIA-Chips".</summary>
internal static class CommonWords
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Never = Read("never");

    // "die Finnen", "die Münchner" stand for a company or people, and are no name of it.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Demonyms =
        TsvTable.Embedded("lexicons/demonyms.tsv").Rows.Select(row => row["demonym"]).ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Ambiguous = Read("determined");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Towns = Read("town");
    private static readonly string[] CompoundEndings = ["ungs", "heits", "keits", "schafts", "tions", "täts", "lings"];
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Pointers = Read("pointer", StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Articles = Read("article", StringComparer.OrdinalIgnoreCase);

    /// <summary>The proposals that remain, in order; some with a shorter span.</summary>
    public static ImmutableArray<RecognizedMention> Remove(SegmentedText text, WordTable words, ImmutableArray<RecognizedMention> proposed)
    {
        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> common = CommonHere(text, proposed);
        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> whole = WholeNames(text, proposed);
        var kept = ImmutableArray.CreateBuilder<RecognizedMention>(proposed.Length);
        foreach (RecognizedMention mention in proposed)
        {
            TextSpan span = WithoutHead(text, words, whole, mention);
            ReadOnlySpan<char> name = span.Of(text.Text);
            bool isOrdinary = mention.EndToken - mention.FirstToken > 1
                ? IsDescribedWord(text, mention)
                : Never.Contains(name) || (mention.Type == EntityType.Organization && Demonyms.Contains(name)) || common.Contains(name) || IsNoTown(text, mention, name);
            if (!isOrdinary && !IsCompoundPart(name))
            {
                kept.Add(mention with { Span = span });
            }
        }

        return kept.DrainToImmutable();
    }

    // "Das Essen": towns have no article.
    private static bool IsNoTown(SegmentedText text, RecognizedMention mention, ReadOnlySpan<char> name) =>
        Towns.Contains(name) && name.Length == text[mention.FirstToken].Length && mention.FirstToken > 0
        && (Articles.Contains(text[mention.FirstToken - 1]) || Pointers.Contains(text[mention.FirstToken - 1]));

    // "Hochleistungs" of "Hochleistungs-GPUs": nouns with such an -s stand only before other nouns.
    private static bool IsCompoundPart(ReadOnlySpan<char> name)
    {
        foreach (string ending in CompoundEndings)
        {
            if (name.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    // "Generativen KI": adjectives before a word that is no name make none of it.
    private static bool IsDescribedWord(SegmentedText text, RecognizedMention mention)
    {
        for (int token = mention.FirstToken; token < mention.EndToken - 1; token++)
        {
            if (text[token] is not [.., 'e' or 'n' or 'r' or 's' or 'm'] || !text[token].TrimEnd("nrsm").EndsWith('e'))
            {
                return false;
            }
        }

        return Never.Contains(text[mention.EndToken - 1]);
    }

    // Ambiguous words among the proposals that the text somewhere uses as ordinary ones.
    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> CommonHere(SegmentedText text, ImmutableArray<RecognizedMention> proposed)
    {
        var common = new HashSet<string>();
        if (proposed.Any(m => Ambiguous.Contains(m.Span.Of(text.Text))))
        {
            for (int token = 1; token < text.Tokens.Length; token++)
            {
                if (Ambiguous.Contains(text[token]) && Pointers.Contains(text[token - 1]))
                {
                    common.Add(text[token].ToString());
                }
            }
        }

        return common.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> WholeNames(SegmentedText text, ImmutableArray<RecognizedMention> proposed) =>
        proposed.Where(m => m.EndToken - m.FirstToken == 1 && m.Span.Of(text.Text).IndexOf('-') < 0)
            .Select(m => m.Span.Of(text.Text).ToString()).ToHashSet().GetAlternateLookup<ReadOnlySpan<char>>();

    // "EU-KI" of "EU-KI-Verordnung" is "EU"; "NVIDIA-Chips" is "NVIDIA" where NVIDIA is a name of the text and "Chips" nowhere one.
    private static TextSpan WithoutHead(SegmentedText text, WordTable words, HashSet<string>.AlternateLookup<ReadOnlySpan<char>> whole, RecognizedMention mention)
    {
        TextSpan span = mention.Span;
        for (ReadOnlySpan<char> name = span.Of(text.Text); name.LastIndexOf('-') is > 0 and int hyphen; name = name[..hyphen])
        {
            ReadOnlySpan<char> head = name[(hyphen + 1)..];
            if (!Never.Contains(head) && !(whole.Contains(name[..hyphen]) && WordKind.IsRarelyName(words.Find(head).Kind)))
            {
                break;
            }

            span = new TextSpan(span.Start, span.Start + hyphen);
        }

        return span;
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Read(string use, StringComparer? comparer = null) =>
        TsvTable.Embedded("lexicons/common_words.tsv").Rows.Where(row => row["use"] == use).Select(row => row["word"]).ToFrozenSet(comparer ?? StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
}
