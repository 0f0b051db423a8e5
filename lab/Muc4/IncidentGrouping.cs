namespace Ascribe.Lab.Muc4;

/// <summary>
/// One group an incident. Those whom it befell tell incidents apart: the groups that are likeliest to be one are joined as long as they are
/// likely enough; then each perpetrator, weapon and place goes to every group that it fits.
/// </summary>
internal sealed class IncidentGrouping
{
    private const float JoinThreshold = 0.6f;
    private const float FitThreshold = 0.6f;

    private readonly PreparedText _text;
    private readonly IncidentModel _model;
    private readonly EntityPairs _pairs;
    private readonly Features _bag = new();
    private readonly Dictionary<int, string> _types;
    private readonly Dictionary<(int, int), float> _known = [];

    private IncidentGrouping(PreparedText text, IncidentModel model, List<Member> members)
    {
        (_text, _model, _pairs) = (text, model, new EntityPairs(text.Text));
        _types = members.ToDictionary(m => m.Entity, m => IncidentModel.Types[model.TypeOf(text.Entities[m.Entity])]);
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

    private float Together(Member a, Member b)
    {
        if (a.Entity > b.Entity) (a, b) = (b, a);
        if (_known.TryGetValue((a.Entity, b.Entity), out var p)) return p;
        _bag.Clear();
        _pairs.Write(_text.Entities[a.Entity], a.Role, _text.Entities[b.Entity], b.Role, _types[a.Entity], _types[b.Entity], _bag);
        return _known[(a.Entity, b.Entity)] = _model.Together.Predict(_bag.ToArray())[1];
    }
}
