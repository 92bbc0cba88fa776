using System.Buffers;
using TextInsights.Segmentation;

namespace TextInsights.Amounts;

/// <summary>A text whose words have been looked up once; every step of the stage asks it.</summary>
internal sealed class AmountScan : IDisposable
{
    private readonly AmountWord?[] _words;

    public AmountScan(SegmentedText text)
    {
        Text = text;
        _words = ArrayPool<AmountWord?>.Shared.Rent(text.Tokens.Length);
        for (int i = 0; i < text.Tokens.Length; i++)
        {
            _words[i] = LookUp(text, i);
        }

        PointIsDecimal = WritesDecimalPoints();
    }

    public SegmentedText Text { get; }

    public int Count => Text.Tokens.Length;

    /// <summary>Whether "1.250" is one and a quarter in this text; Swiss and English texts write so.</summary>
    public bool PointIsDecimal { get; }

    public AmountWord? Word(int token) => (uint)token < (uint)Count ? _words[token] : null;

    public ReadOnlySpan<char> this[int token] => (uint)token < (uint)Count ? Text[token] : default;

    public Token Token(int token) => Text.Tokens[token];

    public TokenKind Kind(int token) => (uint)token < (uint)Count ? Text.Tokens[token].Kind : TokenKind.Punctuation;

    public TokenGap Gap(int token) => (uint)token < (uint)Count ? Text.Tokens[token].Gap : TokenGap.BlankLine;

    public bool Is(int token, WordRoles roles) => Word(token) is { } word && word.Is(roles);

    public bool Is(int token, ReadOnlySpan<char> form) => this[token].Equals(form, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a token is a word that begins with a capital letter.</summary>
    public bool IsCapitalized(int token) => Kind(token) == TokenKind.Word && char.IsUpper(this[token][0]);

    public void Dispose() => ArrayPool<AmountWord?>.Shared.Return(_words, clearArray: true);

    // Apostrophes between thousands or a point before one or two digits of money, and nothing that speaks for the comma.
    private bool WritesDecimalPoints()
    {
        bool points = false;
        for (int i = 0; i < Count; i++)
        {
            if (Kind(i) != TokenKind.Number)
            {
                continue;
            }

            ReadOnlySpan<char> number = this[i];
            int point = number.IndexOf('.');
            if (number.Contains(',') || (point >= 0 && point != number.LastIndexOf('.')))
            {
                return false;
            }

            bool cents = point > 0 && number.Length - point <= 3 && (Is(i - 1, WordRoles.Currency) || Is(i + 1, WordRoles.Currency | WordRoles.Magnitude));
            points |= cents || number.ContainsAny('\'', '’');
        }

        return points;
    }

    private static AmountWord? LookUp(SegmentedText text, int i)
    {
        ReadOnlySpan<char> form = text[i];
        switch (text.Tokens[i].Kind)
        {
            case TokenKind.Word or TokenKind.Abbreviation or TokenKind.Symbol or TokenKind.Punctuation:
                return form.Length > CompoundReader.MaximumLength ? null
                    : AmountLexicon.Find(form) ?? (CompoundReader.MayHoldAmount(form) ? AmountWord.Compound : null);
            default:
                return null;
        }
    }
}
