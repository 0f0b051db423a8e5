namespace Ascribe.Lab.Muc4;

/// <summary>
/// One group an incident. Those whom it befell tell incidents apart: the groups that are likeliest to be one are joined as long as they are
/// likely enough; then each perpetrator, weapon and place goes to every group that it fits, and a group without an organisation has those of the document.
/// </summary>
internal sealed class IncidentGrouping
{
    private const float JoinThreshold = 0.6f;
    private const float FitThreshold = 0.67f;

    /// <summary>By entity its place in <see cref="_together"/>.</summary>
    private readonly Dictionary<int, int> _at;

    private readonly float[,] _together;

    private IncidentGrouping(PreparedText text, IncidentModel model, List<Member> members)
    {
        _at = members.Select((m, i) => (m.Entity, i)).ToDictionary(m => m.Entity, m => m.i);
        _together = model.Pairs.Judge(text.Text, members.ConvertAll(m => (text.Entities[m.Entity], m.Role)), members.ConvertAll(m => model.EntityType.Predict(text.Entities[m.Entity].Features)));
    }

    public static List<List<Member>> Of(PreparedText text, IncidentModel model, List<Member> members)
    {
        if (!members.Exists(m => m.IsTarget)) return [members];
        var grouping = new IncidentGrouping(text, model, members);
        var groups = grouping.Join(members.Where(m => m.IsTarget).Select(m => new List<Member> { m }).ToList());
        var cores = groups.ConvertAll(g => g.ToArray());
        foreach (var member in members.Where(m => !m.IsTarget))
        {
            var fits = cores.ConvertAll(core => core.Average(m => grouping.Together(member, m)));
            for (var g = 0; g < groups.Count; g++)
            {
                if (fits[g] >= FitThreshold || fits[g] == fits.Max()) groups[g].Add(member);
            }
        }

        var organizations = members.FindAll(IsOrganization);
        foreach (var group in groups.Where(g => !g.Exists(IsOrganization))) group.AddRange(organizations);
        return groups;
    }

    private List<List<Member>> Join(List<List<Member>> groups)
    {
        while (groups.Count > 1)
        {
            var (first, second, highest) = (0, 0, -1f);
            for (var i = 0; i < groups.Count; i++)
            {
                for (var j = i + 1; j < groups.Count; j++)
                {
                    var mean = groups[i].Average(a => groups[j].Average(b => Together(a, b)));
                    if (mean > highest) (first, second, highest) = (i, j, mean);
                }
            }

            if (highest < JoinThreshold) break;
            groups[first].AddRange(groups[second]);
            groups.RemoveAt(second);
        }

        return groups;
    }

    private static bool IsOrganization(Member member) => member.Role == IncidentRole.PerpetratorOrganization;

    private float Together(Member a, Member b) => _together[_at[a.Entity], _at[b.Entity]];
}
