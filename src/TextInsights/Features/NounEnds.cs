using TextInsights.Lexicons;

namespace TextInsights.Features;

/// <summary>
/// Ends of nouns that tell of organisations (<c>data/lexicons/organization_kinds.tsv</c>): descriptors, behind which a name
/// often follows ("der Chiphersteller X"), and last parts of names ("Süßwarenverband").
/// </summary>
internal static class NounEnds
{
    private const int Shortest = 3;
    private const int Longest = 20;
    private const uint Basis = 2166136261;
    private const uint Prime = 16777619;

    // Open addressing by the hash of the end read backwards; 0 is free.
    private static readonly uint[] Keys;
    private static readonly byte[] Values;

    static NounEnds()
    {
        var ends = new Dictionary<uint, byte>();
        foreach (TsvTable.TsvRow row in TsvTable.Embedded("lexicons/organization_kinds.tsv").Rows)
        {
            byte use = (byte)(row["use"] == "descriptor" ? 1 : 2);
            foreach (string ending in (string[])["", "s", "es", "e", "n", "en", "in"])
            {
                uint hash = Basis;
                string end = row["word"] + ending;
                for (int i = end.Length - 1; i >= 0; i--)
                {
                    hash = Step(hash, end[i]);
                }

                ends[KeyOf(hash)] = (byte)(ends.GetValueOrDefault(KeyOf(hash)) | use);
            }
        }

        int size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(4 * ends.Count));
        Keys = new uint[size];
        Values = new byte[size];
        foreach ((uint key, byte value) in ends)
        {
            int slot = SlotOf(key);
            Keys[slot] = key;
            Values[slot] = value;
        }
    }

    /// <summary>What the longest known end of a word tells: 1 a descriptor, 2 a name, 3 both, 0 nothing.</summary>
    public static uint Of(ReadOnlySpan<char> word)
    {
        uint hash = Basis, best = 0;
        for (int length = 1; length <= Math.Min(word.Length, Longest); length++)
        {
            hash = Step(hash, char.ToLowerInvariant(word[^length]));
            if (length >= Shortest && SlotOf(KeyOf(hash)) is var slot && Keys[slot] != 0)
            {
                best = Values[slot];
            }
        }

        return best;
    }

    private static uint Step(uint hash, char c) => (hash ^ c) * Prime;

    private static uint KeyOf(uint hash) => Math.Max(1, FeatureHash.Mix(hash));

    // Where a key stands, or the free place where it would.
    private static int SlotOf(uint key)
    {
        int mask = Keys.Length - 1, slot = (int)key & mask;
        while (Keys[slot] != 0 && Keys[slot] != key)
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }
}
