using System.Text;

namespace TextInsights.Tests.Robustness;

/// <summary>Makes damaged text of sound articles, the same for the same seed: pieces cut out, doubled, spliced, hostile characters put in.</summary>
internal sealed class TextMutator(IReadOnlyList<string> articles, int seed)
{
    private const int LongestRun = 100;

    private static readonly string[] Pieces =
    [
        "\0", "\uD800", "\uDC00", "\uFEFF", "\u200B", "\u202E", "\u2066", "\u0301", "\u00AD", "\u00A0", "\r", "\n", "\n\n", "\t", "\u2028", "\uFFFD", "İ", "ß", "ﬁ", "½", "²", "你好", "💰",
        "&nbsp;", "&#8364;", "<p>", "</p>", "<!--", "„", "“", "»", "«", "(", ")", "[", "]", "{", "}", "-", "–", "/", "\\", "%", "€", "$", "£", ".", "...", ",", ";", ":", "'", "’", "`", "|", "#", "@",
        "5", "1.234,56", "1'000", "0", "999999999999999999999999999999", "1/0", "Mio.", "Mrd.", "Euro", "US-Dollar", "Milliardenhöhe", "rund", "bis zu", "zwischen", "und", "von", "auf", "je Aktie",
        "GmbH & Co. KG", "AG", "SE", "übernimmt", "steigt ein", "verkauft", "nicht", "kein", "soll", "könnte", "Kreisen zufolge", "bewertet", "Börsenwert", "Beteiligung an", "49,9 Prozent",
        "Jetzt kostenlos testen!", "http://www.example.de/a?b=c", "a@b.de", "25.11.2026", "z. B.", "Dr.", "Verlust", "Gewinn", "halbiert",
    ];

    private readonly Random _random = new(seed);

    /// <summary>The next text, a few hundred characters, seldom some thousand.</summary>
    public string Next()
    {
        var text = new StringBuilder(Slice(400));
        for (int changes = _random.Next(1, 9); changes > 0; changes--)
        {
            Change(text);
        }

        return text.ToString();
    }

    private void Change(StringBuilder text)
    {
        int at = _random.Next(text.Length + 1), length = Math.Min(_random.Next(1, 30), text.Length - at);
        switch (_random.Next(10))
        {
            case 0:
                text.Remove(at, length);
                break;
            case 1:
                text.Insert(at, text.ToString(at, length));
                break;
            case 2:
                text.Insert(at, Slice(100));
                break;
            case 3:
                text.Insert(at, string.Concat(Enumerable.Repeat(Piece() + (_random.Next(2) == 0 ? " " : ""), _random.Next(1, LongestRun))));
                break;
            case 4:
                string upper = text.ToString(at, length).ToUpperInvariant();
                text.Remove(at, length).Insert(at, upper);
                break;
            case 5:
                text.Replace(" ", _random.Next(2) == 0 ? "" : "\u00A0", at, length);
                break;
            case 6:
                text.Insert(at, (char)_random.Next(0x10000));
                break;
            default:
                text.Insert(at, $" {Piece()} ");
                break;
        }
    }

    private string Piece() => Pieces[_random.Next(Pieces.Length)];

    private string Slice(int longest)
    {
        string article = articles[_random.Next(articles.Count)];
        int start = _random.Next(article.Length);
        return article.Substring(start, Math.Min(_random.Next(longest), article.Length - start));
    }
}
