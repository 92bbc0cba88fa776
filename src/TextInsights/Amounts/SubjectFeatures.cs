using TextInsights.Features;
using TextInsights.Relations;
using TextInsights.Segmentation;

namespace TextInsights.Amounts;

/// <summary>The features of a pair of amount and candidate (an entity, or nobody) that tell whether the amount is about it.</summary>
internal static class SubjectFeatures
{
    /// <summary>The features are hashed into 2^Bits slots.</summary>
    public const int Bits = 16;

    /// <summary>The candidate that stands for nobody.</summary>
    public const int Nobody = -1;

    private const int WordReach = 8; // tokens on either side whose words tell that an amount is about nobody
    private const int LongestStem = 6;

    /// <summary>Writes the features of a candidate.</summary>
    /// <param name="scene">What is the same for all candidates of the amount.</param>
    /// <param name="rank">Place of the candidate among the candidates.</param>
    /// <param name="features">Gets them.</param>
    public static void Extract(SubjectScene scene, int rank, FeatureBuffer features)
    {
        features.Clear();
        int entity = scene.Candidates[rank];
        var writer = new SubjectFeatureWriter(features, scene.Role);
        if (entity == Nobody)
        {
            AddNobody(scene, writer);
        }
        else
        {
            AddEntity(scene, entity, writer);
            AddPlaces(scene, entity, writer);
        }

        AddChain(scene, entity, writer);
    }

    private static void AddNobody(SubjectScene scene, SubjectFeatureWriter writer)
    {
        SubjectContext context = scene.Context;
        writer.Add(SubjectTemplate.Nobody, 1);
        writer.Add(SubjectTemplate.NobodyRate, scene.Amount.Rate is { } rate ? 1 + (int)rate : 0);
        writer.Add(SubjectTemplate.NobodyNames, Math.Min(scene.PlaceCount, 3));
        writer.Add(SubjectTemplate.NobodyOrganizations, Math.Min(scene.OrganizationCount, 3));
        writer.Add(SubjectTemplate.NobodyMain, scene.MainShare);
        writer.Add(SubjectTemplate.NobodyPlace, scene.BestPlace);
        SentenceRange range = context.Text.Sentences[scene.Sentence];
        Span<char> lower = stackalloc char[LongestStem];
        for (int i = Math.Max(range.FirstToken, scene.First - WordReach); i < range.EndToken && i < scene.End + WordReach; i++)
        {
            if ((i < scene.First || i >= scene.End) && context.Text.Tokens[i].Kind == TokenKind.Word && context.Text[i].Length > 3)
            {
                ReadOnlySpan<char> stem = context.Text[i][..Math.Min(LongestStem, context.Text[i].Length)];
                writer.AddPlain(SubjectTemplate.NobodyWord, FeatureHash.Of(lower[..stem.ToLowerInvariant(lower)]));
            }
        }
    }

    private static void AddEntity(SubjectScene scene, int entity, SubjectFeatureWriter writer)
    {
        SubjectContext context = scene.Context;
        int type = (int)context.TypeOf(entity), focus = Math.Min(context.RankOf(entity), 3);
        int share = scene.ShareOf(entity);
        writer.Add(SubjectTemplate.Type, type);
        writer.Add(SubjectTemplate.Focus, (focus * 8) + share);
        writer.Add(SubjectTemplate.Kind, (int)context.KindOf(entity));
        writer.Add(SubjectTemplate.Traded, context.IsTraded(entity) ? 1 : 0);
        writer.Add(SubjectTemplate.Candidates, Math.Min(scene.Candidates.Count, 6));
        int opening = context.OpeningOf(entity);
        SubjectPlace place = context.Places[opening];
        int sentence = context.Text.SentenceOf(place.Reference.FirstToken);
        writer.Add(SubjectTemplate.Opening, opening == 0 ? 1 : sentence == 0 ? 2 : sentence == scene.Sentence ? 3 : sentence > scene.Sentence ? 4 : 5);
        writer.Add(SubjectTemplate.FreshType, (type * 2) + (sentence == scene.Sentence ? 1 : 0));
        writer.Add(SubjectTemplate.InHeading, (scene.IsInHeading(entity) ? 1 : 0) + (scene.HeadingNames ? 2 : 0));
    }

    // Where the entity stands nearest: before the amount, behind it, in sentences before, or after.
    private static void AddPlaces(SubjectScene scene, int entity, SubjectFeatureWriter writer)
    {
        (int before, int beforeRank, int after, int afterRank, int others) = scene.NearestTo(entity);
        writer.Add(SubjectTemplate.Others, Math.Min(others, 3));
        int where = before >= 0 ? 1 : after >= 0 ? 2 : 0;
        if (before >= 0)
        {
            AddPlace(scene, before, beforeRank, 1, writer);
        }

        if (after >= 0)
        {
            AddPlace(scene, after, afterRank, 2, writer);
        }

        if (where == 0)
        {
            (int place, int back, bool last) = scene.Back(entity);
            if (place >= 0)
            {
                SubjectPlace found = scene.Context.Places[place];
                bool leads = scene.Leads(place);
                writer.Add(SubjectTemplate.Back, (back * 4) + (leads ? 1 : 0) + (last ? 2 : 0));
                writer.Add(SubjectTemplate.BackOthers, (back * 4) + Math.Min(others, 3));
                writer.Add(SubjectTemplate.BackNear, (scene.NewerSince(place) * 2) + (leads ? 1 : 0));
                writer.Add(SubjectTemplate.BackGrammar, found.Preposition, (found.IsAttribute ? 1u : 0) + (found.Reference.IsSource ? 2u : 0));
                writer.Add(SubjectTemplate.SameParagraph, scene.SameParagraph(place) ? 1 : 0);
                where = 2 + back;
            }
            else
            {
                writer.Add(SubjectTemplate.Absent, Math.Min(others, 3));
            }
        }

        writer.Add(SubjectTemplate.Place, scene.PlaceOf(entity), (scene.BestPlace * 8) + (int)scene.Context.TypeOf(entity));
        writer.Add(SubjectTemplate.Where, (where * 4) + (int)scene.Context.TypeOf(entity));
        writer.Add(SubjectTemplate.WhereFocus, (where * 4) + Math.Min(scene.Context.RankOf(entity), 3));
    }

    private static void AddPlace(SubjectScene scene, int index, int rank, int side, SubjectFeatureWriter writer)
    {
        SubjectPlace place = scene.Context.Places[index];
        EntityReference reference = place.Reference;
        SegmentedText text = scene.Context.Text;
        int distance = side == 1 ? scene.First - reference.EndToken : reference.FirstToken - scene.End;
        int bucket = distance <= 0 ? 0 : distance <= 2 ? 1 : distance <= 5 ? 2 : distance <= 10 ? 3 : 4;
        int commas = scene.CommasTo(reference, side);
        bool leads = scene.Leads(index);
        writer.Add(SubjectTemplate.Near, side, bucket);
        writer.Add(SubjectTemplate.NearRank, side, (Math.Min(rank, 3) * 4) + Math.Min(commas, 3));
        writer.Add(SubjectTemplate.NearKind, side, (int)reference.Kind);
        writer.Add(SubjectTemplate.Leads, side, (leads ? 1 : 0) + (Math.Min(commas, 2) * 2));
        writer.Add(SubjectTemplate.Source, side, reference.IsSource ? 1 : 0);
        writer.Add(SubjectTemplate.Attribute, side, (place.IsAttribute ? 1 : 0) + (place.IsOwner ? 2 : 0) + (place.IsApposed ? 4 : 0));
        writer.Add(SubjectTemplate.Preposition, place.Preposition, (uint)side);
        writer.Add(SubjectTemplate.PrepositionNear, FeatureHash.Combine(place.Preposition, (uint)Math.Min(rank, 1)), (uint)((side * 4) + Math.Min(commas, 3)));
        writer.Add(SubjectTemplate.Governor, place.Governor, (uint)side);
        writer.Add(SubjectTemplate.Next, Word(text, reference.EndToken), (uint)side);
        writer.Add(SubjectTemplate.Previous, Word(text, reference.FirstToken - 1), (uint)side);
        writer.Add(SubjectTemplate.Tie, side, (rank == 0 ? 1 : 0) + (commas == 0 ? 2 : 0) + (leads ? 4 : 0) + (place.IsAttribute ? 8 : 0) + (place.Preposition != 0 ? 16 : 0));
        writer.Add(SubjectTemplate.Only, side, scene.PlaceCount == 1 ? 1 : 0);
    }

    // What the amounts before were about, and whether another entity was named since.
    private static void AddChain(SubjectScene scene, int entity, SubjectFeatureWriter writer)
    {
        int who = entity == Nobody ? 1 : 0;
        if (scene.Number == 0)
        {
            writer.Add(SubjectTemplate.ChainStart, who);
            return;
        }

        int previous = scene.Subjects[scene.Number - 1];
        int same = previous == entity ? 1 : previous == Nobody ? 2 : 3;
        int state = (same * 2) + who;
        writer.Add(SubjectTemplate.Chain, state, scene.Tie);
        writer.Add(SubjectTemplate.ChainRole, state, (scene.Tie * 2) + (scene.PreviousIsAlike ? 1 : 0));
        writer.Add(SubjectTemplate.ChainSince, state, (scene.NamesSince * 4) + (entity != Nobody && scene.IsNamedSince(entity) ? 1 : 0) + (scene.Tie == 0 ? 2 : 0));
        int place = scene.PlaceOf(entity);
        writer.Add(SubjectTemplate.ChainScene, state, (place * 16) + (scene.PlaceOf(previous) * 2) + (scene.Tie == 0 ? 1 : 0));
        int earlier = scene.SubjectOfLikeAmount;
        writer.Add(SubjectTemplate.ChainLike, ((earlier == -2 ? 0 : earlier == entity ? 1 : 2) * 2) + who);
        int equal = scene.Context.EqualBefore[scene.Number];
        writer.Add(SubjectTemplate.ChainEqual, ((equal < 0 ? 0 : scene.Subjects[equal] == entity ? 1 : 2) * 2) + who);
        writer.Add(SubjectTemplate.ChainCount, Math.Min(scene.TimesSubject(entity), 3), (Math.Min(scene.Number, 3) * 2) + who);
    }

    private static uint Word(SegmentedText text, int token)
    {
        if (token < 0 || token >= text.Tokens.Length)
        {
            return 0;
        }

        Span<char> lower = stackalloc char[12];
        ReadOnlySpan<char> start = text[token][..Math.Min(12, text[token].Length)];
        return FeatureHash.Of(lower[..start.ToLowerInvariant(lower)]);
    }
}
