namespace Ascribe.Dossiers.Merging;

/// <summary>
/// How much of one text stands in another. Wire copies share 30 % of their runs of three words on average when both count (NEWS-COPY, Silcock et al. 2023), for
/// papers cut and add; of the shorter text most stands in the longer one, so containment is asked and not the share of all.
/// </summary>
internal static class NearDuplicates
{
    /// <summary>From here on two reports are copies of one text.</summary>
    public const float Copy = 0.5f;

    /// <summary>Runs are hashes of so many bits, of which two texts share one in a hundred thousand by chance.</summary>
    public const int HashBits = 24;

    /// <summary>
    /// So many runs are kept of a text, those of the least hashes: a sample, from which the share of all is told to some 3.5 points (bottom-k sketch, Cohen and
    /// Kaplan 2007). Two samples are compared up to the hash where the first of them ends.
    /// </summary>
    public const int Kept = 192;

    /// <summary>Texts with fewer runs say nothing, nor do samples with so few in common range.</summary>
    private const int Fewest = 20, FewestCompared = 10;

    /// <summary>The share of the shorter text's runs of three words that the other has, in 0..1.</summary>
    public static float Containment(uint[] a, uint[] b)
    {
        if (a.Length < Fewest || b.Length < Fewest) return 0;
        var until = Math.Min(a.Length < Kept ? uint.MaxValue : a[^1], b.Length < Kept ? uint.MaxValue : b[^1]);
        int shared = 0, i = 0, j = 0;
        while (i < a.Length && a[i] <= until || j < b.Length && b[j] <= until)
        {
            if (i < a.Length && j < b.Length && a[i] == b[j])
            {
                shared++;
                i++;
                j++;
            }
            else if (j >= b.Length || i < a.Length && a[i] < b[j]) i++;
            else j++;
        }

        var least = Math.Min(i, j);
        return least < FewestCompared ? 0 : (float)shared / least;
    }
}
