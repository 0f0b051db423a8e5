using System.Runtime.CompilerServices;

namespace Ascribe.Language.Models;

/// <summary>Hashes of features. They decide where a trained weight lies: a change here makes every model file useless.</summary>
internal static class FeatureHash
{
    /// <summary>FNV-1a over UTF-16 code units.</summary>
    public static uint Of(ReadOnlySpan<char> text)
    {
        var hash = 2166136261u;
        foreach (var c in text)
        {
            hash = (hash ^ (byte)c) * 16777619;
            hash = (hash ^ (byte)(c >> 8)) * 16777619;
        }

        return hash;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Mix(uint template, uint a) => Finish((template * 0x9E3779B9u) ^ (a * 0x85EBCA6Bu));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Mix(uint template, uint a, uint b) => Finish(((template * 0x9E3779B9u) ^ (a * 0x85EBCA6Bu)) * 0x27D4EB2Fu + b * 0xC2B2AE35u);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Mix(uint template, uint a, uint b, uint c) => Mix(template, Mix(template, a, b), c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Finish(uint h)
    {
        h ^= h >> 15;
        h *= 0x2C1B3C6Du;
        h ^= h >> 12;
        h *= 0x297A2D39u;
        return h ^ (h >> 15);
    }
}
