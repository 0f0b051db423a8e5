using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Ascribe.Language;

namespace Ascribe.Lab.Training;

/// <summary>
/// Word vectors from unlabelled news: skip-gram with negative sampling (Mikolov et al. 2013) over a window of two words, which groups
/// words by their grammar more than by their topic. One thread, so that the same texts give the same vectors.
/// </summary>
internal sealed class WordVectors
{
    public const int Dimensions = 64;

    private const int Window = 2;
    private const int Negatives = 5;
    private const int FewestOccurrences = 9;
    private const float FirstRate = 0.05f;
    private const double Subsampling = 1e-4;

    private WordVectors(Dictionary<uint, int> rows, float[] vectors)
    {
        Rows = rows;
        Vectors = vectors;
    }

    /// <summary>Row of each form's hash, most frequent first.</summary>
    public IReadOnlyDictionary<uint, int> Rows { get; }

    public float[] Vectors { get; }

    /// <summary>The vectors of a file; where there is none they are trained, and written to it if it has a name.</summary>
    public static WordVectors Load(string? path, Func<IEnumerable<string>> texts)
    {
        if (!File.Exists(path))
        {
            var trained = Train(texts());
            if (path is not null) trained.Write(path);
            return trained;
        }

        using var reader = new BinaryReader(File.OpenRead(path));
        var count = reader.ReadInt32();
        var rows = new Dictionary<uint, int>(count);
        for (var row = 0; row < count; row++) rows.Add(reader.ReadUInt32(), row);
        var vectors = new float[count * Dimensions];
        for (var i = 0; i < vectors.Length; i++) vectors[i] = reader.ReadSingle();
        return new WordVectors(rows, vectors);
    }

    private void Write(string path)
    {
        using var writer = new BinaryWriter(File.Create(path));
        writer.Write(Rows.Count);
        foreach (var (form, _) in Rows.OrderBy(r => r.Value)) writer.Write(form);
        foreach (var value in Vectors) writer.Write(value);
    }

    /// <param name="paths">Files of unlabelled text, a paragraph a line; lines that begin with '#' are skipped.</param>
    public static WordVectors Train(IEnumerable<string> paths, int seed = 1)
    {
        var segmenter = Segmenter.ByRules("en");
        var counts = new Dictionary<uint, int>();
        var text = new List<uint>(1 << 24);
        foreach (var line in paths.SelectMany(CorpusFiles.Lines))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var document = segmenter.Segment(line);
            for (var s = 0; s < document.SentenceCount; s++)
            {
                var tokens = document.SentenceTokens(s);
                for (var t = tokens.First; t < tokens.End; t++)
                {
                    var form = document.Words[t].Hash;
                    CollectionsMarshal.GetValueRefOrAddDefault(counts, form, out _)++;
                    text.Add(form);
                }

                text.Add(0);
            }
        }

        var kept = counts.Where(c => c.Value >= FewestOccurrences).OrderByDescending(c => c.Value).ThenBy(c => c.Key).ToArray();
        var rows = new Dictionary<uint, int>();
        foreach (var (form, _) in kept) rows[form] = rows.Count;
        Console.Error.WriteLine($"{text.Count} words, {kept.Length} kept");
        return new WordVectors(rows, Learn([.. text.Select(f => f == 0 ? -1 : rows.GetValueOrDefault(f, -2))], [.. kept.Select(k => k.Value)], seed));
    }

    private static float[] Learn(int[] text, int[] counts, int seed)
    {
        var random = new Random(seed);
        var inner = new float[counts.Length * Dimensions];
        var outer = new float[counts.Length * Dimensions];
        for (var i = 0; i < inner.Length; i++) inner[i] = (random.NextSingle() - 0.5f) / Dimensions;
        var table = NoiseTable(counts);
        var total = counts.Sum(c => (double)c);
        var keep = counts.Select(c => Math.Min(1, Math.Sqrt(Subsampling * total / c) + Subsampling * total / c)).ToArray();
        var gradient = new float[Dimensions];
        var sentence = new List<int>();
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] >= 0 && (keep[text[at]] >= 1 || random.NextDouble() < keep[text[at]])) sentence.Add(text[at]);
            if (text[at] != -1) continue;
            var rate = Math.Max(FirstRate * 0.001f, FirstRate * (1 - (float)at / text.Length));
            for (var i = 0; i < sentence.Count; i++)
            {
                for (var j = Math.Max(0, i - Window); j <= Math.Min(sentence.Count - 1, i + Window); j++)
                {
                    if (j != i) Step(inner, outer, table, gradient, sentence[i], sentence[j], rate, random);
                }
            }

            sentence.Clear();
        }

        return inner;
    }

    private static void Step(float[] inner, float[] outer, int[] table, float[] gradient, int word, int context, float rate, Random random)
    {
        var w = inner.AsSpan(word * Dimensions, Dimensions);
        gradient.AsSpan().Clear();
        for (var n = 0; n <= Negatives; n++)
        {
            var target = n == 0 ? context : table[random.Next(table.Length)];
            if (n > 0 && target == context) continue;
            var c = outer.AsSpan(target * Dimensions, Dimensions);
            var sum = Vector256<float>.Zero;
            for (var d = 0; d < Dimensions; d += 8) sum = Vector256.FusedMultiplyAdd(Vector256.Create<float>(w[d..]), Vector256.Create<float>(c[d..]), sum);
            var score = Vector256.Sum(sum);
            var step = rate * ((n == 0 ? 1 : 0) - 1 / (1 + MathF.Exp(-Math.Clamp(score, -8, 8))));
            var g = Vector256.Create(step);
            for (var d = 0; d < Dimensions; d += 8)
            {
                var before = Vector256.Create<float>(c[d..]);
                Vector256.FusedMultiplyAdd(g, before, Vector256.Create<float>(gradient.AsSpan(d))).CopyTo(gradient.AsSpan(d));
                Vector256.FusedMultiplyAdd(g, Vector256.Create<float>(w[d..]), before).CopyTo(c[d..]);
            }
        }

        for (var d = 0; d < Dimensions; d += 8) (Vector256.Create<float>(w[d..]) + Vector256.Create<float>(gradient.AsSpan(d))).CopyTo(w[d..]);
    }

    /// <summary>Words in proportion to the power 3/4 of their counts.</summary>
    private static int[] NoiseTable(int[] counts)
    {
        var table = new int[1 << 21];
        var total = counts.Sum(c => Math.Pow(c, 0.75));
        var at = 0.0;
        for (int word = 0, slot = 0; slot < table.Length; slot++)
        {
            while (word < counts.Length - 1 && at + Math.Pow(counts[word], 0.75) < (slot + 0.5) / table.Length * total) at += Math.Pow(counts[word++], 0.75);
            table[slot] = word;
        }

        return table;
    }
}
