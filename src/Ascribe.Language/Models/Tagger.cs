namespace Ascribe.Language.Models;

/// <summary>Gives every token its part of speech, from left to right.</summary>
internal sealed class Tagger
{
    public const string FileName = "tagger";
    public const int FeatureCount = 26;
    public const int Bits = 18;

    [ThreadStatic]
    private static WordFeatures? t_words;

    private readonly LinearModel _model;

    public Tagger(LinearModel model) => _model = model;

    public static Tagger Load(ModelStore store) => new(store.Read(FileName).Single());

    public void Tag(Document document)
    {
        var words = t_words ??= new WordFeatures();
        Span<uint> features = stackalloc uint[FeatureCount];
        Span<short> scores = stackalloc short[_model.Stride];
        for (var s = 0; s < document.SentenceCount; s++)
        {
            var tokens = document.SentenceTokens(s);
            words.Load(document, tokens);
            uint before = 0, before2 = 0;
            for (var i = 0; i < words.Count; i++)
            {
                Features(words, i, before, before2, features);
                var tag = (uint)_model.Best(features, scores);
                document.Tags[tokens.First + i] = (PartOfSpeech)tag;
                before2 = before;
                before = tag;
            }
        }
    }

    /// <param name="before">Tag of the word before, 0 at the start.</param>
    public static void Features(WordFeatures words, int i, uint before, uint before2, Span<uint> features)
    {
        var form = words.Forms[i];
        var shape = (uint)words.Shapes[i];
        var first = i == 0 ? 1u : 0u;
        var n = 0;
        features[n++] = FeatureHash.Mix(1, form);
        features[n++] = FeatureHash.Mix(2, words.Form(i - 1));
        features[n++] = FeatureHash.Mix(3, words.Form(i + 1));
        features[n++] = FeatureHash.Mix(4, words.Form(i - 2));
        features[n++] = FeatureHash.Mix(5, words.Form(i + 2));
        features[n++] = FeatureHash.Mix(6, words.Suffix1[i]);
        features[n++] = FeatureHash.Mix(7, words.Suffix2[i]);
        features[n++] = FeatureHash.Mix(8, words.Suffix3[i]);
        features[n++] = FeatureHash.Mix(9, words.Suffix4[i]);
        features[n++] = FeatureHash.Mix(10, words.Prefix1[i]);
        features[n++] = FeatureHash.Mix(11, words.Prefix3[i]);
        features[n++] = FeatureHash.Mix(12, shape, first);
        features[n++] = FeatureHash.Mix(13, shape, words.Suffix3[i]);
        features[n++] = FeatureHash.Mix(14, words.Shape(i - 1), shape, words.Shape(i + 1));
        features[n++] = FeatureHash.Mix(15, before);
        features[n++] = FeatureHash.Mix(16, before, before2);
        features[n++] = FeatureHash.Mix(17, before, form);
        features[n++] = FeatureHash.Mix(18, words.End3(i - 1));
        features[n++] = FeatureHash.Mix(19, words.End3(i + 1));
        features[n++] = FeatureHash.Mix(20, words.Form(i - 1), form);
        features[n++] = FeatureHash.Mix(21, form, words.Form(i + 1));
        features[n++] = FeatureHash.Mix(22, before, words.Suffix2[i]);
        features[n++] = FeatureHash.Mix(23, before, words.Form(i + 1));
        features[n++] = FeatureHash.Mix(24, before, words.End3(i + 1));
        features[n++] = FeatureHash.Mix(25, words.Form(i + 1), words.Form(i + 2));
        features[n] = FeatureHash.Mix(26, form, shape);
    }
}
