using TextInsights.Segmentation;

namespace TextInsights.Features;

/// <summary>
/// The atoms of all tokens of a text, each sentence between boundaries, and where each capitalized word stands elsewhere
/// in the text: what is a company in one sentence is one in the next.
/// </summary>
internal sealed class DocumentAtoms
{
    private readonly TokenAtoms[] _atoms;
    private readonly int[] _earlier; // position of the same word before, 0 if there is none
    private readonly int[] _later;

    private const int Few = 2;

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="words">What is known about words.</param>
    /// <param name="lists">Lists of names.</param>
    /// <param name="asArticle">Whether a sentence or two are to be read as a longer text would be.</param>
    public DocumentAtoms(SegmentedText text, WordTable words, NameLists lists, bool asArticle = false)
    {
        Words = words;
        Genre = AreFew(text) && !asArticle ? 1u : 2u;
        _atoms = new TokenAtoms[text.Tokens.Length + ((text.Sentences.Length + 1) * EntityFeatures.Reach)];
        _earlier = new int[_atoms.Length];
        _later = new int[_atoms.Length];
        Array.Fill(_atoms, WordAtoms.Boundary);
        for (int s = 0; s < text.Sentences.Length; s++)
        {
            SentenceRange sentence = text.Sentences[s];
            Span<TokenAtoms> atoms = _atoms.AsSpan(PositionOf(sentence, s), sentence.TokenCount);
            for (int i = 0; i < atoms.Length; i++)
            {
                atoms[i] = WordAtoms.Of(text[sentence.FirstToken + i], words);
            }

            lists.Mark(atoms);
            MarkPlaces(text, sentence, atoms);
        }

        if (Genre > 1)
        {
            Chain();
        }
    }

    /// <summary>What is known about words from running text.</summary>
    public WordTable Words { get; }

    /// <summary>1 for a sentence or two, 2 for longer texts: single sentences name things differently than articles do.</summary>
    public uint Genre { get; }

    public ReadOnlySpan<TokenAtoms> Atoms => _atoms;

    /// <summary>Whether a text has a sentence or two only.</summary>
    public static bool AreFew(SegmentedText text) => text.Sentences.Length <= Few;

    /// <summary>The atoms of a token.</summary>
    public ref readonly TokenAtoms Of(SegmentedText text, int token) => ref _atoms[token + ((text.SentenceOf(token) + 1) * EntityFeatures.Reach)];

    /// <summary>Where the first token of a sentence stands in <see cref="Atoms"/>.</summary>
    public static int PositionOf(SentenceRange sentence, int number) => sentence.FirstToken + ((number + 1) * EntityFeatures.Reach);

    /// <summary>Position of the same word before this one, or 0.</summary>
    public int Earlier(int position) => _earlier[position];

    /// <summary>Position of the same word behind this one, or 0.</summary>
    public int Later(int position) => _later[position];

    // A quotation counts only if it ends in the sentence; quotes that nothing closes quote nothing.
    private static void MarkPlaces(SegmentedText text, SentenceRange sentence, Span<TokenAtoms> atoms)
    {
        int open = -1;
        for (int i = 0; i < atoms.Length; i++)
        {
            atoms[i].Place = (byte)((sentence.Kind == SentenceKind.Heading ? 2 : 0) + (i == 0 ? 4 : 0));
            if (text[sentence.FirstToken + i] is not ['"' or '„' or '“' or '”' or '»' or '«'])
            {
                continue;
            }

            if (open < 0)
            {
                open = i;
                continue;
            }

            for (int k = open + 1; k < i; k++)
            {
                atoms[k].Place |= 1;
            }

            open = -1;
        }
    }

    private void Chain()
    {
        var last = new Dictionary<uint, int>();
        for (int i = 0; i < _atoms.Length; i++)
        {
            ref readonly TokenAtoms atoms = ref _atoms[i];
            if (atoms.Form is not (WordForm.Capitalized or WordForm.AllCapitals or WordForm.MixedCapitals or WordForm.WithDigits))
            {
                continue;
            }

            uint key = atoms.Head != 0 ? atoms.Head : atoms.Bare != 0 && last.ContainsKey(atoms.Bare) ? atoms.Bare : atoms.Word;
            if (last.TryGetValue(key, out int before))
            {
                _earlier[i] = before;
                _later[before] = i;
            }

            last[key] = i;
        }
    }
}
