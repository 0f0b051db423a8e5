using Ascribe.Dossiers.Review;

namespace Ascribe.Dossiers.Actors;

/// <summary>Puts what people decided about actors on top of what the tables have together. Only actors that decisions are about are held.</summary>
internal sealed class ActorGroups
{
    private readonly Dictionary<ActorUnit, List<ActorUnit>> _groupOf = [];
    private readonly Dictionary<ActorUnit, List<DecisionEntry>> _decisions = [];
    private readonly HashSet<ActorUnit> _parted = [];
    private readonly Func<ActorKey, ActorRow?> _find;

    /// <param name="holding">The decisions that hold, in the order in which they were made.</param>
    /// <param name="find">The actor of the tables that a report calls so, or null.</param>
    public ActorGroups(IReadOnlyList<DecisionEntry> holding, Func<ActorKey, ActorRow?> find)
    {
        _find = find;
        foreach (var entry in holding)
        {
            if (entry.Decision is ActorDecision decision) Apply(entry, decision);
        }
    }

    /// <summary>What was parted from the actors of the tables.</summary>
    public IEnumerable<ActorUnit> Parted => _parted;

    /// <summary>The reports that are parted from an actor of the tables.</summary>
    public IEnumerable<string> PartedFrom(int row) => _parted.Where(p => p.Row == row).Select(p => p.Report!);

    /// <summary>All that is one actor with this, the earliest first.</summary>
    public IReadOnlyList<ActorUnit> GroupOf(ActorUnit unit) => _groupOf.GetValueOrDefault(unit) ?? [unit];

    /// <summary>The decisions about what is one actor.</summary>
    public IReadOnlyList<DecisionEntry> About(IReadOnlyList<ActorUnit> group) =>
        [.. group.SelectMany(u => _decisions.GetValueOrDefault(u) ?? []).DistinctBy(d => d.Sequence).OrderBy(d => d.Sequence)];

    /// <summary>What a report calls so, or null.</summary>
    public ActorUnit? UnitOf(ActorKey key)
    {
        if (_find(key) is not { } row) return null;
        var alone = new ActorUnit(row.Id, key.Report, key.Name);
        return _parted.Contains(alone) ? alone : new ActorUnit(row.Id, null, null);
    }

    private void Apply(DecisionEntry entry, ActorDecision decision)
    {
        if (decision.Verdict != Verdict.Same) PartWithin(decision);
        ActorUnit[] first = [.. decision.First.Select(UnitOf).OfType<ActorUnit>().Distinct()];
        ActorUnit[] second = [.. decision.Second.Select(UnitOf).OfType<ActorUnit>().Distinct()];
        if (first.Length == 0 || second.Length == 0) return;
        foreach (var unit in first.Concat(second).Distinct())
        {
            if (!_decisions.TryGetValue(unit, out var about)) _decisions[unit] = about = [];
            about.Add(entry);
        }

        if (decision.Verdict == Verdict.Same) Put([.. first.Concat(second).SelectMany(GroupOf).Distinct()]);
        else Part(first, second);
    }

    /// <summary>Where both sides are one actor of the tables, what the reports of the second side call so is taken out of it.</summary>
    private void PartWithin(ActorDecision decision)
    {
        foreach (var key in decision.Second)
        {
            if (_find(key) is { } row && decision.First.Any(f => _find(f)?.Id == row.Id)) _parted.Add(new ActorUnit(row.Id, key.Report, key.Name));
        }
    }

    private void Part(ActorUnit[] first, ActorUnit[] second)
    {
        foreach (var unit in first)
        {
            var group = GroupOf(unit);
            ActorUnit[] there = [.. second.Where(group.Contains).Except(first)];
            if (there.Length == 0) continue;
            Put([.. group.Except(there)]);
            Put([.. there]);
        }
    }

    private void Put(List<ActorUnit> group)
    {
        group.Sort((a, b) => a.Row != b.Row ? a.Row.CompareTo(b.Row) : string.CompareOrdinal(a.Report, b.Report));
        foreach (var unit in group) _groupOf[unit] = group;
    }
}
