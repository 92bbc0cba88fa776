namespace TextInsights.Sentiments;

/// <summary>Endings that a stem of a kind takes, as sets of bits; what a word of the lists looks like in a text.</summary>
internal static class WordEndings
{
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
    public static ulong BitOf(ReadOnlySpan<char> ending) => ending switch
    {
        "" => 1UL << 0,
        "e" => 1UL << 1,
        "s" => 1UL << 2,
        "es" => 1UL << 3,
        "n" => 1UL << 4,
        "en" => 1UL << 5,
        "er" => 1UL << 6,
        "ern" => 1UL << 7,
        "nen" => 1UL << 8,
        "em" => 1UL << 9,
        "ere" => 1UL << 10,
        "eren" => 1UL << 11,
        "erer" => 1UL << 12,
        "eres" => 1UL << 13,
        "erem" => 1UL << 14,
        "ste" => 1UL << 15,
        "sten" => 1UL << 16,
        "ster" => 1UL << 17,
        "stes" => 1UL << 18,
        "stem" => 1UL << 19,
        "este" => 1UL << 20,
        "esten" => 1UL << 21,
        "ester" => 1UL << 22,
        "estes" => 1UL << 23,
        "estem" => 1UL << 24,
        "st" => 1UL << 25,
        "t" => 1UL << 26,
        "te" => 1UL << 27,
        "ten" => 1UL << 28,
        "test" => 1UL << 29,
        "tet" => 1UL << 30,
        "et" => 1UL << 31,
        "ete" => 1UL << 32,
        "eten" => 1UL << 33,
        "est" => 1UL << 34,
        "end" => 1UL << 35,
        "ende" => 1UL << 36,
        "enden" => 1UL << 37,
        "ender" => 1UL << 38,
        "endes" => 1UL << 39,
        "endem" => 1UL << 40,
        "ter" => 1UL << 41,
        "tes" => 1UL << 42,
        "tem" => 1UL << 43,
        "eter" => 1UL << 44,
        "etes" => 1UL << 45,
        "etem" => 1UL << 46,
        "se" => 1UL << 47,
        "ses" => 1UL << 48,
        "sen" => 1UL << 49,
        _ => 0,
    };

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
