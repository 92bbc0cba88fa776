using TextInsights.Segmentation;

namespace TextInsights.Relations;

/// <summary>What the whole text says an organisation is and where it is at home, for telling which one "das Start-up" or "die Ulmer" means.</summary>
internal sealed class OrganizationProfile
{
    private const int LongestApposition = 5;

    private static ReadOnlySpan<OrganizationKind> SpecialKinds =>
        [OrganizationKind.Investor, OrganizationKind.Association, OrganizationKind.Research, OrganizationKind.Authority, OrganizationKind.Media];

    private readonly List<(OrganizationKind Kind, uint Noun, uint Tail)> _descriptions = [];
    private readonly List<(int Start, int End)> _homes = []; // tokens of demonyms or places
    private readonly OrganizationKind _kindOfName;

    public OrganizationProfile(SegmentedText text, Entity entity, bool[] isNamed)
    {
        _kindOfName = OrganizationNouns.OfName(entity.Name);
        MentionCount = entity.Mentions.Length;
        foreach (Mention mention in entity.Mentions)
        {
            IsTraded |= TradeWords.StandBefore(text, text.TokenAt(mention.Start));
            ReadLeft(text, text.TokenAt(mention.Start), isNamed);
            ReadRight(text, text.TokenAt(mention.End - 1) + 1, isNamed);
        }

        foreach (OrganizationKind kind in SpecialKinds)
        {
            Special = Is(kind) ? kind : Special;
        }
    }

    /// <summary>How often it is named.</summary>
    public int MentionCount { get; }

    /// <summary>Whether its name or a description says that it is of this kind.</summary>
    public bool Is(OrganizationKind kind) => _kindOfName == kind || _descriptions.Exists(d => d.Kind == kind);

    /// <summary>Whether the text tells of its sale, its shares or its capital: it is the matter of a deal, not a buyer.</summary>
    public bool IsTraded { get; }

    /// <summary>The kind that sets it apart from companies like any other; unknown if there is none.</summary>
    public OrganizationKind Special { get; private set; }

    /// <summary>Whether companies are bought, valued and measured like it: neither a newspaper nor an authority.</summary>
    public bool IsBusiness => !Is(OrganizationKind.Media) && !Is(OrganizationKind.Authority) && !Is(OrganizationKind.Research);

    /// <summary>How well a descriptor fits: the same noun, the same end of it, the same kind, nothing known, another kind.</summary>
    public double FitOf(OrganizationKind kind, uint noun, uint tail)
    {
        double fit = kind == OrganizationKind.Business || (_descriptions.Count == 0 && _kindOfName == OrganizationKind.Unknown) ? 0
            : kind is OrganizationKind.Company or OrganizationKind.Corporation ? -0.5 : -2;
        foreach ((OrganizationKind known, uint knownNoun, uint knownTail) in _descriptions)
        {
            double found = knownNoun == noun ? 5 : knownTail == tail ? 3.5 : known == kind && kind != OrganizationKind.Company ? 2 : fit;
            fit = Math.Max(fit, kind == OrganizationKind.Business ? Math.Min(found, 0.5) : found);
        }

        return Math.Max(fit, _kindOfName == kind ? 2 : fit) + KindPenalty(kind);
    }

    /// <summary>Whether the text places it where a demonym says; null if the text places it nowhere.</summary>
    public bool? IsFrom(SegmentedText text, ReadOnlySpan<char> demonym)
    {
        foreach ((int start, int end) in _homes)
        {
            if (OrganizationNouns.SamePlace(demonym, text.Text.AsSpan(start, end - start)))
            {
                return true;
            }
        }

        return _homes.Count == 0 ? null : false;
    }

    private double KindPenalty(OrganizationKind kind)
    {
        double penalty = 0;
        foreach (OrganizationKind special in SpecialKinds)
        {
            penalty -= kind != special && Is(special) ? 4 : 0;
        }

        bool young = Is(OrganizationKind.StartUp), large = Is(OrganizationKind.Corporation);
        return penalty - ((kind == OrganizationKind.StartUp && large && !young) || (kind == OrganizationKind.Corporation && young) ? 3 : 0);
    }

    // "das Münchner Quantencomputer-Start-up Lumenqubit"
    private void ReadLeft(SegmentedText text, int mention, bool[] isNamed)
    {
        int i = mention - 1;
        if (i >= 0 && text[i] is ['„' or '"' or '“' or '»' or '«' or '‚'])
        {
            i--;
        }

        for (int limit = mention - LongestApposition; i >= 0 && i > limit && !isNamed[i] && text.Tokens[i].Kind == TokenKind.Word; i--)
        {
            OrganizationKind kind = OrganizationNouns.OfDescriptor(text[i], out uint noun, out uint tail);
            if (kind != OrganizationKind.Unknown && _descriptions.Count < 8)
            {
                _descriptions.Add((kind, noun, tail));
            }
            else if (OrganizationNouns.IsDemonym(text[i]))
            {
                _homes.Add((text.Tokens[i].Start, text.Tokens[i].End));
                break;
            }
            else if (text[i] is [>= 'A' and <= 'Z', ..] || !text[i].EndsWith("e") && !text[i].EndsWith("en") && !text[i].EndsWith("er") && !text[i].EndsWith("es"))
            {
                break; // no adjective
            }
        }
    }

    // "Volocrane aus Stade", "Menyu, ein Anbieter von …"
    private void ReadRight(SegmentedText text, int i, bool[] isNamed)
    {
        if (i < text.Tokens.Length && text[i] is ['“' or '"' or '”' or '«' or '»' or '‘'])
        {
            i++;
        }

        if (i + 1 < text.Tokens.Length && text[i] is "aus" or "in" && isNamed[i + 1])
        {
            _homes.Add((text.Tokens[i + 1].Start, text.Tokens[i + 1].End));
        }

        if (i + 2 >= text.Tokens.Length || text[i] is not [',' or '(' or '–' or '-'] || text[i + 1] is not ("der" or "die" or "das" or "ein" or "eine"))
        {
            return;
        }

        for (int j = i + 2; j < text.Tokens.Length && j < i + 2 + LongestApposition && text.Tokens[j].Kind == TokenKind.Word; j++)
        {
            if (OrganizationNouns.IsDemonym(text[j]))
            {
                _homes.Add((text.Tokens[j].Start, text.Tokens[j].End));
            }
            else if (char.IsUpper(text[j][0]))
            {
                OrganizationKind kind = OrganizationNouns.OfDescriptor(text[j], out uint noun, out uint tail);
                if (kind != OrganizationKind.Unknown)
                {
                    _descriptions.Add((kind, noun, tail));
                }

                return;
            }
        }
    }
}
