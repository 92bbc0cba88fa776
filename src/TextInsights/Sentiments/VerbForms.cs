namespace TextInsights.Sentiments;

/// <summary>Stems of the forms of a verb as the lists write it: <c>ein|brechen,brach,eingebrochen,bricht</c>.</summary>
internal static class VerbForms
{
    private static readonly string[] Unstressed = ["be", "ge", "er", "ver", "zer", "ent", "emp", "miss", "wider", "über", "unter", "voll", "hinter"];

    /// <summary>Each stem with the endings that make forms of it.</summary>
    public static IEnumerable<(string Stem, ulong Endings)> Of(string verb)
    {
        string[] parts = verb.Split(',');
        int bar = parts[0].IndexOf('|');
        string particle = bar < 0 ? "" : parts[0][..bar];
        string infinitive = parts[0][(bar + 1)..];
        string stem = infinitive.EndsWith("en", StringComparison.Ordinal) ? infinitive[..^2] : infinitive[..^1];
        yield return (particle + stem, WordEndings.Present);
        if (particle.Length > 0)
        {
            yield return (particle + "zu" + stem, WordEndings.Infinitive);
        }

        if (parts.Length == 1)
        {
            bool bare = infinitive.EndsWith("ieren", StringComparison.Ordinal)
                || (particle.Length == 0 && Array.Exists(Unstressed, p => infinitive.StartsWith(p, StringComparison.Ordinal)));
            yield return (particle + (bare ? "" : "ge") + stem, WordEndings.WeakParticiple);
            yield break;
        }

        yield return (parts.Length == 2 ? parts[1] : parts[2], WordEndings.Participle);
        if (parts.Length > 2)
        {
            yield return (particle + parts[1], WordEndings.Past);
        }

        if (parts.Length > 3)
        {
            yield return ((particle.Length > 0 && !parts[3].StartsWith(particle, StringComparison.Ordinal) ? particle : "") + parts[3], WordEndings.None);
        }
    }
}
