namespace Ascribe.Language.Models;

/// <summary>Hashes of the words of a sentence, computed once and as the network looks them up.</summary>
internal sealed class WordFeatures
{
    public uint[] Forms = [];
    public uint[] Suffix2 = [];
    public uint[] Suffix3 = [];
    public uint[] Suffix4 = [];
    public uint[] Prefix3 = [];
    public WordShape[] Shapes = [];

    public int Count { get; private set; }

    /// <summary>True where case tells nothing: all words are capitals, or nearly all are capitalised.</summary>
    public bool IsCaseless { get; private set; }

    /// <summary>Takes over the tokens of a sentence.</summary>
    /// <param name="shape">Replaces the shapes where it is given: training on text whose case is lost.</param>
    public void Load(Document document, TokenRange tokens, WordShape? shape = null)
    {
        Count = tokens.Count;
        if (Forms.Length < Count)
        {
            var size = Math.Max(Count, 2 * Forms.Length);
            Forms = new uint[size];
            Suffix2 = new uint[size];
            Suffix3 = new uint[size];
            Suffix4 = new uint[size];
            Prefix3 = new uint[size];
            Shapes = new WordShape[size];
        }

        for (var i = 0; i < Count; i++)
        {
            var token = tokens.First + i;
            var form = document.Forms[token].AsSpan();
            var look = WordShapes.Of(document.Spans[token].In(document.Text));
            if (shape is { } forced && look is WordShape.Lower or WordShape.Capitalised or WordShape.Upper or WordShape.Mixed) look = forced;
            Shapes[i] = look;
            if (look == WordShape.Number) form = form.Length switch { 4 => "0000", 1 or 2 => "0", _ => "00000" };
            Forms[i] = FeatureHash.Of(form);
            Suffix2[i] = FeatureHash.Of(form[^Math.Min(2, form.Length)..]);
            Suffix3[i] = FeatureHash.Of(form[^Math.Min(3, form.Length)..]);
            Suffix4[i] = FeatureHash.Of(form[^Math.Min(4, form.Length)..]);
            Prefix3[i] = FeatureHash.Of(form[..Math.Min(3, form.Length)]);
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
