using System.Buffers;
using TextInsights.Lexicons;

namespace TextInsights.Features;

/// <summary>
/// Lists of known names. A name is found where its words stand in a row, the longest one per list; the last word may carry a
/// genitive -s. Words are compared by hash, so looking up touches no text.
/// </summary>
internal sealed class NameLists
{
    // One list per bit pair of a token's mask, in this order.
    private static readonly string[] Lists = ["first_names", "surnames", "towns", "regions", "listed_companies", "press_companies", "company_endings", "press_institutions", "press_products"];

    private readonly uint[] _keys; // of whole names and of their beginnings; open addressing, 0 is free
    private readonly ushort[] _values; // a bit per list that holds the name; the highest bit: longer names begin so

    private const ushort Longer = 0x8000;

    // A name without any of these is one token.
    private static readonly SearchValues<char> Joints = SearchValues.Create(" .,&'’-–/+0123456789()!");

    private NameLists(Dictionary<uint, ushort> entries)
    {
        int size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, 2 * entries.Count));
        _keys = new uint[size];
        _values = new ushort[size];
        foreach ((uint key, ushort value) in entries)
        {
            uint slot = key & (uint)(size - 1);
            while (_keys[slot] != 0)
            {
                slot = (slot + 1) & (uint)(size - 1);
            }

            _keys[slot] = key;
            _values[slot] = value;
        }
    }

    /// <summary>The lists that are packed into this assembly.</summary>
    public static NameLists Embedded()
    {
        var entries = new Dictionary<uint, ushort>(300_000);
        for (int list = 0; list < Lists.Length; list++)
        {
            foreach (TsvTable.TsvRow row in TsvTable.Embedded($"gazetteers/{Lists[list]}.tsv").Rows)
            {
                Add(entries, row["name"], (ushort)(1 << list));
            }
        }

        return new NameLists(entries);
    }

    /// <summary>Marks the tokens of names: two bits per list, 1 begin, 2 inside, 3 the only word.</summary>
    public void Mark(Span<TokenAtoms> tokens)
    {
        for (int i = 0; i < tokens.Length; i++)
        {
            uint key = 0;
            ushort value = Longer;
            for (int j = i; j < tokens.Length && (value & Longer) != 0; j++)
            {
                ushort bare = tokens[j].Bare == 0 ? (ushort)0 : Find(Step(key, tokens[j].Bare));
                key = Step(key, tokens[j].Word);
                value = Find(key);
                MarkName(tokens[i..(j + 1)], (value | bare) & ~Longer);
            }
        }
    }

    // Longer names overwrite shorter ones that begin at the same token; a name inside a longer one of its list is left out.
    private static void MarkName(Span<TokenAtoms> name, int lists)
    {
        for (int list = 0; lists != 0; list++, lists >>= 1)
        {
            int shift = 2 * list;
            if ((lists & 1) == 0 || ((name[0].Lists >> shift) & 3) == 2)
            {
                continue;
            }

            for (int k = 0; k < name.Length; k++)
            {
                uint place = name.Length == 1 ? 3u : k == 0 ? 1u : 2u;
                name[k].Lists = (name[k].Lists & ~(3u << shift)) | (place << shift);
            }
        }
    }

    private ushort Find(uint key)
    {
        uint mask = (uint)_keys.Length - 1;
        for (uint slot = key & mask; _keys[slot] != 0; slot = (slot + 1) & mask)
        {
            if (_keys[slot] == key)
            {
                return _values[slot];
            }
        }

        return 0;
    }

    private static uint Step(uint key, uint word) => Math.Max(1, key == 0 ? word : FeatureHash.Combine(key, word));

    private static void Add(Dictionary<uint, ushort> entries, string name, ushort list)
    {
        if (!name.AsSpan().ContainsAny(Joints))
        {
            uint word = Step(0, FeatureHash.Of(name));
            entries[word] = (ushort)(entries.GetValueOrDefault(word) | list);
            return;
        }

        uint key = 0;
        Segmentation.TokenizedText words = Segmentation.GermanTokenizer.Tokenize(name);
        for (int i = 0; i < words.Tokens.Length; i++)
        {
            key = Step(key, FeatureHash.Of(words[i]));
            ushort value = i + 1 == words.Tokens.Length ? list : Longer;
            entries[key] = (ushort)(entries.GetValueOrDefault(key) | value);
        }
    }
}
