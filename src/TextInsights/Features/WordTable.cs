using System.Runtime.InteropServices;
using TextInsights.Lexicons;
using TextInsights.Models;

namespace TextInsights.Features;

/// <summary>
/// What running text taught about words: the group of words that stand in the same surroundings, at three sizes. Words are
/// known by a 32-bit hash only; of 20,000 unknown words about one is taken for a known one.
/// </summary>
internal sealed class WordTable
{
    public const string ModelName = "words";
    public const string FileName = "words.bin";

    /// <summary>Changes with every change of the file or of <see cref="WordKey"/>.</summary>
    public const string Schema = "words-1";

    private const int MostWords = 1 << 21;
    private const int Remembered = 1 << 15; // words: six megabytes at most

    private readonly uint[] _keys; // open addressing, 0 is free
    private readonly ushort[] _groups;
    private readonly byte[] _kinds; // beside the groups
    private readonly uint[] _coarser; // per group: its middle and coarse group

    private WordTable(uint[] hashes, ushort[] groups, byte[] kinds, uint[] coarser)
    {
        int size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, 2 * hashes.Length));
        _keys = new uint[size];
        _groups = new ushort[size];
        _kinds = new byte[size];
        _coarser = coarser;
        for (int i = 0; i < hashes.Length; i++)
        {
            uint slot = hashes[i] & (uint)(size - 1);
            while (_keys[slot] != 0)
            {
                slot = (slot + 1) & (uint)(size - 1);
            }

            _keys[slot] = hashes[i];
            _groups[slot] = groups[i];
            _kinds[slot] = kinds[i];
        }
    }

    /// <summary>A table that knows no word.</summary>
    public static WordTable Empty { get; } = new([], [], [], []);

    /// <summary>
    /// The fine group of a word from 1 and the kind of name it mostly is where its surroundings decide (see <see cref="WordKind"/>);
    /// 0 where nothing is known. The word is in the form of <see cref="WordKey"/>.
    /// </summary>
    public (int Group, int Kind) Find(ReadOnlySpan<char> word)
    {
        uint hash = HashOf(word);
        uint mask = (uint)_keys.Length - 1;
        for (uint slot = hash & mask; _keys[slot] != 0; slot = (slot + 1) & mask)
        {
            if (_keys[slot] == hash)
            {
                return (_groups[slot], _kinds[slot]);
            }
        }

        return default;
    }

    /// <summary>Atoms that follow from a word and this table alone; see <see cref="WordAtoms"/>.</summary>
    public WordCache<TokenAtoms> Atoms { get; } = new(Remembered);

    /// <summary>The middle (low 16 bits) and coarse (high 16 bits) group of a fine group.</summary>
    public uint Coarser(int group) => _coarser[group];

    public static WordTable Load(ModelFolder folder)
    {
        ModelManifest manifest = folder.ReadManifest(ModelName, Schema);
        return Read(folder.ReadFile(ModelName, manifest, FileName));
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    public static WordTable Read(byte[] packed) => PackedFile.Read($"{ModelName}/{FileName}", packed, "word table", Read);

    private static WordTable Read(BinaryReader reader)
    {
        uint[] coarser = new uint[CountOf(reader, ushort.MaxValue + 1)];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(coarser.AsSpan()));
        uint[] hashes = new uint[CountOf(reader, MostWords)];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(hashes.AsSpan()));
        ushort[] groups = new ushort[hashes.Length];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(groups.AsSpan()));
        byte[] kinds = new byte[hashes.Length];
        reader.BaseStream.ReadExactly(kinds);
        if (groups.Length > 0 && System.Numerics.Tensors.TensorPrimitives.Max<ushort>(groups) >= coarser.Length)
        {
            throw new InvalidDataException("a group is out of range");
        }

        return new WordTable(hashes, groups, kinds, coarser);
    }

    /// <summary>The file for words with their fine groups and kinds, and the coarser groups of each fine group (0 included).</summary>
    public static byte[] ToBytes(IReadOnlyList<string> words, IReadOnlyList<int> groups, IReadOnlyList<byte> kinds, uint[] coarser)
    {
        var known = new SortedDictionary<uint, (ushort Group, byte Kind)>();
        for (int i = 0; i < words.Count; i++)
        {
            if (groups[i] != 0 || kinds[i] != 0)
            {
                known.TryAdd(HashOf(words[i]), ((ushort)groups[i], kinds[i])); // the more frequent word comes first and stays
            }
        }

        return PackedFile.Write(writer =>
        {
            writer.Write(coarser.Length);
            writer.Write(MemoryMarshal.AsBytes(coarser.AsSpan()));
            writer.Write(known.Count);
            writer.Write(MemoryMarshal.AsBytes(known.Keys.ToArray().AsSpan()));
            writer.Write(MemoryMarshal.AsBytes(known.Values.Select(v => v.Group).ToArray().AsSpan()));
            writer.Write(known.Values.Select(v => v.Kind).ToArray());
        });
    }

    // The number comes from a file: memory is only taken for a sensible one.
    private static int CountOf(BinaryReader reader, int most) =>
        reader.ReadInt32() is >= 0 and var count && count <= most ? count : throw new InvalidDataException("a length is out of range");

    private static uint HashOf(ReadOnlySpan<char> word) => Math.Max(1, FeatureHash.Of(word));
}
