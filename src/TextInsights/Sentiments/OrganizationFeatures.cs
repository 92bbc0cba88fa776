using System.Collections.Frozen;
using TextInsights.Features;
using TextInsights.Relations;
using TextInsights.Segmentation;

namespace TextInsights.Sentiments;

/// <summary>Features of an organisation in its document: what is said in the clauses and sentences that name it, where, and as what.</summary>
internal sealed class OrganizationFeatures(SentenceReader reader)
{
    public const int Bits = 16;

    public const string Schema = "sentiment-organization-2";

    private const int Window = 3;
    private const int Reach = 30;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Prepositions = FrozenSet.ToFrozenSet(
    [
        "von", "vom", "bei", "beim", "für", "mit", "an", "am", "laut", "nach", "durch", "gegen", "um", "zum", "zur", "zu", "aus", "unter", "auf", "in", "im", "über", "wie", "als",
        "Bei", "Beim", "Von", "Vom", "Laut", "Nach", "Mit", "Für", "An", "Durch", "Gegen", "Aus", "Auf", "Wie", "ohne", "Ohne", "zwischen", "statt", "wegen", "seit", "gegenüber", "neben", "außer",
    ]).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly FeatureBuffer _part = new(SentenceFeatures.Bits);

    private static readonly uint Number = FeatureHash.Of("number"), Step = FeatureHash.Of("step"), Near = FeatureHash.Of("near"),
        Own = FeatureHash.Of("own"), Slot = FeatureHash.Of("slot"), Kind = FeatureHash.Of("kind"), Owned = FeatureHash.Of("owned"),
        Count = FeatureHash.Of("count"), Party = FeatureHash.Of("party"), Amount = FeatureHash.Of("amount");

    /// <summary>Fills the buffer with the features of an entity.</summary>
    /// <param name="text">The text.</param>
    /// <param name="composed">Its composed polarity.</param>
    /// <param name="sentences">What the sentence model says of each sentence.</param>
    /// <param name="document">What the document model says.</param>
    /// <param name="evidence">What the earlier stages know.</param>
    /// <param name="entity">The organisation.</param>
    /// <param name="features">The buffer; cleared first.</param>
    public void Extract(
        SegmentedText text,
        ComposedText composed,
        ReadOnlySpan<PolarityProbabilities> sentences,
        PolarityProbabilities document,
        OrganizationEvidence evidence,
        Entity entity,
        FeatureBuffer features)
    {
        features.Clear();
        float clause = 0, near = 0, before = 0, behind = 0, sentenceScore = 0, composedSentence = 0, best = -1, worst = 1, firstScore = 0, subject = 0;
        float part = 0, bestPart = -1, worstPart = 1;
        int count = 0, last = -1, firstSentence = -1, sentenceCount = 0;
        bool inTitle = false;
        int organizations = evidence.Organizations, names = 0, sources = 0, traded = 0;
        Span<float> slotSaid = stackalloc float[3];
        slotSaid.Clear();
        OrganizationKind special = OrganizationKind.Unknown;
        foreach (EntityReference reference in evidence.ReferencesTo(entity.Id))
        {
            int token = reference.FirstToken;
            int index = text.SentenceOf(token);
            SentenceRange sentence = text.Sentences[index];
            if (sentence.Kind == SentenceKind.Advertisement)
            {
                continue;
            }

            int end = reference.EndToken;
            sources += reference.IsSource ? 1 : 0;
            traded += reference.IsTraded ? 1 : 0;
            special = reference.Organization == OrganizationKind.Unknown ? special : reference.Organization;
            names += reference.Kind == ReferenceKind.Name ? 1 : 0;
            inTitle |= sentence.Kind == SentenceKind.Heading && index == 0;
            var around = MentionPolarity.Of(composed, sentence, token, end);
            clause += around.Clause;
            near += around.Near;
            before += around.Before;
            behind += around.Behind;
            subject += around.Subject;
            count++;
            float said = ReadClauses(text, composed, sentence, token, end);
            part += said;
            bestPart = Math.Max(bestPart, said);
            worstPart = Math.Min(worstPart, said);
            AddWords(text, sentence, token, end, said, features);
            uint slot = SlotOf(text, sentence, composed, token, out uint preposition);
            slotSaid[(int)slot] += said;
            uint sign = said > 0.2f ? 2u : said < -0.2f ? 0u : 1u;
            uint place = FeatureHash.Combine(Slot, slot);
            features.Add(place, 0.3f);
            features.Add(FeatureHash.Combine(place, sign + 1), 0.5f);
            if (preposition != 0)
            {
                features.Add(FeatureHash.Combine(FeatureHash.Combine(place, preposition), sign), 0.3f);
                features.Add(FeatureHash.Combine(place, preposition), 0.3f);
            }

            AddClauseWords(text, composed, sentence, token, end, place, features);
            firstSentence = firstSentence < 0 ? index : firstSentence;
            if (index != last)
            {
                float score = sentences[index].Score;
                firstScore = sentenceCount == 0 ? score : firstScore;
                sentenceScore += score;
                best = Math.Max(best, score);
                worst = Math.Min(worst, score);
                composedSentence += composed.Sentences[index];
                sentenceCount++;
            }

            last = index;
        }

        AddOwned(text, sentences, document, evidence.Owners, entity.Id, features);
        Add(40, slotSaid[0] / Math.Max(1, count), features);
        Add(41, slotSaid[1] / Math.Max(1, count), features);
        Add(42, slotSaid[2] / Math.Max(1, count), features);
        uint kindOf = FeatureHash.Combine(Kind, (uint)special);
        features.Add(kindOf, 0.5f);
        features.Add(FeatureHash.Combine(kindOf, (uint)document.Label + 1), 0.5f);
        features.Add(FeatureHash.Combine(Kind, 100u + (sources == 0 ? 0u : sources == count ? 2u : 1u)), 0.5f);
        features.Add(FeatureHash.Combine(Kind, 110u + (traded > 0 ? 1u : 0u)), 0.5f);
        float n = Math.Max(1, count), m = Math.Max(1, sentenceCount);
        Add(0, clause / n, features);
        Add(1, near / n, features);
        Add(2, before / n, features);
        Add(3, behind / n, features);
        Add(4, subject / n, features);
        Add(5, sentenceScore / m, features);
        Add(6, composedSentence / m, features);
        Add(7, sentenceCount == 0 ? 0 : best, features);
        Add(8, sentenceCount == 0 ? 0 : worst, features);
        Add(9, firstScore, features);
        Add(10, document.Score, features);
        Add(11, document.Neutral, features);
        Add(12, Math.Abs(clause / n), features);
        Add(13, Math.Abs(sentenceScore / m), features);
        Add(14, inTitle ? document.Score : 0, features);
        Add(15, firstSentence is 0 or 1 ? document.Score : 0, features);
        Add(16, organizations == 1 ? document.Score : 0, features);
        Add(17, MathF.Log2(1 + count) / 2, features);
        Add(18, count > 2 ? document.Score : 0, features);
        Add(19, part / n, features);
        Add(20, count == 0 ? 0 : bestPart, features);
        Add(21, count == 0 ? 0 : worstPart, features);
        Add(22, Math.Abs(part / n), features);
        AddStep(2, part / n * 2, features);
        AddStep(0, clause / n, features);
        AddStep(1, sentenceScore / m * 2, features);
        features.Add(FeatureHash.Combine(Count, (uint)Math.Min(count, 5)), 0.5f);
        features.Add(FeatureHash.Combine(Count, 10 + (uint)Math.Min(organizations, 8)), 0.5f);
        features.Add(FeatureHash.Combine(Count, 20 + (uint)Math.Clamp(firstSentence, 0, 6)), 0.5f);
        features.Add(FeatureHash.Combine(Count, inTitle ? 30u : 31u), 0.5f);
        features.Add(FeatureHash.Combine(Count, 40 + (uint)Math.Min(names, 5)), 0.5f);
        AddFacts(evidence, entity.Id, features);
    }

    // What the sentences say that are about it, also without naming it.
    private static void AddOwned(SegmentedText text, ReadOnlySpan<PolarityProbabilities> sentences, PolarityProbabilities document, int[] owners, int entity, FeatureBuffer features)
    {
        float sum = 0, weighted = 0, best = 0, worst = 0, first = 0, last = 0;
        int count = 0, all = 0;
        for (int s = 0; s < owners.Length; s++)
        {
            all += owners[s] == SentenceOwners.None ? 0 : 1;
            if (owners[s] != entity)
            {
                continue;
            }

            float score = sentences[s].Score;
            float weight = text.Sentences[s].Kind == SentenceKind.Heading ? 2 : 1;
            sum += score;
            weighted += score * weight;
            best = Math.Max(best, score);
            worst = Math.Min(worst, score);
            first = count == 0 ? score : first;
            last = score;
            count++;
        }

        float share = all == 0 ? 0 : (float)count / all;
        float n = Math.Max(1, count);
        Add(50, sum / n, features);
        Add(51, Math.Clamp(sum, -3, 3), features);
        Add(52, weighted / n, features);
        Add(53, best, features);
        Add(54, worst, features);
        Add(55, first, features);
        Add(56, last, features);
        Add(57, share * document.Score, features);
        Add(58, share, features);
        Add(59, share * document.Neutral, features);
        Add(60, (1 - share) * document.Score, features);
        AddStep(3, sum / n * 3, features);
        features.Add(FeatureHash.Combine(Owned, (uint)Math.Min(count, 6)), 0.5f);
        features.Add(FeatureHash.Combine(Owned, 20 + (uint)MathF.Round(share * 4)), 0.5f);
        features.Add(FeatureHash.Combine(FeatureHash.Combine(Owned, 30 + (uint)MathF.Round(share * 4)), (uint)document.Label), 0.5f);
    }

    // Subject-like (leads its clause), governed by a preposition, or anything else.
    private static uint SlotOf(SegmentedText text, SentenceRange sentence, ComposedText composed, int token, out uint preposition)
    {
        preposition = 0;
        int clause = composed.Clause[token];
        int i = token - 1;
        for (; i >= sentence.FirstToken && i >= token - 5; i--)
        {
            ReadOnlySpan<char> word = text[i];
            if (Prepositions.Contains(word))
            {
                preposition = FeatureHash.Of(word);
                return 1;
            }

            if (composed.Clause[i] != clause || (text.Tokens[i].Kind == TokenKind.Punctuation && word is not ['„' or '"' or '»' or '“']))
            {
                return 0;
            }
        }

        return i < sentence.FirstToken ? 0u : 2u;
    }

    private static void AddClauseWords(SegmentedText text, ComposedText composed, SentenceRange sentence, int token, int end, uint place, FeatureBuffer features)
    {
        Span<char> buffer = stackalloc char[SentimentLexicon.LongestWord];
        int clause = composed.Clause[token];
        uint words = FeatureHash.Combine(place, 77);
        for (int i = Math.Max(sentence.FirstToken, token - 14); i < Math.Min(sentence.EndToken, end + 14); i++)
        {
            if ((i >= token && i < end) || composed.Clause[i] != clause || text.Tokens[i].Kind != TokenKind.Word || text.Tokens[i].Length < 4)
            {
                continue;
            }

            ReadOnlySpan<char> word = buffer[..SentimentLexicon.Fold(text[i], buffer)];
            features.Add(FeatureHash.Combine(words, FeatureHash.Of(word)), 0.12f);
            features.Add(FeatureHash.Combine(FeatureHash.Combine(words, i < token ? 1u : 2u), FeatureHash.Of(word[..Math.Min(word.Length, 6)])), 0.12f);
        }
    }

    private static void AddFacts(OrganizationEvidence evidence, int entity, FeatureBuffer features)
    {
        foreach ((Deal deal, DealPart part) in evidence.DealsOf(entity))
        {
            uint place = FeatureHash.Combine(Party, (uint)part);
            uint kind = FeatureHash.Combine(place, (uint)deal.Kind + 10);
            features.Add(place, 0.5f);
            features.Add(kind, 0.5f);
            features.Add(FeatureHash.Combine(place, (uint)deal.Status + 30), 0.5f);
            features.Add(FeatureHash.Combine(kind, (uint)deal.Status + 50), 0.4f);
        }

        foreach (AmountRole role in evidence.AmountsOf(entity))
        {
            features.Add(FeatureHash.Combine(Amount, (uint)role), 0.4f);
        }

        features.Add(FeatureHash.Combine(Party, (evidence.DealsOf(entity).Count > 0, evidence.Deals.Length > 0) switch { (true, _) => 100, (_, true) => 101, _ => 102 }), 0.5f);
        features.Add(FeatureHash.Combine(Amount, evidence.AmountsOf(entity).Count > 0 ? 100u : 101u), 0.5f);
    }

    // What the clause of the mention says, with the next one if the mention begins it.
    private float ReadClauses(SegmentedText text, ComposedText composed, SentenceRange sentence, int token, int end)
    {
        int clause = composed.Clause[token];
        int first = token, last = end;
        while (first > Math.Max(sentence.FirstToken, token - Reach) && composed.Clause[first - 1] == clause)
        {
            first--;
        }

        while (last < Math.Min(sentence.EndToken, end + Reach) && composed.Clause[last] <= clause + (first == token && last - first < 6 ? 1 : 0))
        {
            last++;
        }

        return reader.ReadPart(text, composed, new SentenceRange(first, last, sentence.Kind), _part).Score;
    }

    // The words around a mention, and with what is said: "Klage gegen X", "X-Aktie", "Kunden wie X".
    private static void AddWords(SegmentedText text, SentenceRange sentence, int token, int end, float said, FeatureBuffer features)
    {
        Span<char> buffer = stackalloc char[SentimentLexicon.LongestWord];
        uint sign = said > 0.25f ? 2u : said < -0.25f ? 0u : 1u;
        for (int i = Math.Max(sentence.FirstToken, token - Window); i < Math.Min(sentence.EndToken, end + Window); i++)
        {
            if (i >= token && i < end)
            {
                continue;
            }

            uint word = FeatureHash.Of(buffer[..SentimentLexicon.Fold(text[i], buffer)]);
            int distance = i < token ? i - token : i - end + 1;
            features.Add(FeatureHash.Combine(FeatureHash.Combine(Near, (uint)(Math.Sign(distance) + 2)), word), 0.25f);
            if (Math.Abs(distance) == 1)
            {
                uint place = FeatureHash.Combine(FeatureHash.Combine(Near, (uint)(distance + 10)), word);
                features.Add(place, 0.25f);
                features.Add(FeatureHash.Combine(place, sign), 0.25f);
            }
        }

        // "X-Aktie": what stands behind the name inside its token.
        ReadOnlySpan<char> surface = text[end - 1];
        int hyphen = surface.LastIndexOf('-');
        if (hyphen > 0)
        {
            features.Add(FeatureHash.Combine(Own, FeatureHash.Of(buffer[..SentimentLexicon.Fold(surface[(hyphen + 1)..], buffer)])), 0.3f);
        }

        if (token == sentence.FirstToken)
        {
            features.Add(FeatureHash.Combine(FeatureHash.Combine(Own, 1), sign), 0.4f);
        }
    }

    private static void Add(uint which, float value, FeatureBuffer features) =>
        features.Add(FeatureHash.Combine(Number, which), Math.Clamp(value, -4, 4));

    private static void AddStep(uint which, float value, FeatureBuffer features) =>
        features.Add(FeatureHash.Combine(FeatureHash.Combine(Step, which), (uint)(MathF.Round(Math.Clamp(value, -3, 3) * 2) + 10)), 0.5f);
}
