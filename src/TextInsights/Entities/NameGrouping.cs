using System.Collections.Immutable;
using TextInsights.Segmentation;

namespace TextInsights.Entities;

/// <summary>First step of resolving: mentions to forms, forms to groups of one key, one type and one legal form.</summary>
internal static class NameGrouping
{
    // A reading of the same name as another type stands only if the recognizer was this sure of it.
    private const double SureOfType = 0.75;

    /// <summary>The distinct surface forms, in order of first mention.</summary>
    public static List<NameForm> Forms(SegmentedText text, ImmutableArray<RecognizedMention> mentions)
    {
        var forms = new List<NameForm>();
        var bySurface = new Dictionary<string, NameForm>(StringComparer.Ordinal);
        var lookup = bySurface.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int i = 0; i < mentions.Length; i++)
        {
            ReadOnlySpan<char> surface = mentions[i].Span.Of(text.Text);
            if (!lookup.TryGetValue(surface, out NameForm? form))
            {
                form = new NameForm(NameParts.Parse(surface.ToString()));
                bySurface.Add(form.Surface.Text, form);
                forms.Add(form);
            }

            form.Add(i, mentions[i].Type, mentions[i].Confidence);
        }

        return forms;
    }

    /// <summary>The groups, in order of first mention.</summary>
    public static ImmutableArray<NameGroup> Group(SegmentedText text, ImmutableArray<RecognizedMention> mentions, IReadOnlyList<NameForm> forms, KnownNames known)
    {
        var types = TypesOf(text, mentions, forms);
        var formOf = new NameForm[mentions.Length];
        foreach (NameForm form in forms)
        {
            foreach (int mention in form.Mentions)
            {
                formOf[mention] = form;
            }
        }

        var groups = ImmutableArray.CreateBuilder<NameGroup>();
        var byKey = new Dictionary<(string Key, EntityType Type, string Variant), NameGroup>();
        for (int i = 0; i < mentions.Length; i++)
        {
            NameParts name = formOf[i].Lemma;
            EntityType type = types[name.Key].Of(mentions[i]);
            string? id = known.Find(name, type)?.Id;
            var key = (name.Key, type, id ?? "");
            if (!byKey.TryGetValue(key, out NameGroup? group))
            {
                byKey.Add(key, group = new NameGroup(groups.Count, type, name, id));
                groups.Add(group);
            }

            group.HasLegalForm |= name.LegalForm.Length > 0;
            group.Mentions.Add(i);
        }

        return groups.ToImmutable();
    }

    private static Dictionary<string, TypeVote> TypesOf(SegmentedText text, ImmutableArray<RecognizedMention> mentions, IReadOnlyList<NameForm> forms)
    {
        var votes = new Dictionary<string, TypeVote>(StringComparer.Ordinal);
        var surnames = new HashSet<string>(StringComparer.Ordinal);
        var companies = new HashSet<string>(StringComparer.Ordinal);
        foreach (NameForm form in forms)
        {
            NameParts name = form.Lemma;
            if (!votes.TryGetValue(name.Key, out TypeVote? vote))
            {
                votes.Add(name.Key, vote = new TypeVote());
            }

            vote.Add(form);
            if (name.CoreWords > 1 && form.WeightOf(EntityType.Person) > 0)
            {
                surnames.Add(name.LastCoreWord.Folded);
            }

            if (name.CoreWords > 1 && form.WeightOf(EntityType.Organization) > 0)
            {
                companies.Add(name.Words[0].Folded);
            }
        }

        foreach (NameForm form in forms)
        {
            if (form.WeightOf(EntityType.Location) > 0 && IsPlace(text, mentions, form))
            {
                votes[form.Lemma.Key].IsPlace = true;
            }
        }

        foreach ((string key, TypeVote vote) in votes)
        {
            vote.Decide(surnames.Contains(key), companies.Contains(key));
        }

        return votes;
    }

    // Known as a place, made of several words, or said to be somewhere ("in Hagedorn").
    private static bool IsPlace(SegmentedText text, ImmutableArray<RecognizedMention> mentions, NameForm form)
    {
        if (form.Lemma.CoreWords > 1 || NameLexicon.Default.IsPlace(form.Lemma.Key))
        {
            return true;
        }

        foreach (int mention in form.Mentions)
        {
            if (mentions[mention].FirstToken is int first and > 0 && text[first - 1] is "in" or "In" or "nach" or "Nach" or "aus" or "Aus" or "im" or "Im")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What a name is, by the summed confidence of its mentions. A surname may be a company's name as well ("Morgenthal", "Morgenthal &amp; Cie."): then each mention keeps its own type.</summary>
    private sealed class TypeVote
    {
        private readonly double[] _weights = new double[4];
        private EntityType _winner;
        private bool _isShared;

        public void Add(NameForm form)
        {
            _isShared |= form.Lemma.LegalForm.Length > 0;
            for (int type = 0; type < _weights.Length; type++)
            {
                _weights[type] += form.WeightOf((EntityType)type);
            }
        }

        /// <summary>Whether something shows that the name is a place's.</summary>
        public bool IsPlace { get; set; }

        /// <summary>Decides by weight; but a "place" that nothing shows to be one, and whose name is a person's or company's of the text, is that person or company.</summary>
        public void Decide(bool isSurname, bool isCompany)
        {
            _isShared |= isSurname;
            for (int type = 1; type < _weights.Length; type++)
            {
                _winner = _weights[type] > _weights[(int)_winner] ? (EntityType)type : _winner;
            }

            if (_winner == EntityType.Location && !IsPlace && (isSurname || isCompany))
            {
                _winner = isSurname ? EntityType.Person : EntityType.Organization;
            }
        }

        public EntityType Of(RecognizedMention mention) =>
            _isShared && mention.Type != _winner && mention.Type != EntityType.Location && mention.Confidence >= SureOfType &&
            (mention.Type == EntityType.Person || _winner == EntityType.Person) ? mention.Type : _winner;
    }
}
