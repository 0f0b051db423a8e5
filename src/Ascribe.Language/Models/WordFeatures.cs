namespace Ascribe.Language.Models;

/// <summary>Hashes of the words of a sentence, computed once and shared by tagger, parser and name recogniser.</summary>
internal sealed class WordFeatures
{
    private const uint Outside = 0x7F4A7C15;

    public uint[] Forms = [];
    public uint[] Suffix1 = [];
    public uint[] Suffix2 = [];
    public uint[] Suffix3 = [];
    public uint[] Suffix4 = [];
    public uint[] Prefix1 = [];
    public uint[] Prefix3 = [];
    public WordShape[] Shapes = [];

    public int Count { get; private set; }

    /// <summary>Takes over the tokens of a sentence.</summary>
    /// <param name="shape">Replaces the shapes where it is given: training on text whose case is lost.</param>
    public void Load(Document document, TokenRange tokens, WordShape? shape = null)
    {
        Count = tokens.Count;
        if (Forms.Length < Count)
        {
            var size = Math.Max(Count, 2 * Forms.Length);
            Forms = new uint[size];
            Suffix1 = new uint[size];
            Suffix2 = new uint[size];
            Suffix3 = new uint[size];
            Suffix4 = new uint[size];
            Prefix1 = new uint[size];
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
            Suffix1[i] = FeatureHash.Of(form[^Math.Min(1, form.Length)..]);
            Suffix2[i] = FeatureHash.Of(form[^Math.Min(2, form.Length)..]);
            Suffix3[i] = FeatureHash.Of(form[^Math.Min(3, form.Length)..]);
            Suffix4[i] = FeatureHash.Of(form[^Math.Min(4, form.Length)..]);
            Prefix1[i] = FeatureHash.Of(form[..Math.Min(1, form.Length)]);
            Prefix3[i] = FeatureHash.Of(form[..Math.Min(3, form.Length)]);
        }
    }

    public uint Form(int i) => i >= 0 && i < Count ? Forms[i] : Outside;

    public uint End3(int i) => i >= 0 && i < Count ? Suffix3[i] : Outside;

    public uint Shape(int i) => i >= 0 && i < Count ? (uint)Shapes[i] : 99;
}
