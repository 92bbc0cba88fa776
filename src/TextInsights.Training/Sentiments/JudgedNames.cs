using System.Collections.Immutable;

namespace TextInsights.Training;

/// <summary>Brings the names that people judged together with the names found in the text.</summary>
internal static class JudgedNames
{
    private static readonly ImmutableArray<string> LegalForms =
        [" ag", " se", " gmbh", " kgaa", " kg", " ohg", " e.v.", " inc.", " inc", " plc", " corp.", " ltd.", " llc", " s.p.a.", " n.v.", " ab", " asa", " co."];

    /// <summary>The mentions, with the judged names that no mention has added where the text has them.</summary>
    public static ImmutableArray<GoldMention>? Complete(AnnotatedDocument document, ImmutableArray<GoldEntitySentiment> judged)
    {
        ImmutableArray<GoldMention> mentions = document.Mentions ?? [];
        var added = new List<GoldMention>();
        foreach (string name in judged.Select(j => j.Entity))
        {
            if (mentions.Any(m => m.Type == EntityType.Organization && Same(m.Name ?? document.Text[m.Start..m.End], name)))
            {
                continue;
            }

            for (int at = document.Text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = document.Text.IndexOf(name, at + 1, StringComparison.Ordinal))
            {
                added.Add(new GoldMention(at, at + name.Length, EntityType.Organization, name));
            }
        }

        // Some corpora count a blank behind the name in.
        return [.. mentions.Where(m => !added.Any(a => a.Start < m.End && m.Start < a.End))
            .Select(m => m with { End = m.Start + document.Text[m.Start..m.End].TrimEnd().Length }), .. added];
    }

    /// <summary>Judgements by entity id.</summary>
    public static ImmutableDictionary<int, SentimentLabel> Match(ImmutableArray<Entity> entities, ImmutableArray<GoldEntitySentiment> judged)
    {
        var matched = ImmutableDictionary.CreateBuilder<int, SentimentLabel>();
        foreach (GoldEntitySentiment judgement in judged)
        {
            Entity? entity = entities.FirstOrDefault(e => !matched.ContainsKey(e.Id) && Same(e.Name, judgement.Entity))
                ?? entities.FirstOrDefault(e => !matched.ContainsKey(e.Id) && e.Mentions.Any(m => Same(m.Text, judgement.Entity)));
            if (entity is not null)
            {
                matched[entity.Id] = judgement.Sentiment;
            }
        }

        return matched.ToImmutable();
    }

    private static bool Same(string first, string second) => Bare(first) == Bare(second);

    private static string Bare(string name)
    {
        string bare = name.Trim().ToLowerInvariant();
        for (string before = ""; before != bare;)
        {
            before = bare;
            foreach (string form in LegalForms.Where(f => bare.EndsWith(f, StringComparison.Ordinal)))
            {
                bare = bare[..^form.Length].TrimEnd(' ', ',', '&');
            }
        }

        return bare.Length > 3 && bare[^1] is 's' or '\'' or '’' ? bare[..^1] : bare;
    }
}
