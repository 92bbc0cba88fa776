namespace TextInsights.Entities;

/// <summary>
/// Folds a name to what two spellings of it share: letters and digits in lower case, umlauts written out, accents dropped.
/// "OPENAI" and "OpenAI", "JP Morgan" and "JPMorgan", "Nestlé" and "Nestle" fold to the same key.
/// </summary>
internal static class NameFolding
{
    /// <summary>Room that folding a text of a length may need.</summary>
    public static int MaximumLength(int length) => length * 2;

    /// <summary>Writes the folded form and returns its length; <paramref name="destination"/> has <see cref="MaximumLength"/>.</summary>
    public static int Fold(ReadOnlySpan<char> name, Span<char> destination)
    {
        int length = 0;
        foreach (char c in name)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                destination[length++] = char.ToLowerInvariant(c);
            }
            else if (c > 127 && (char.IsLetterOrDigit(c) || char.IsSurrogate(c)))
            {
                char lower = char.ToLowerInvariant(c);
                (char first, char second) = Plain(lower);
                destination[length++] = first;
                if (second != '\0')
                {
                    destination[length++] = second;
                }
            }
        }

        return length;
    }

    public static string Fold(ReadOnlySpan<char> name)
    {
        int room = MaximumLength(name.Length);
        Span<char> buffer = room <= 256 ? stackalloc char[256] : new char[room];
        return new string(buffer[..Fold(name, buffer)]);
    }

    // Written out here, as Unicode decomposition does not work under invariant globalization.
    private static (char First, char Second) Plain(char lower) => lower switch
    {
        'ä' or 'æ' => ('a', 'e'),
        'ö' or 'ø' or 'œ' => ('o', 'e'),
        'ü' => ('u', 'e'),
        'ß' or 'ẞ' => ('s', 's'),
        'à' or 'á' or 'â' or 'ã' or 'ā' or 'ă' or 'ą' => ('a', '\0'),
        'å' => ('a', '\0'),
        'ç' or 'ć' or 'č' => ('c', '\0'),
        'ď' or 'đ' or 'ð' => ('d', '\0'),
        'è' or 'é' or 'ê' or 'ë' or 'ē' or 'ę' or 'ě' or 'ė' => ('e', '\0'),
        'ğ' or 'ģ' => ('g', '\0'),
        'ì' or 'í' or 'î' or 'ï' or 'ı' or 'ī' => ('i', '\0'),
        'ķ' => ('k', '\0'),
        'ł' or 'ľ' or 'ļ' => ('l', '\0'),
        'ñ' or 'ń' or 'ň' or 'ņ' => ('n', '\0'),
        'ò' or 'ó' or 'ô' or 'õ' or 'ō' or 'ő' => ('o', '\0'),
        'ř' => ('r', '\0'),
        'ś' or 'š' or 'ş' or 'ș' => ('s', '\0'),
        'ť' or 'ţ' or 'ț' => ('t', '\0'),
        'ù' or 'ú' or 'û' or 'ū' or 'ű' or 'ů' => ('u', '\0'),
        'ý' or 'ÿ' => ('y', '\0'),
        'ź' or 'ż' or 'ž' => ('z', '\0'),
        _ => (lower, '\0'),
    };
}
