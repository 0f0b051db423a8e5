namespace Ascribe.Language.Models;

/// <summary>
/// Finds names: one decision a word from left to right over the tags begin, inside, last, unit (BILOU) of the four kinds and outside,
/// constrained to well-formed sequences. A word once seen inside a name helps later ones in the same document.
/// </summary>
internal sealed class NameRecognizer
{
    public const string FileName = "names";
    public const int FeatureCount = 30;
    public const int Bits = 18;
    public const int Kinds = 4;

    /// <summary>Outside, then begin, inside, last and unit of each kind.</summary>
    public const int Classes = 1 + 4 * Kinds;

    [ThreadStatic]
    private static WordFeatures? t_words;

    private static readonly uint s_hyphen = FeatureHash.Of("-");

    private readonly LinearModel _model;

    public NameRecognizer(LinearModel model) => _model = model;

    public static NameRecognizer Load(ModelStore store) => new(store.Read(FileName).Single());

    public void Recognize(Document document)
    {
        var words = t_words ??= new WordFeatures();
        var memory = new Dictionary<uint, int>();
        var names = new List<Name>();
        Span<uint> features = stackalloc uint[FeatureCount];
        Span<short> scores = stackalloc short[_model.Stride];
        for (var s = 0; s < document.SentenceCount; s++)
        {
            var tokens = document.SentenceTokens(s);
            words.Load(document, tokens);
            var caseless = IsCaseless(words);
            int before = 0, before2 = 0, first = -1;
            for (var i = 0; i < words.Count; i++)
            {
                if (!IsOpen(before) && !caseless && IsPlain(words, i))
                {
                    before2 = before;
                    before = 0;
                    continue;
                }

                Features(words, document.Tags.AsSpan(tokens.First, tokens.Count), i, before, before2, memory, caseless, features);
                _model.Score(features, scores);
                var best = -1;
                for (var c = 0; c < Classes; c++)
                {
                    if (Follows(before, c) && (i < words.Count - 1 || !IsOpen(c)) && (best < 0 || scores[c] > scores[best])) best = c;
                }

                if (Part(best) is 0 or 3) first = i;
                if (Part(best) is 2 or 3 && best > 0)
                {
                    names.Add(new Name(new TokenRange(tokens.First + first, tokens.First + i + 1), (NameKind)((best - 1) / 4)));
                    for (var w = first; w <= i; w++) memory[words.Forms[w]] = (best - 1) / 4 + 1;
                }

                before2 = before;
                before = best;
            }
        }

        document.Names = names;
    }

    /// <summary>True where case tells nothing: all words of the sentence are capitals, or nearly all are capitalised.</summary>
    public static bool IsCaseless(WordFeatures words)
    {
        int lower = 0, cased = 0;
        for (var i = 0; i < words.Count; i++)
        {
            if (words.Shapes[i] == WordShape.Lower) lower++;
            if (words.Shapes[i] is WordShape.Lower or WordShape.Upper or WordShape.Capitalised or WordShape.Mixed) cased++;
        }

        return cased > 3 && lower * 8 < cased;
    }

    /// <summary>A word in small letters begins a name only before a capital or a hyphen ("al-Qaeda", "von Arnim").</summary>
    private static bool IsPlain(WordFeatures words, int i)
    {
        if (words.Shapes[i] != WordShape.Lower) return false;
        return i + 1 == words.Count || words.Shapes[i + 1] is WordShape.Lower or WordShape.Number || words.Shapes[i + 1] == WordShape.Symbol && words.Forms[i + 1] != s_hyphen;
    }

    /// <summary>0 begin, 1 inside, 2 last, 3 unit; -1 for outside.</summary>
    public static int Part(int tag) => tag == 0 ? -1 : (tag - 1) % 4;

    public static bool IsOpen(int tag) => tag > 0 && Part(tag) is 0 or 1 && tag > 0;

    /// <summary>True when the tag may stand after <paramref name="before"/>.</summary>
    public static bool Follows(int before, int tag) => IsOpen(before)
        ? tag > 0 && Part(tag) is 1 or 2 && (tag - 1) / 4 == (before - 1) / 4
        : tag == 0 || Part(tag) is 0 or 3;

    public static void Features(
        WordFeatures words, ReadOnlySpan<PartOfSpeech> tags, int i, int before, int before2, Dictionary<uint, int> memory, bool caseless, Span<uint> f)
    {
        var form = words.Forms[i];
        var shape = (uint)words.Shapes[i] + (caseless ? 16u : 0);
        uint Memory(int k) => k >= 0 && k < words.Count ? (uint)memory.GetValueOrDefault(words.Forms[k]) : 9;
        static uint Tag(ReadOnlySpan<PartOfSpeech> t, int k) => k >= 0 && k < t.Length ? (uint)t[k] : 99;
        uint previous = (uint)before, t0 = Tag(tags, i), first = i == 0 ? 1u : 0u;
        var n = 0;
        f[n++] = FeatureHash.Mix(301, form);
        f[n++] = FeatureHash.Mix(302, words.Form(i - 1));
        f[n++] = FeatureHash.Mix(303, words.Form(i + 1));
        f[n++] = FeatureHash.Mix(304, words.Form(i - 2));
        f[n++] = FeatureHash.Mix(305, words.Form(i + 2));
        f[n++] = FeatureHash.Mix(306, form, previous);
        f[n++] = FeatureHash.Mix(307, words.Form(i - 1), form);
        f[n++] = FeatureHash.Mix(308, form, words.Form(i + 1));
        f[n++] = FeatureHash.Mix(309, shape, first);
        f[n++] = FeatureHash.Mix(310, words.Shape(i - 1), shape, words.Shape(i + 1));
        f[n++] = FeatureHash.Mix(311, shape, previous);
        f[n++] = FeatureHash.Mix(312, words.Suffix2[i], shape);
        f[n++] = FeatureHash.Mix(313, words.Suffix3[i], shape);
        f[n++] = FeatureHash.Mix(314, words.Suffix4[i], shape);
        f[n++] = FeatureHash.Mix(315, words.Prefix3[i], shape);
        f[n++] = FeatureHash.Mix(316, previous, (uint)before2);
        f[n++] = FeatureHash.Mix(317, t0, shape);
        f[n++] = FeatureHash.Mix(318, Tag(tags, i - 1), t0, Tag(tags, i + 1));
        f[n++] = FeatureHash.Mix(319, t0, previous);
        f[n++] = FeatureHash.Mix(320, Memory(i), shape);
        f[n++] = FeatureHash.Mix(321, Memory(i), previous);
        f[n++] = FeatureHash.Mix(322, Memory(i + 1), shape);
        f[n++] = FeatureHash.Mix(323, words.Form(i - 1), shape);
        f[n++] = FeatureHash.Mix(324, words.Form(i + 1), shape);
        f[n++] = FeatureHash.Mix(325, words.Form(i - 1), shape, previous);
        f[n++] = FeatureHash.Mix(326, Tag(tags, i + 1), words.Shape(i + 1), shape);
        f[n++] = FeatureHash.Mix(327, words.End3(i + 1), words.Shape(i + 1), shape);
        f[n++] = FeatureHash.Mix(328, words.End3(i - 1), words.Shape(i - 1), shape);
        f[n++] = FeatureHash.Mix(329, words.Form(i + 1), words.Form(i + 2), shape);
        f[n] = FeatureHash.Mix(330, form, shape);
    }
}
