namespace Ascribe.Language.Models;

/// <summary>The words of a sentence as the network looks them up.</summary>
internal sealed class WordFeatures
{
    public Word[] Words = [];
    public WordShape[] Shapes = [];

    public int Count { get; private set; }

    /// <summary>True where case tells nothing: all words are capitals, or nearly all are capitalised.</summary>
    public bool IsCaseless { get; private set; }

    /// <summary>Takes over the tokens of a sentence.</summary>
    /// <param name="shape">Replaces the shapes where it is given: training on text whose case is lost.</param>
    public void Load(Document document, TokenRange tokens, WordShape? shape = null)
    {
        Count = tokens.Count;
        if (Words.Length < Count)
        {
            var size = Math.Max(Count, 2 * Words.Length);
            Words = new Word[size];
            Shapes = new WordShape[size];
        }

        for (var i = 0; i < Count; i++)
        {
            var word = document.Words[tokens.First + i];
            Words[i] = word;
            Shapes[i] = shape is { } forced && word.Shape is WordShape.Lower or WordShape.Capitalised or WordShape.Upper or WordShape.Mixed ? forced : word.Shape;
        }

        IsCaseless = LacksCase();
    }

    private bool LacksCase()
    {
        int lower = 0, cased = 0;
        for (var i = 0; i < Count; i++)
        {
            if (Shapes[i] == WordShape.Lower) lower++;
            if (Shapes[i] is WordShape.Lower or WordShape.Upper or WordShape.Capitalised or WordShape.Mixed) cased++;
        }

        return cased > 3 && lower * 8 < cased;
    }
}
