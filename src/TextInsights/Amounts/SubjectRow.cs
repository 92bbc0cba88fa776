using TextInsights.Relations;

namespace TextInsights.Amounts;

/// <summary>What the forest of subjects asks about a candidate: small numbers in a fixed order, one byte each.</summary>
internal ref struct SubjectRow(Span<byte> row)
{
    /// <summary>Length of a row.</summary>
    public const int Length = 88;

    private const float Steps = 8; // of a score
    private const int Middle = 64; // a score of 0

    private readonly Span<byte> _row = row;
    private int _next;

    /// <summary>Writes a candidate.</summary>
    /// <param name="scene">Where the amount stands.</param>
    /// <param name="draft">What the first pass decided of all amounts.</param>
    /// <param name="rank">Place of the candidate among the candidates.</param>
    /// <param name="row">Gets the numbers.</param>
    public static void Write(SubjectScene scene, SubjectDraft draft, int rank, Span<byte> row)
    {
        row.Clear();
        var writer = new SubjectRow(row);
        int entity = scene.Candidates[rank];
        writer.AddDraft(scene, draft, rank);
        writer.AddAmount(scene);
        writer.AddNeighbours(scene, draft, entity);
        writer.AddParty(scene, draft, entity);
        writer.Add(scene.PlaceOf(entity));
        writer.Add(Math.Min(scene.TimesSubject(entity), 5));
        writer.Add(1 + (scene.Number > 0 ? scene.PlaceOf(scene.Subjects[scene.Number - 1]) : -1));
        if (entity != SubjectFeatures.Nobody)
        {
            writer.AddEntity(scene, entity);
            writer.AddPlaces(scene, entity);
        }
    }

    private void Add(int value) => _row[_next++] = (byte)Math.Clamp(value, 0, byte.MaxValue);

    private void Add(bool value) => Add(value ? 1 : 0);

    private void AddScore(float value) => Add((int)Math.Clamp(Middle + (Steps * value), 0, 2 * Middle));

    private void AddShare(float value) => Add((int)(value * Middle));

    private void AddDraft(SubjectScene scene, SubjectDraft draft, int rank)
    {
        ReadOnlySpan<float> scores = draft.ScoresOf(scene.Number);
        float best = float.MinValue, second = float.MinValue;
        int better = 0;
        foreach (float score in scores)
        {
            better += score > scores[rank] ? 1 : 0;
            second = Math.Max(second, Math.Min(best, score));
            best = Math.Max(best, score);
        }

        AddScore(scores[rank]);
        Add(better);
        AddScore(scores[rank] - best);
        AddScore(second - best);
    }

    private void AddAmount(SubjectScene scene)
    {
        Add((int)scene.Role);
        Add(SubjectFeatureWriter.GroupOf(scene.Role));
        Add(scene.Amount.Rate is { } rate ? 1 + (int)rate : 0);
        Add(scene.Candidates.Count);
        Add(Math.Min(scene.PlaceCount, 6));
        Add(Math.Min(scene.OrganizationCount, 5));
        Add(scene.MainShare);
        Add(scene.BestPlace);
        Add(scene.HeadingNames);
        Add(scene.Number == 0 ? 5 : scene.Tie);
        Add(scene.PreviousIsAlike);
        Add(scene.NamesSince);
        Add(Math.Min(scene.Number, 6));
        Add(Math.Min(scene.Context.Amounts.Length - scene.Number, 6));
    }

    // What the amounts around are about, as far as the first pass knows.
    private void AddNeighbours(SubjectScene scene, SubjectDraft draft, int entity)
    {
        int number = scene.Number;
        Add(draft.TieToNext(number));
        Add(number + 1 < draft.Count && draft.RoleOf(number + 1) == scene.Role);
        Add(draft.Compare(number - 1, entity));
        Add(draft.Compare(number - 2, entity));
        Add(draft.Compare(number + 1, entity));
        Add(draft.Compare(number + 2, entity));
        Add(scene.SubjectOfLikeAmount == -2 ? 0 : scene.SubjectOfLikeAmount == entity ? 1 : 2);
        int equal = scene.Context.EqualBefore[number];
        Add(equal < 0 ? 0 : draft.SubjectOf(equal) == entity ? 1 : 2);
        (int about, int others) = draft.Elsewhere(number, entity);
        Add((Middle * about) / Math.Max(1, others));
        Add(Math.Min(about, 6));
        (about, others) = draft.OfRole(number, entity);
        Add(others == 0 ? 0 : 1 + ((Middle * about) / others));
        Add(Math.Min(others, 6));
        (about, others) = draft.InSentence(number, entity);
        Add(others == 0 ? 0 : 1 + ((Middle * about) / others));
        Add(Math.Min(others, 4));
        (about, others) = draft.Elsewhere(number, SubjectFeatures.Nobody);
        Add((Middle * about) / Math.Max(1, others));
        Add(draft.Nearest(number, entity));
    }

    private void AddParty(SubjectScene scene, SubjectDraft draft, int entity)
    {
        for (int label = 1; label < PartyProfile.Labels.Length; label++)
        {
            float self = draft.Parties.Of(entity, label), most = 0;
            int more = 0;
            foreach (int other in scene.Candidates)
            {
                float share = draft.Parties.Of(other, label);
                more += share > self ? 1 : 0;
                most = Math.Max(most, share);
            }

            AddShare(self);
            Add(more);
            AddShare(most);
        }

        Add(entity == SubjectFeatures.Nobody);
    }

    private void AddEntity(SubjectScene scene, int entity)
    {
        SubjectContext context = scene.Context;
        Add(1 + (int)context.TypeOf(entity));
        Add(Math.Min(context.RankOf(entity), 6));
        Add(scene.ShareOf(entity));
        Add(Math.Min(context.CountOf(entity), 12));
        Add((int)context.KindOf(entity));
        Add(context.IsTraded(entity));
        int opening = context.OpeningOf(entity);
        int sentence = context.Text.SentenceOf(context.Places[opening].Reference.FirstToken);
        Add(Math.Min(sentence, 8));
        Add(opening == 0);
        Add(2 + Math.Clamp(scene.Sentence - sentence, -2, 8));
        Add(scene.IsInHeading(entity));
        Add(scene.IsNamedSince(entity));
    }

    private void AddPlaces(SubjectScene scene, int entity)
    {
        (int before, int beforeRank, int after, int afterRank, int others) = scene.NearestTo(entity);
        Add(Math.Min(others, 6));
        AddPlace(scene, before, beforeRank, 1);
        AddPlace(scene, after, afterRank, 2);
        (int place, int back, bool last) = scene.Back(entity);
        if (place < 0)
        {
            return;
        }

        SubjectPlace found = scene.Context.Places[place];
        Add(back);
        Add(1 + (scene.Leads(place) ? 1 : 0));
        Add(1 + (last ? 1 : 0));
        Add(1 + scene.NewerSince(place));
        Add(1 + (scene.SameParagraph(place) ? 1 : 0));
        Add(1 + (found.Preposition == 0 ? 0 : 1));
        Add(1 + (found.IsAttribute ? 1 : 0));
        Add(1 + (int)found.Reference.Kind);
        Add(1 + (found.Reference.IsSource ? 1 : 0));
    }

    private void AddPlace(SubjectScene scene, int index, int rank, int side)
    {
        const int Numbers = 10;
        if (index < 0)
        {
            _next += Numbers;
            return;
        }

        SubjectPlace place = scene.Context.Places[index];
        EntityReference reference = place.Reference;
        int distance = side == 1 ? scene.First - reference.EndToken : reference.FirstToken - scene.End;
        Add(1 + Math.Clamp(distance, 0, 30));
        Add(1 + Math.Min(rank, 5));
        Add(1 + scene.CommasTo(reference, side));
        Add(1 + (scene.Leads(index) ? 1 : 0));
        Add(1 + (place.IsAttribute ? 1 : 0));
        Add(1 + (place.IsOwner ? 1 : 0));
        Add(1 + (place.IsApposed ? 1 : 0));
        Add(1 + (place.Preposition == 0 ? 0 : 1));
        Add(1 + (int)reference.Kind);
        Add(1 + (reference.IsSource ? 1 : 0));
    }
}
