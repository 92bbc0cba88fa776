using TextInsights.Features;
using TextInsights.Segmentation;

namespace TextInsights.Amounts;

/// <summary>The features of the words that speak for a role, in the sentence of an amount and in those around it.</summary>
internal static class RoleTriggerFeatures
{
    private const int MostTriggers = 60; // of a neighbouring sentence

    public static void Add(RoleContext context, int sentence, RecognizedAmount self, FeatureBuffer features)
    {
        TriggerHit best = default, bestNoun = default;
        int bestDistance = int.MaxValue, bestNounDistance = int.MaxValue;
        (int clauseStart, int clauseEnd) = ClauseOf(context, self);
        ReadOnlySpan<TriggerHit> near = Near(context.TriggersOf(sentence), self.FirstToken - RoleFeatures.Reach, self.EndToken + RoleFeatures.Reach);
        foreach (TriggerHit hit in near)
        {
            bool inside = hit.Token >= self.FirstToken && hit.Token < self.EndToken;
            bool before = hit.Token < self.FirstToken;
            int distance = inside ? 0 : before ? self.FirstToken - hit.Token : hit.Token - self.EndToken + 1;
            int use = (int)hit.Use;
            if (inside)
            {
                RoleFeatures.Add(features, RoleTemplate.TriggerInside, (int)hit.Role);
                continue;
            }

            int bucket = distance <= 1 ? 0 : distance <= 3 ? 1 : distance <= 6 ? 2 : distance <= 11 ? 3 : 4;
            bool clause = hit.Token >= clauseStart && hit.Token < clauseEnd;
            RoleFeatures.Add(features, before ? RoleTemplate.TriggerBefore : RoleTemplate.TriggerBehind, (((((int)hit.Role * 8) + use) * 8) + bucket));
            RoleFeatures.Add(features, RoleTemplate.Trigger, ((int)hit.Role * 8) + use);
            RoleFeatures.Add(features, clause ? RoleTemplate.TriggerInClause : RoleTemplate.TriggerElsewhere, ((int)hit.Role * 8) + use);
            int weighted = distance + (clause ? 0 : 8) + (before ? 0 : 1);
            if (weighted < bestDistance && hit.Use != TriggerUse.Lower)
            {
                (best, bestDistance) = (hit, weighted);
            }

            if (weighted < bestNounDistance && hit.Use is TriggerUse.Noun or TriggerUse.Phrase)
            {
                (bestNoun, bestNounDistance) = (hit, weighted);
            }
        }

        if (bestDistance < int.MaxValue)
        {
            RoleFeatures.Add(features, RoleTemplate.BestTrigger, ((int)best.Role * 8) + (int)best.Use);
        }

        if (bestNounDistance < int.MaxValue)
        {
            // Every role that the nearest noun may speak for.
            foreach (TriggerHit hit in near)
            {
                if (hit.Token == bestNoun.Token)
                {
                    RoleFeatures.Add(features, RoleTemplate.BestNoun, (int)hit.Role);
                }
            }
        }

        for (int other = Math.Max(0, sentence - 4); other <= sentence + 2 && other < context.Text.Sentences.Length; other++)
        {
            if (other == sentence)
            {
                continue;
            }

            int offset = other - sentence;
            ReadOnlySpan<TriggerHit> hits = context.TriggersOf(other);
            foreach (TriggerHit hit in other < sentence ? hits[Math.Max(0, hits.Length - MostTriggers)..] : hits[..Math.Min(hits.Length, MostTriggers)])
            {
                if (hit.Use is TriggerUse.Noun or TriggerUse.Phrase)
                {
                    RoleFeatures.AddWeighted(features, RoleTemplate.TriggerNear, (int)hit.Role, 0.3f);
                    if (offset is -1 or -2 or 1)
                    {
                        RoleFeatures.AddWeighted(features, RoleTemplate.TriggerAround, ((int)hit.Role * 4) + offset + 2, 0.5f);
                    }
                }
            }
        }
    }

    private static ReadOnlySpan<TriggerHit> Near(ReadOnlySpan<TriggerHit> hits, int firstToken, int endToken)
    {
        int first = LowerBound.Of(hits, h => h.Token, firstToken);
        return hits[first..Math.Max(first, LowerBound.Of(hits, h => h.Token, endToken))];
    }

    // The tokens that no comma, semicolon, colon or dash parts from the amount, as far as triggers are looked for.
    private static (int Start, int End) ClauseOf(RoleContext context, RecognizedAmount self)
    {
        int start = self.FirstToken, first = Math.Max(0, self.FirstToken - RoleFeatures.Reach);
        while (start > first && !Parts(context, start - 1))
        {
            start--;
        }

        // A trigger may itself be what parts: only what stands between counts.
        int end = self.EndToken, last = Math.Min(context.Text.Tokens.Length, self.EndToken + RoleFeatures.Reach);
        while (end < last && !Parts(context, end))
        {
            end++;
        }

        return (start, end + 1);
    }

    private static bool Parts(RoleContext context, int token) => context.Text[token] is [',' or ';' or '–' or ':'];
}
