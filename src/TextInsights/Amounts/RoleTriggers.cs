using TextInsights.Lexicons;
using TextInsights.Segmentation;

namespace TextInsights.Amounts;

/// <summary>A stem of the trigger lexicon found in a token.</summary>
internal readonly record struct TriggerHit(int Token, AmountRole Role, TriggerUse Use);

/// <summary>As what a trigger stands in the text.</summary>
internal enum TriggerUse : byte
{
    Noun,
    Verb,
    Phrase,
    Context,

    /// <summary>The stem of a noun in a word without capital: an adjective, or chance.</summary>
    Lower,
}

/// <summary>Finds the stems of <c>data/lexicons/role_triggers.tsv</c> inside words and across them.</summary>
internal static class RoleTriggers
{
    private static readonly (AmountRole Role, TriggerUse Use)[] Senses;
    private static readonly StemTrie Stems;

    static RoleTriggers()
    {
        var rows = TsvTable.Embedded("lexicons/role_triggers.tsv").Rows;
        Senses = [.. rows.Select(row => (Enum.Parse<AmountRole>(row["role"], ignoreCase: true), Enum.Parse<TriggerUse>(row["use"], ignoreCase: true)))];
        Stems = new StemTrie(rows.Select((row, i) => (row["stem"], i)));
    }

    /// <summary>The triggers of a sentence in text order. Characters for which <paramref name="isName"/> is set are no part of any.</summary>
    public static TriggerHit[] Find(SegmentedText text, SentenceRange sentence, ReadOnlySpan<bool> isName, List<StemHit> buffer)
    {
        buffer.Clear();
        Stems.Find(text, sentence.FirstToken, sentence.EndToken, isName, buffer);
        var hits = new TriggerHit[buffer.Count];
        for (int i = 0; i < hits.Length; i++)
        {
            (AmountRole role, TriggerUse use) = Senses[buffer[i].Payload];
            bool lower = use == TriggerUse.Noun && char.IsLower(text[buffer[i].Token][0]);
            hits[i] = new TriggerHit(buffer[i].Token, role, lower ? TriggerUse.Lower : use);
        }

        return hits;
    }
}
