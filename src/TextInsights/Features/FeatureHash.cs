using System.Runtime.CompilerServices;

namespace TextInsights.Features;

/// <summary>The hash behind every feature: 32-bit FNV-1a over UTF-16 with a final mix. The same on every machine and in every version.</summary>
internal static class FeatureHash
{
    /// <summary>Hash of a text, as it stands.</summary>
    public static uint Of(ReadOnlySpan<char> text, uint seed = 2166136261)
    {
        uint hash = seed;
        foreach (char c in text)
        {
            hash = (hash ^ c) * 16777619;
        }

        return Mix(hash);
    }

    /// <summary>Hash of two hashes in order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Combine(uint first, uint second) => Mix((first * 0x9E3779B1) ^ (second + 0x7F4A7C15));

    /// <summary>Spreads the bits of a hash.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Mix(uint h)
    {
        h ^= h >> 16;
        h *= 0x85EBCA6B;
        h ^= h >> 13;
        h *= 0xC2B2AE35;
        return h ^ (h >> 16);
    }
}
