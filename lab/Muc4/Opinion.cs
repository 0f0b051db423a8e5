namespace Ascribe.Lab.Muc4;

/// <summary>What the classifiers say of a document.</summary>
/// <param name="Relevance">Probability that it reports an incident at all.</param>
/// <param name="Types">Probability of each of <see cref="IncidentModel.Types"/>.</param>
/// <param name="Roles">By entity the probability of each <see cref="IncidentRole"/>.</param>
/// <param name="Phrases">By entity and phrase the probability of each role, of the phrase alone.</param>
internal sealed record Opinion(float Relevance, float[] Types, float[][] Roles, float[][][] Phrases)
{
    /// <summary>By entity the highest probability that one of its phrases has for each role; for "none" that of any role.</summary>
    public float[][] Mentions { get; } = Array.ConvertAll(Phrases, HighestOf);

    /// <summary>The role that is likeliest where there is one.</summary>
    public static int Likeliest(float[] roles)
    {
        var best = 1;
        for (var r = 2; r < roles.Length; r++)
        {
            if (roles[r] > roles[best]) best = r;
        }

        return best;
    }

    private static float[] HighestOf(float[][] phrases)
    {
        var highest = new float[IncidentModel.Roles];
        foreach (var p in phrases)
        {
            highest[0] = Math.Max(highest[0], 1 - p[0]);
            for (var r = 1; r < highest.Length; r++) highest[r] = Math.Max(highest[r], p[r]);
        }

        return highest;
    }

    /// <summary>The log odds as a whole number, between -7 and 7.</summary>
    public static int Odds(float p) => (int)MathF.Round(LogOdds(p));

    public static float LogOdds(float p) => MathF.Log((p + 0.001f) / (1.001f - p));
}
