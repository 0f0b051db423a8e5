namespace Ascribe.Language.Models;

/// <summary>The rows of a <see cref="SentenceNetwork"/> that make the input of a word.</summary>
internal readonly record struct WordRows(int Word, int Ending2, int Ending3, int Ending4, int Beginning, int Look)
{
    /// <summary>The rows of no word.</summary>
    public static readonly WordRows None = new(-1, 0, 0, 0, 0, 0);

    public static WordRows Of(SentenceNetwork network, WordFeatures words, int i) =>
        words.Words[i].RowsIn(network) with { Look = (int)words.Shapes[i] + (words.IsCaseless ? 8 : 0) + (i == 0 ? 16 : 0) };

    /// <summary>The rows of a word by its form.</summary>
    public static WordRows Of(SentenceNetwork network, Word word)
    {
        const uint mask = (1u << SentenceNetwork.EndingBits) - 1;
        var form = word.Seen;
        return new WordRows(
            network.Rows.GetValueOrDefault(word.Hash, network.Rows.Count), Ending(1, form[^Math.Min(2, form.Length)..]), Ending(2, form[^Math.Min(3, form.Length)..]),
            Ending(3, form[^Math.Min(4, form.Length)..]), Ending(4, form[..Math.Min(3, form.Length)]), 0);

        static int Ending(uint template, ReadOnlySpan<char> letters) => (int)(FeatureHash.Mix(template, FeatureHash.Of(letters)) & mask);
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
