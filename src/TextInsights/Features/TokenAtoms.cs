namespace TextInsights.Features;

/// <summary>What features are made of: hashes and classes of one token that need no context. Computed once per token.</summary>
internal struct TokenAtoms
{
    /// <summary>Hash of the word as it stands.</summary>
    public uint Word;

    /// <summary>Hash of the word in lower case.</summary>
    public uint Lower;

    /// <summary>Hash of the shape with runs shortened ("Xx", "Xx-Xx", "X.", "d,d").</summary>
    public uint Shape;

    /// <summary>Hashes of the first 1 to 5 characters; 0 where the word is shorter.</summary>
    public Affixes Prefixes;

    /// <summary>Hashes of the last 1 to 5 characters in lower case; 0 where the word is shorter.</summary>
    public Affixes Suffixes;

    /// <summary>Hash of the part before the first inner hyphen; 0 without one.</summary>
    public uint Head;

    /// <summary>Hash of the part behind the last inner hyphen in lower case; 0 without one.</summary>
    public uint Tail;

    /// <summary>Groups of the word from running text, fine to coarse; 0 if it is unknown.</summary>
    public Groups Words;

    /// <summary>Groups of the part before the first inner hyphen.</summary>
    public Groups HeadWords;

    /// <summary>
    /// Groups of the part behind the last inner hyphen ("Aktie" in "UBS-Aktie"); of an unknown word without a hyphen, those of
    /// the longest known word that it ends in ("Verband" in "Süßwarenverband").
    /// </summary>
    public Groups TailWords;

    /// <summary>What the end of a capitalized word tells of organisations; see <see cref="NounEnds"/>.</summary>
    public uint Noun;

    /// <summary>Hash of the word without its genitive ending; 0 if it has none.</summary>
    public uint Bare;

    /// <summary>Lists of known names that the token stands in; see <see cref="NameLists"/>.</summary>
    public uint Lists;

    /// <summary>Where the token stands: 1 inside quotation marks, 2 in a heading, 4 first in its sentence; added up.</summary>
    public byte Place;

    /// <summary>Coarse class of the spelling.</summary>
    public WordForm Form;

    internal record struct Groups(uint Fine, uint Middle, uint Coarse, uint Kind);

    [System.Runtime.CompilerServices.InlineArray(5)]
    internal struct Affixes
    {
        private uint _first;
    }
}

/// <summary>How a token is spelled, roughly.</summary>
internal enum WordForm : byte
{
    Other,
    Lower,
    Capitalized,
    AllCapitals,
    MixedCapitals,
    Number,
    WithDigits,
    Punctuation,
    Boundary,
}
