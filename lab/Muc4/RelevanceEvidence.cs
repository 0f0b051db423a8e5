namespace Ascribe.Lab.Muc4;

/// <summary>What the likeliest roles tell in their turn of whether a document reports an incident.</summary>
internal static class RelevanceEvidence
{
    /// <param name="opinion">The second opinion of the entities, the first of all else.</param>
    public static uint[] Of(Opinion opinion)
    {
        var roles = opinion.Roles;
        var bag = new Features();
        bag.Add("bias");
        AddSteps(bag, "over", Opinion.LogOdds(opinion.Relevance));
        foreach (var (type, p) in IncidentModel.Types.Zip(opinion.Types)) bag.Add("type", type, Opinion.Odds(p));
        for (var r = 1; r < IncidentModel.Roles; r++)
        {
            var role = ((IncidentRole)r).ToString();
            var (most, sum) = (0f, 0f);
            foreach (var entity in roles)
            {
                most = Math.Max(most, entity[r]);
                sum += entity[r];
            }

            AddSteps(bag, "most " + role, Opinion.LogOdds(most));
            for (var k = 0; k < 6; k++)
            {
                if (sum > 0.25f * (1 << k)) bag.Add("sum", role, k);
            }
        }

        AddSteps(bag, "highest", Opinion.LogOdds(roles.Length == 0 ? 0 : roles.Max(r => 1 - r[0])));
        return bag.ToArray();
    }

    /// <summary>A feature for each step that the log odds reach.</summary>
    private static void AddSteps(Features bag, string kind, float odds)
    {
        for (var k = -4; k <= 4; k++)
        {
            if (odds > k) bag.Add(kind, k);
        }
    }
}
