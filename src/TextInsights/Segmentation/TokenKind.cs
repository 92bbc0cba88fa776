namespace TextInsights.Segmentation;

/// <summary>What a token is made of, as far as its characters tell.</summary>
internal enum TokenKind : byte
{
    /// <summary>Letters, also with digits, inner hyphens, dots or apostrophes ("30-Milliarden-Euro-Deal", "E-Book", "A321neo").</summary>
    Word,

    /// <summary>A word with its closing dot ("Mrd.", "z.", "Dr.").</summary>
    Abbreviation,

    /// <summary>Digits with inner separators ("1.234,56", "1'250.50", "3/4").</summary>
    Number,

    /// <summary>Digits with a closing dot ("3." in "3. Quartal").</summary>
    Ordinal,

    /// <summary>Sentence and phrase punctuation, quotes, brackets, dashes.</summary>
    Punctuation,

    /// <summary>Currency and other symbols.</summary>
    Symbol,

    /// <summary>A web address.</summary>
    Url,

    /// <summary>A mail address.</summary>
    Email,

    /// <summary>"@name" or "#topic".</summary>
    Handle,
}
