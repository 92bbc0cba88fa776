using System.Runtime.CompilerServices;

namespace TextInsights.Lexicons;

/// <summary>
/// Tells by three letters that nothing in a list begins so, which is what most places of a text come to. Five bits of a letter
/// count: they tell all from "a" to "z" apart, whatever their case, and never shut out what the list has.
/// </summary>
internal sealed class LetterFilter
{
    private const int Bits = 5;
    private const int Mask = (1 << Bits) - 1;
    private const int Word = 64;
    private readonly ulong[] _begins = new ulong[(1 << (3 * Bits)) / Word];

    /// <summary>Adds a beginning; of one or two letters, whatever follows.</summary>
    public void Add(ReadOnlySpan<char> beginning)
    {
        int free = Bits * (3 - Math.Min(beginning.Length, 3));
        int key = 0;
        foreach (char letter in beginning[..Math.Min(beginning.Length, 3)])
        {
            key = (key << Bits) | (letter & Mask);
        }

        for (int end = 0; end < 1 << free; end++)
        {
            int whole = (key << free) | end;
            _begins[whole / Word] |= 1UL << (whole % Word);
        }
    }

    /// <summary>False if nothing begins with these letters; behind the end of a text stands whatever is given.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayBegin(char first, char second, char third)
    {
        int key = ((first & Mask) << (2 * Bits)) | ((second & Mask) << Bits) | (third & Mask);
        return (_begins[key / Word] >> (key % Word) & 1) != 0;
    }
}
