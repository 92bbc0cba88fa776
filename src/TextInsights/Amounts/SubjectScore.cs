using TextInsights.Relations;
using TextInsights.Segmentation;

namespace TextInsights.Amounts;

/// <summary>How likely grammar alone makes an organisation the one that an amount is about: the judgement that the model starts from.</summary>
internal static class SubjectScore
{
    private const int SentencesBack = 4;

    /// <summary>The score of an organisation for an amount at the tokens [first, end); higher is likelier.</summary>
    public static double Of(SubjectContext context, int sentence, int first, int end, int entity, AmountRole role)
    {
        bool isMatter = role is AmountRole.Valuation or AmountRole.MarketCap or AmountRole.PurchasePrice or AmountRole.Funding or AmountRole.SharePrice;
        double best = double.MinValue;
        for (int s = sentence; s >= 0 && s >= sentence - SentencesBack; s--)
        {
            (int from, int to) = context.ReferencesOf(s, first);
            for (int i = from; i < to; i++)
            {
                if (context.References[i].Entity == entity)
                {
                    double score = s == sentence
                        ? Near(context, context.References[i], first, end, i == from && context.References[i].FirstToken < first)
                        : Far(context, context.References[i], sentence - s, i == from, i == to - 1);
                    best = Math.Max(best, score);
                }
            }

            if (best > double.MinValue)
            {
                break;
            }
        }

        double standing = context.KindOf(entity) switch
        {
            OrganizationKind.Media or OrganizationKind.Authority or OrganizationKind.Research => -4,
            OrganizationKind.Investor => -1.5,
            _ => 0,
        };
        return Math.Max(best, -2) + standing + (context.RankOf(entity) == 0 ? 0.7 : 0) + (isMatter && context.IsTraded(entity) ? 1 : 0);
    }

    private static double Near(SubjectContext context, EntityReference reference, int first, int end, bool leads)
    {
        SegmentedText text = context.Text;
        bool before = reference.FirstToken < first;
        (int from, int to) = before ? (reference.EndToken, first) : (end, reference.FirstToken);
        int commas = 0;
        for (int i = from; i < to && commas < 3 && i < from + 60; i++)
        {
            commas += text[i] is [',' or ';' or '–' or ':'] ? 1 : 0;
        }

        double score = 3 - (0.08 * Math.Min(to - from, 25)) - (0.5 * Math.Min(commas, 3)) - (before || AtStart(context, first) ? 0 : 0.7);
        int previous = reference.FirstToken - 1;
        ReadOnlySpan<char> word = previous >= 0 ? text[previous] : default;
        ReadOnlySpan<char> earlier = previous >= 1 ? text[previous - 1] : default;
        ReadOnlySpan<char> next = reference.EndToken < text.Tokens.Length ? text[reference.EndToken] : default;
        bool name = reference.Kind == ReferenceKind.Name;
        ReadOnlySpan<char> last = text[reference.EndToken - 1], start = text[reference.FirstToken];
        if (reference.Kind == ReferenceKind.Possessive || (name && last is [.., 's'] && next is [>= 'A' and <= 'Z', ..]))
        {
            return score + 1; // "NVIDIAs Börsenwert", "ihr Börsenwert"
        }

        if (reference.IsSource || reference.Kind == ReferenceKind.Compound)
        {
            return score - (reference.IsSource ? 3 : 2);
        }

        if (before && to - from <= 1 && (to == from || text[from] is ['(']))
        {
            return score + 2; // "X (296 Milliarden)"
        }

        if (earlier is [>= 'A' and <= 'Z', ..] && (word is "von" or "der" or "des" || (!name && start is "des" or "der")))
        {
            return score + 0.5; // "der Börsenwert von X"
        }

        if (word is "von" or "durch" or "um" or "mit" or "gegen" or "wie" or "vom")
        {
            return score - 1.5; // who values, pays or is compared
        }

        return score + (word is "an" or "bei" or "für" or "Bei" or "Beim" or "Für" or "in" ? 0 : leads && commas == 0 ? 1 : 0.5);
    }

    private static double Far(SubjectContext context, EntityReference reference, int back, bool leads, bool last)
    {
        ReadOnlySpan<char> word = reference.FirstToken > 0 ? context.Text[reference.FirstToken - 1] : default;
        return 1.5 - (0.5 * back) + (leads ? 0.5 : 0) + (last ? 0.3 : 0) - (reference.IsSource || word is "von" or "durch" or "um" ? 1.5 : 0);
    }

    // "Mit 640 Millionen Euro sei die Bank …": what the sentence is about follows.
    private static bool AtStart(SubjectContext context, int amount) => amount - context.Text.Sentences[context.Text.SentenceOf(amount)].FirstToken < 4;
}
