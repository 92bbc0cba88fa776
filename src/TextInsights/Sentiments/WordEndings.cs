namespace TextInsights.Sentiments;

/// <summary>Endings that a stem of a kind takes, as sets of bits; what a word of the lists looks like in a text.</summary>
internal static class WordEndings
{
    private static readonly string[] All =
    [
        "", "e", "s", "es", "n", "en", "er", "ern", "nen", "em", "ere", "eren", "erer", "eres", "erem", "ste", "sten", "ster", "stes", "stem",
        "este", "esten", "ester", "estes", "estem", "st", "t", "te", "ten", "test", "tet", "et", "ete", "eten", "est", "end", "ende", "enden",
        "ender", "endes", "endem", "ter", "tes", "tem", "eter", "etes", "etem", "se", "ses", "sen",
    ];

    public const int LongestLength = 5;

    public static readonly ulong None = Of("");

    public static readonly ulong Noun = Of("", "e", "s", "es", "n", "en", "er", "ern", "nen", "se", "ses", "sen");

    public static readonly ulong Adjective = Of("", "e", "en", "er", "es", "em", "ere", "eren", "erer", "eres", "erem",
        "ste", "sten", "ster", "stes", "stem", "este", "esten", "ester", "estes", "estem");

    public static readonly ulong Participle = Of("", "e", "en", "er", "es", "em");

    public static readonly ulong WeakParticiple = Of("t", "te", "ten", "ter", "tes", "tem", "et", "ete", "eten", "eter", "etes", "etem");

    public static readonly ulong Present = Of("e", "st", "t", "en", "n", "te", "ten", "test", "tet", "et", "ete", "eten", "est",
        "end", "ende", "enden", "ender", "endes", "endem");

    public static readonly ulong Past = Of("", "e", "en", "st", "t");

    public static readonly ulong Infinitive = Of("en", "n");

    /// <summary>Endings that join the first part of a compound to the second.</summary>
    public static readonly ulong Joint = Of("", "s", "es", "n", "en", "e", "er");

    /// <summary>The bit of an ending; 0 for what is none.</summary>
    public static ulong BitOf(ReadOnlySpan<char> ending)
    {
        for (int i = 0; i < All.Length; i++)
        {
            if (ending.SequenceEqual(All[i]))
            {
                return 1UL << i;
            }
        }

        return 0;
    }

    private static ulong Of(params ReadOnlySpan<string> endings)
    {
        ulong set = 0;
        foreach (string ending in endings)
        {
            set |= BitOf(ending);
        }

        return set;
    }
}
