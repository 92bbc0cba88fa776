using TextInsights.Lexicons;
using static TextInsights.Segmentation.CharacterClass;

namespace TextInsights.Segmentation;

/// <summary>What a sentence shows of an advertisement: weights of its cues by group and how it turns to the reader.</summary>
internal struct AdvertisementEvidence
{
    private static readonly WordSet FiniteVerbs = WordSet.Embedded("lexicons/finite_verbs.tsv");

    private static readonly WordSet OrderOpeners = WordSet.Embedded("lexicons/order_openers.tsv");

    private CueWeights _cues;

    /// <summary>"Sie", "Ihr", "du" and their forms outside quotes, where they cannot mean somebody else.</summary>
    public int Address { get; private set; }

    /// <summary>"unser" and its forms outside quotes.</summary>
    public int Ours { get; private set; }

    /// <summary>A verb before "Sie", outside quotes and questions: "Testen Sie".</summary>
    public int Imperatives { get; private set; }

    /// <summary>"Jetzt … herunterladen": an order without a subject.</summary>
    public bool OrdersByInfinitive { get; private set; }

    /// <summary>Web address, mail address or an arrow.</summary>
    public bool HasLink { get; private set; }

    public bool IsQuestion { get; private set; }

    public bool IsExclamation { get; private set; }

    /// <summary>Words in quotes, as a share of all.</summary>
    public float Quoted { get; private set; }

    public int TokenCount { get; private set; }

    public readonly float this[CueGroup group] => _cues[(int)group];

    public static AdvertisementEvidence Of(TokenizedText text, SentenceRange sentence, bool startsBlock)
    {
        var evidence = new AdvertisementEvidence { TokenCount = sentence.TokenCount };
        Span<float> cues = evidence._cues;
        ReadOnlySpan<char> last = text[sentence.EndToken - 1];
        evidence.IsQuestion = last is ['?'];
        evidence.IsExclamation = last is ['!'];
        int first = sentence.FirstToken;
        int quoted = 0;
        bool inQuotes = false;
        for (int i = first; i < sentence.EndToken; i++)
        {
            ReadOnlySpan<char> word = text[i];
            if (word.Length == 1 && word[0] is '„' or '“' or '”' or '"' or '»' or '«')
            {
                inQuotes = !inQuotes;
                continue;
            }

            quoted += inQuotes ? 1 : 0;
            evidence.HasLink |= text.Tokens[i].Kind is TokenKind.Url or TokenKind.Email || word is ['→'] or ['►'] or ['▶'] or ['➤'];
            if (i == first || !inQuotes)
            {
                evidence.Look(text, i, first, sentence.EndToken, startsBlock, cues);
            }
        }

        evidence.Quoted = (float)quoted / sentence.TokenCount;
        evidence.OrdersByInfinitive = IsOrder(text, sentence);
        return evidence;
    }

    private void Look(TokenizedText text, int i, int first, int end, bool startsBlock, Span<float> cues)
    {
        float label = cues[(int)CueGroup.Label];
        AdvertisementCues.Match(text, i, end, cues);
        if (cues[(int)CueGroup.Label] > label && !(startsBlock && i - first <= 1))
        {
            cues[(int)CueGroup.Label] = label;
        }

        ReadOnlySpan<char> word = text[i];
        if (word[0] is 'u' or 'U' or 'S' or 'I' or 'd' or 'D' or 'e') // how every word below begins
        {
            LookForAddress(text, i, first, word);
        }
    }

    private void LookForAddress(TokenizedText text, int i, int first, ReadOnlySpan<char> word)
    {
        Ours += word.StartsWith("unser", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        bool formal = i > first && word is "Sie" or "Ihr" or "Ihre" or "Ihren" or "Ihrem" or "Ihrer" or "Ihres" or "Ihnen" && !EndsPhrase(text, i - 1);
        Address += formal || word is "du" or "dir" or "dich" or "dein" or "deine" or "deinen" or "deinem" or "deiner" or "Du" or "euch" or "euer" or "eure" ? 1 : 0;
        if (formal && word is "Sie" && !IsQuestion && text[i - 1] is [.., 'e', 'n'] or [.., 'r', 'n'] or [.., 'l', 'n'] && text.Tokens[i - 1].Kind == TokenKind.Word)
        {
            Imperatives++;
        }
    }

    private static bool EndsPhrase(TokenizedText text, int token) => text[token] is [':'] or ['.'] or ['!'] or ['?'] or ['…'] or ['„'] or ['»'] or ['"'];

    // A clause that begins with "Jetzt" or the like, ends with an infinitive and has no finite verb behind its first word.
    private static bool IsOrder(TokenizedText text, SentenceRange sentence)
    {
        for (int i = sentence.FirstToken; i < sentence.EndToken - 1; i++)
        {
            bool starts = i == sentence.FirstToken || text.Tokens[i - 1].Kind == TokenKind.Punctuation;
            if (!starts || !OrderOpeners.Contains(text[i]) || FiniteVerbs.Contains(text[i + 1]))
            {
                continue;
            }

            int end = i + 1;
            while (end < sentence.EndToken && text[end] is not ([':'] or ['!'] or ['.'] or ['?'] or ['–'] or ['—'] or ['»'] or ['→'] or ['>']))
            {
                end++;
            }

            ReadOnlySpan<char> last = text[end - 1];
            if (end > i + 1 && IsLower(last[0]) && last is [.., 'e', 'n'] or [.., 'l', 'n'] or [.., 'r', 'n'])
            {
                return true;
            }

            i = end - 1;
        }

        return false;
    }

    [System.Runtime.CompilerServices.InlineArray(AdvertisementCues.GroupCount)]
    private struct CueWeights
    {
        private float _first;
    }
}
