namespace TextInsights.Amounts;

/// <summary>What a word can be in and around an amount; a word can be several things ("hundert", "je").</summary>
[Flags]
internal enum WordRoles
{
    None = 0,

    /// <summary>A number word.</summary>
    Number = 1 << 0,

    /// <summary>"ein", "einer": a number only before a magnitude or a currency.</summary>
    Article = 1 << 1,

    /// <summary>"halbe", "viertel", "½".</summary>
    Fraction = 1 << 2,

    /// <summary>"tausend", "Mio.", "Milliarden".</summary>
    Magnitude = 1 << 3,

    /// <summary>"einige", "Hunderte": a number with two bounds.</summary>
    Vague = 1 << 4,

    /// <summary>A currency name, code or symbol.</summary>
    Currency = 1 << 5,

    /// <summary>"kanadischen": chooses among the currencies of a name.</summary>
    CountryAdjective = 1 << 6,

    /// <summary>A word that speaks for a country ("Oslo").</summary>
    CountryCue = 1 << 7,

    /// <summary>Not a word of the lists, but its letters may hold an amount: "30-Milliarden-Deal", "dreiundzwanzig".</summary>
    Compound = 1 << 8,

    /// <summary>The first word of an entry of several words.</summary>
    Opening = 1 << 9,

    /// <summary>A magnitude letter that counts only directly behind digits or a currency ("25m").</summary>
    Rare = 1 << 10,

    Range = 1 << 11,
    Between = 1 << 12,
    And = 1 << 13,
    Link = 1 << 14,
    Stead = 1 << 15,
    Previous = 1 << 16,
    Filler = 1 << 17,
    Symbolic = 1 << 18,
    Measure = 1 << 19,
    Date = 1 << 20,

    /// <summary>"waren", "sind": announces an earlier figure, joins nothing.</summary>
    Being = 1 << 25,

    /// <summary>Takes "über" without meaning more than ("verhandeln").</summary>
    AboutVerb = 1 << 24,

    /// <summary>Ends like an adjective and is none ("gegen", "wurden").</summary>
    NoAdjective = 1 << 23,

    /// <summary>"auf", "bei": a bound behind it belongs to the number ("auf über 5 Mio.").</summary>
    Preposition = 1 << 22,

    /// <summary>Last word of a qualifier phrase.</summary>
    Qualifier = 1 << 21,

    /// <summary>The number of an amount can begin here.</summary>
    Numeral = Number | Article | Fraction | Magnitude | Vague | Compound,
}

/// <summary>An entry of the word lists.</summary>
/// <param name="Roles">What the word can be.</param>
/// <param name="Value">Number, fraction, magnitude or lower bound of a vague number.</param>
/// <param name="Upper">Upper bound of a vague number.</param>
/// <param name="Unit">The currency that it names.</param>
/// <param name="Country">The country that it speaks for, as an index into the regions; -1 for none.</param>
internal sealed record AmountWord(WordRoles Roles, decimal Value = 0, decimal Upper = 0, CurrencyUnit? Unit = null, int Country = -1)
{
    public static AmountWord Compound { get; } = new(WordRoles.Compound);

    public bool Is(WordRoles roles) => (Roles & roles) != 0;

    /// <summary>One entry for two list rows of the same form; the numbers of the first one that has any stay.</summary>
    public AmountWord Merge(AmountWord other) => new(
        Roles | other.Roles,
        Value != 0 ? Value : other.Value,
        Upper != 0 ? Upper : other.Upper,
        Unit ?? other.Unit,
        Country >= 0 ? Country : other.Country);
}
