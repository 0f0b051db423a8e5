namespace Ascribe.Language.Models;

/// <summary>The rows of a <see cref="SentenceNetwork"/> that make the input of a word.</summary>
internal readonly record struct WordRows(int Word, int Ending2, int Ending3, int Ending4, int Beginning, int Look)
{
    /// <summary>The rows of no word.</summary>
    public static readonly WordRows None = new(-1, 0, 0, 0, 0, 0);

    public static WordRows Of(SentenceNetwork network, WordFeatures words, int i)
    {
        const uint mask = (1u << SentenceNetwork.EndingBits) - 1;
        return new WordRows(
            network.Rows.GetValueOrDefault(words.Forms[i], network.Rows.Count), (int)(FeatureHash.Mix(1, words.Suffix2[i]) & mask),
            (int)(FeatureHash.Mix(2, words.Suffix3[i]) & mask), (int)(FeatureHash.Mix(3, words.Suffix4[i]) & mask),
            (int)(FeatureHash.Mix(4, words.Prefix3[i]) & mask), (int)words.Shapes[i] + (words.IsCaseless ? 8 : 0) + (i == 0 ? 16 : 0));
    }

    /// <summary>A number below <paramref name="slots"/>, a power of two.</summary>
    public int Slot(int slots) => (int)(FeatureHash.Mix((uint)Word, (uint)Ending4, (uint)(Beginning * SentenceNetwork.Looks + Look)) & (uint)(slots - 1));

    public void Input(SentenceNetwork network, Span<float> input)
    {
        network.Words.AsSpan(Word * SentenceNetwork.WordSize, SentenceNetwork.WordSize).CopyTo(input);
        var ending = input.Slice(SentenceNetwork.WordSize, SentenceNetwork.EndingSize);
        Ending(network, Ending2).CopyTo(ending);
        Rows.Add(Ending(network, Ending3), ending);
        Rows.Add(Ending(network, Ending4), ending);
        Rows.Add(Ending(network, Beginning), ending);
        network.Look.AsSpan(Look * SentenceNetwork.LookSize, SentenceNetwork.LookSize).CopyTo(input[(SentenceNetwork.WordSize + SentenceNetwork.EndingSize)..]);
    }

    private static ReadOnlySpan<float> Ending(SentenceNetwork network, int row) => network.Endings.AsSpan(row * SentenceNetwork.EndingSize, SentenceNetwork.EndingSize);
}
