namespace Ascribe.Bench.Fuzzing;

/// <summary>Numbers by SplitMix64 (Steele, Lea and Flood 2014): the same on every machine and version of .NET, and quick to begin, for each input begins anew.</summary>
internal sealed class InputRandom(ulong state)
{
    private ulong _state = state;

    /// <summary>The numbers of one input of one target.</summary>
    public static InputRandom Of(long seed, string target, long input)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in target) hash = (hash ^ c) * 1099511628211UL;
        return new InputRandom(Mixed(Mixed(hash ^ (ulong)seed) ^ (ulong)input));
    }

    public ulong Next() => Mixed(_state += 0x9E3779B97F4A7C15UL);

    /// <summary>From 0 to below the bound.</summary>
    public int Below(int bound) => (int)(Next() % (ulong)bound);

    public bool OneIn(int many) => Below(many) == 0;

    public T Of<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    private static ulong Mixed(ulong value)
    {
        value = (value ^ value >> 30) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ value >> 27) * 0x94D049BB133111EBUL;
        return value ^ value >> 31;
    }
}
