using Ascribe.Language.Models;

namespace Ascribe.Lab.Muc4;

/// <summary>Collects hashed features.</summary>
internal sealed class Features
{
    private readonly List<uint> _hashes = [];

    public void Clear() => _hashes.Clear();

    public void Add(string kind) => _hashes.Add(FeatureHash.Of(kind));

    public void Add(string kind, string value) => _hashes.Add(FeatureHash.Mix(FeatureHash.Of(kind), FeatureHash.Of(value)));

    public void Add(string kind, string a, string b) => _hashes.Add(FeatureHash.Mix(FeatureHash.Of(kind), FeatureHash.Of(a), FeatureHash.Of(b)));

    public void Add(string kind, string a, string b, string c) =>
        _hashes.Add(FeatureHash.Mix(FeatureHash.Of(kind), FeatureHash.Of(a), FeatureHash.Of(b), FeatureHash.Of(c)));

    /// <summary>A number; larger ones than <paramref name="most"/> are told as that.</summary>
    public void Add(string kind, int number, int most = int.MaxValue) => _hashes.Add(FeatureHash.Mix(FeatureHash.Of(kind), (uint)Math.Min(number, most)));

    /// <inheritdoc cref="Add(string, int, int)"/>
    public void Add(string kind, string a, int number, int most = int.MaxValue) =>
        _hashes.Add(FeatureHash.Mix(FeatureHash.Of(kind), FeatureHash.Of(a), (uint)Math.Min(number, most)));

    /// <inheritdoc cref="Add(string, int, int)"/>
    public void Add(string kind, string a, string b, int number, int most = int.MaxValue) =>
        _hashes.Add(FeatureHash.Mix(FeatureHash.Of(kind), FeatureHash.Of(a), FeatureHash.Of(b), (uint)Math.Min(number, most)));

    /// <summary>Adds what was collected elsewhere.</summary>
    public void Add(uint[] hashes) => _hashes.AddRange(hashes);

    /// <summary>The features in ascending order, each once however often it was found.</summary>
    public uint[] ToArray()
    {
        var sorted = _hashes.ToArray();
        Array.Sort(sorted);
        var kept = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            if (i == 0 || sorted[i] != sorted[i - 1]) sorted[kept++] = sorted[i];
        }

        return sorted[..kept];
    }
}
