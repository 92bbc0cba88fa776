using TextInsights.Features;
using TextInsights.Segmentation;

namespace TextInsights.Amounts;

/// <summary>How a whole text speaks of an entity: what tells whether it is bought, buys or sells somewhere in it.</summary>
internal static class PartyFeatures
{
    /// <summary>The features are hashed into 2^Bits slots.</summary>
    public const int Bits = 15;

    private const int MostPlaces = 16; // of an entity
    private const int Reach = 10; // tokens on either side, within the clause
    private const int LongestStem = 6;
    private const int ShortestStem = 3;

    private enum Template : uint
    {
        Type = 1, Focus, Kind, Stance, Governor, GovernorPreposition, Next, Previous, Before, Behind, WordBefore, WordBehind,
    }

    /// <summary>Writes the features of an entity, of all its places together.</summary>
    public static void Extract(SubjectContext context, int entity, FeatureBuffer features)
    {
        features.Clear();
        Add(features, Template.Type, 0, (uint)context.TypeOf(entity), 1);
        Add(features, Template.Focus, 0, (uint)Math.Min(context.RankOf(entity), 4), 1);
        Add(features, Template.Kind, 0, (uint)context.KindOf(entity), 1);
        for (int place = context.OpeningOf(entity), n = 0; place >= 0 && n < MostPlaces; place = context.NextPlaceOf(place), n++)
        {
            AddPlace(context, place, features);
        }
    }

    private static void AddPlace(SubjectContext context, int index, FeatureBuffer features)
    {
        SegmentedText text = context.Text;
        SubjectPlace place = context.Places[index];
        SentenceRange range = text.Sentences[text.SentenceOf(place.Reference.FirstToken)];
        bool first = index == 0 || context.Places[index - 1].Reference.FirstToken < range.FirstToken;
        uint stance = place.Preposition != 0 ? place.Preposition : place.IsAttribute ? 1u : place.IsOwner ? 2u : first ? 3u : 4u;
        Add(features, Template.Stance, 0, FeatureHash.Combine(stance, place.Reference.IsSource ? 1u : 0), 1);
        Add(features, Template.Governor, 0, place.Governor, 1);
        Add(features, Template.GovernorPreposition, stance, place.Governor, 1);
        AddWords(text, range, place.Reference.FirstToken - 1, -1, stance, features);
        AddWords(text, range, place.Reference.EndToken, 1, stance, features);
    }

    private static void AddWords(SegmentedText text, SentenceRange range, int from, int step, uint stance, FeatureBuffer features)
    {
        Span<char> lower = stackalloc char[LongestStem];
        Template template = step < 0 ? Template.Before : Template.Behind;
        int commas = 0;
        for (int i = from, n = 0; i >= range.FirstToken && i < range.EndToken && n < Reach && commas < 2; i += step, n++)
        {
            ReadOnlySpan<char> word = text[i];
            if (n == 0)
            {
                Add(features, step < 0 ? Template.Previous : Template.Next, 0, FeatureHash.Of(word[..Math.Min(LongestStem, word.Length)]), 1);
            }

            if (word is [',' or ';' or ':' or '–' or '('])
            {
                commas++;
                continue;
            }

            if (text.Tokens[i].Kind != TokenKind.Word || word.Length < ShortestStem)
            {
                continue;
            }

            bool noun = char.IsUpper(word[0]);
            ReadOnlySpan<char> part = noun ? word[Math.Max(0, word.Length - LongestStem)..] : word[..Math.Min(LongestStem, word.Length)];
            uint hash = FeatureHash.Of(lower[..part.ToLowerInvariant(lower)]);
            float weight = commas == 0 ? 1 : 0.4f;
            Add(features, template, stance, hash, weight);
            Add(features, step < 0 ? Template.WordBefore : Template.WordBehind, 0, hash, weight);
        }
    }

    private static void Add(FeatureBuffer features, Template template, uint part, uint value, float weight) =>
        features.Add(FeatureHash.Combine(FeatureHash.Combine((uint)template, part), value), weight);
}
