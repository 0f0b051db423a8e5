namespace Ascribe.Dossiers.Merging;

/// <summary>
/// How much of one text stands in another. Wire copies share 30 % of their runs of three words on average when both count (NEWS-COPY, Silcock et al. 2023), for
/// papers cut and add; of the shorter text most stands in the longer one, so containment is asked and not the share of all.
/// </summary>
internal static class NearDuplicates
{
    /// <summary>From here on two reports are copies of one text.</summary>
    public const float Copy = 0.5f;

    /// <summary>Texts with fewer runs say nothing.</summary>
    private const int Fewest = 20;

    /// <summary>The share of the shorter text's runs of three words that the other has, in 0..1.</summary>
    public static float Containment(uint[] a, uint[] b)
    {
        if (a.Length < Fewest || b.Length < Fewest) return 0;
        var shared = 0;
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            if (a[i] == b[j])
            {
                shared++;
                i++;
                j++;
            }
            else if (a[i] < b[j]) i++;
            else j++;
        }

        return (float)shared / Math.Min(a.Length, b.Length);
    }
}
