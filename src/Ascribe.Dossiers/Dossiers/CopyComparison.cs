using Ascribe.Dossiers.Merging;

namespace Ascribe.Dossiers.Dossiers;

/// <summary>Finds copies of one text among reports, and the sentences in which they differ.</summary>
internal static class CopyComparison
{
    /// <summary>Sentences that share so much of the words of both are one sentence, edited.</summary>
    private const double Edited = 0.5;

    private static readonly char[] s_ends = ['.', '!', '?', '\n'];

    /// <summary>A number for each sketch: the same for copies of one text, directly or through others.</summary>
    public static int[] Origins(IReadOnlyList<IncidentSketch> sketches)
    {
        var origin = Enumerable.Range(0, sketches.Count).ToArray();
        for (var i = 0; i < origin.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (origin[i] == origin[j] || NearDuplicates.Containment(sketches[i].Shingles, sketches[j].Shingles) < NearDuplicates.Copy) continue;
                var (kept, gone) = (Math.Min(origin[i], origin[j]), Math.Max(origin[i], origin[j]));
                for (var k = 0; k <= i; k++)
                {
                    if (origin[k] == gone) origin[k] = kept;
                }
            }
        }

        return origin;
    }

    public static IEnumerable<CopyDifference> Differences(string copyId, string copy, string originalId, string original)
    {
        var (mine, theirs) = (Sentences(copy), Sentences(original));
        var left = theirs.Where(t => !mine.Exists(m => m.Words.SequenceEqual(t.Words))).ToList();
        foreach (var (sentence, words) in mine)
        {
            if (theirs.Exists(t => t.Words.SequenceEqual(words))) continue;
            var nearest = left.Select((t, i) => (Share: Share(words, t.Words), Index: i)).OrderByDescending(n => n.Share).FirstOrDefault((0, -1));
            if (nearest.Share < Edited)
            {
                yield return new CopyDifference(copyId, originalId, null, sentence);
                continue;
            }

            yield return new CopyDifference(copyId, originalId, left[nearest.Index].Sentence, sentence);
            left.RemoveAt(nearest.Index);
        }

        foreach (var (sentence, _) in left) yield return new CopyDifference(copyId, originalId, sentence, null);
    }

    private static double Share(uint[] a, uint[] b) => 2.0 * a.Intersect(b).Count() / (a.Distinct().Count() + b.Distinct().Count());

    private static List<(string Sentence, uint[] Words)> Sentences(string text) =>
        [.. text.Split(s_ends, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(s => (s, TextWords.Of(s).Select(w => w.Hash).ToArray())).Where(s => s.Item2.Length > 2)];
}
