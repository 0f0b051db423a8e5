namespace Ascribe.Lab.Training;

/// <summary>Relations that were told against those of the gold, by type: each gold relation is met by one told relation at most.</summary>
internal sealed class RelationScore
{
    private readonly SortedDictionary<string, (int Gold, int Told, int Right, int Exact)> _byType = new(StringComparer.Ordinal);

    public void Add(IReadOnlyList<Re3dRelation> gold, IEnumerable<Re3dRelation> told)
    {
        var open = gold.ToList();
        foreach (var relation in gold) Count(relation.Type, (1, 0, 0, 0));
        foreach (var relation in told.OrderByDescending(r => open.Contains(r.InOrder())))
        {
            var exact = open.IndexOf(relation.InOrder());
            var met = exact >= 0 ? exact : open.FindIndex(relation.Meets);
            Count(relation.Type, (0, 1, met >= 0 ? 1 : 0, exact >= 0 ? 1 : 0));
            if (met >= 0) open.RemoveAt(met);
        }
    }

    public override string ToString()
    {
        var all = _byType.Values.Aggregate(Sum);
        return Line("all", all) + string.Concat(_byType.OrderByDescending(t => t.Value.Gold).Select(t => "\n" + Line(t.Key, t.Value)));
    }

    private void Count(string type, (int Gold, int Told, int Right, int Exact) more) => _byType[type] = Sum(_byType.GetValueOrDefault(type), more);

    private static (int Gold, int Told, int Right, int Exact) Sum((int Gold, int Told, int Right, int Exact) a, (int Gold, int Told, int Right, int Exact) b) =>
        (a.Gold + b.Gold, a.Told + b.Told, a.Right + b.Right, a.Exact + b.Exact);

    private static string Line(string what, (int Gold, int Told, int Right, int Exact) n) => FormattableString.Invariant(
        $"  {what,-16} P {100.0 * n.Right / Math.Max(1, n.Told):F1} R {100.0 * n.Right / Math.Max(1, n.Gold):F1} F {200.0 * n.Right / Math.Max(1, n.Told + n.Gold):F1} exact spans {200.0 * n.Exact / Math.Max(1, n.Told + n.Gold):F1} gold {n.Gold} told {n.Told}");
}
