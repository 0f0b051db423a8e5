using Ascribe.Dossiers.Ledger;
using Ascribe.Dossiers.Review;

namespace Ascribe.Dossiers.Actors;

/// <summary>Finds the actors of a ledger by id, name or mention, with the decisions that hold on top.</summary>
internal sealed class ActorFinder
{
    private readonly ReportLedger _ledger;

    /// <summary>Ids of those from whom the report was parted that named them first.</summary>
    private readonly Dictionary<int, string> _renamed = [];

    private ActorFinder(ReportLedger ledger, IReadOnlyList<DecisionEntry> holding)
    {
        _ledger = ledger;
        Actors = ActorIndex.Open(ledger).Actors;
        Groups = new ActorGroups(holding, RowOf);
        foreach (var unit in Groups.Parted)
        {
            if (KeyOf(unit)?.Id == Actors[unit.Row]!.PublicId && KeyOf(new ActorUnit(unit.Row, null, null)) is { } key) _renamed[unit.Row] = key.Id;
        }
    }

    public ActorNames Names { get; } = ActorNames.English;

    public LedgerActors Actors { get; }

    public ActorGroups Groups { get; }

    /// <summary>What came since the last time is taken in first.</summary>
    /// <param name="holding">The decisions that hold.</param>
    /// <exception cref="LedgerException">The ledger is locked or damaged.</exception>
    public static ActorFinder Open(ReportLedger ledger, IReadOnlyList<DecisionEntry> holding) => new(ledger, holding);

    /// <summary>Those of an id, or of exactly this name.</summary>
    public IEnumerable<ActorUnit> Units(string text)
    {
        if (NameKeys.IsId(text))
        {
            if (Groups.Parted.Where(p => new ActorKey(p.Report!, p.Name!).Id == text).ToArray() is { Length: > 0 } parted) return parted;
            if (_renamed.Where(r => r.Value == text).Select(r => new ActorUnit(r.Key, null, null)).ToArray() is { Length: > 0 } renamed) return renamed;
            return Actors.Of(NameKeys.NumberOf(text)).Select(r => new ActorUnit(r.Id, null, null));
        }

        var rows = Actors.Under(NameKeys.OfTable(text)).FindAll(r => r.TableId == text);
        var letters = NameKeys.Letters(text);
        // What the table knows by several names is found under each; a name that many may have is kept as a word.
        if (rows.Count == 0)
            rows = [.. Actors.Under(NameKeys.OfName(text)).Where(r => r.TableId is not null || NameKeys.Letters(r.Name) == letters), .. Actors.Under(NameKeys.OfWord(letters)).Where(r => NameKeys.Letters(r.Name) == letters)];
        return rows.Select(r => new ActorUnit(r.Id, null, null)).Concat(Groups.Parted.Where(p => NameKeys.Letters(p.Name!) == letters));
    }

    /// <summary>The names, or where they have one the ids of the actor table, of all that are one with whom an id or a name means; what one report alone calls so is left out.</summary>
    public IReadOnlyList<string> NamesOf(string text) =>
        [.. Units(text).SelectMany(Groups.GroupOf).Where(u => u.Report is null).Select(u => Actors[u.Row]!).Select(r => r.TableId ?? r.Name).Distinct()];

    /// <summary>How the earliest report names an actor; null where no other does.</summary>
    /// <param name="notIn">Id of a report that is left out, or null.</param>
    public ActorKey? KeyOf(ActorUnit unit, string? notIn = null)
    {
        if (unit.Report is { } report) return report == notIn ? null : new ActorKey(report, unit.Name!);
        var parted = Groups.PartedFrom(unit.Row).ToHashSet(StringComparer.Ordinal);
        foreach (var (sequence, place) in Actors.Earliest(unit.Row))
        {
            if (_ledger.ReportOf(sequence) is not { } named || named == notIn || parted.Contains(named)) continue;
            if (_ledger.Find(named) is { } record && place < record.Actors.Count) return new ActorKey(named, record.Actors[place].Name);
        }

        return null;
    }

    public string IdOf(ActorUnit unit) => unit.Report is null ? _renamed.GetValueOrDefault(unit.Row) ?? Actors[unit.Row]!.PublicId : new ActorKey(unit.Report, unit.Name!).Id;

    /// <summary>The actor of the tables that the current reading of a report calls so.</summary>
    private ActorRow? RowOf(ActorKey key)
    {
        if (Actors.Of(NameKeys.NumberOf(key)).FirstOrDefault(r => r.TableId is not null || NameKeys.Letters(r.Name) == NameKeys.Letters(key.Name)) is { } own) return own;
        if (_ledger.ReadingBefore(key.Report, long.MaxValue) is not var (sequence, record)) return null;
        return Names.Of(record).Where(m => m.Name == key.Name).Select(m => Actors.Of(sequence, m, key.Report)).FirstOrDefault(r => r is not null);
    }
}
