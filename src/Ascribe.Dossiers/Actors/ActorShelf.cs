using Ascribe.Dossiers.Dossiers;
using Ascribe.Dossiers.Ledger;
using Ascribe.Dossiers.Review;
using Ascribe.Records;

namespace Ascribe.Dossiers.Actors;

/// <summary>All actors of a ledger that have a name: those that reports name alike are one, with the decisions that hold on top. Only those asked for are read.</summary>
public sealed class ActorShelf
{
    /// <summary>Of an actor that more reports name, so many of the latest are looked at.</summary>
    private const int MostReports = 100;

    private readonly ReportLedger _ledger;
    private readonly DossierShelf _dossiers;
    private readonly LedgerActors _actors;
    private readonly ActorNames _names = ActorNames.English;
    private readonly ActorGroups _groups;

    /// <summary>Ids of those from whom the report was parted that named them first.</summary>
    private readonly Dictionary<int, string> _renamed = [];

    private ActorShelf(ReportLedger ledger, DossierShelf dossiers)
    {
        (_ledger, _dossiers) = (ledger, dossiers);
        _actors = ActorIndex.Open(ledger).Actors;
        _groups = new ActorGroups(dossiers.Decisions.Holding, RowOf);
        foreach (var unit in _groups.Parted)
        {
            if (KeyOf(unit)?.Id == _actors[unit.Row]!.PublicId && KeyOf(new ActorUnit(unit.Row, null, null)) is { } key) _renamed[unit.Row] = key.Id;
        }
    }

    /// <summary>Opens the actors of a ledger; what came since the last time is taken in first.</summary>
    /// <param name="dossiers">The dossiers of the same ledger.</param>
    /// <exception cref="LedgerException">The ledger is locked or damaged.</exception>
    /// <exception cref="InvalidDataException">A lexicon is damaged.</exception>
    public static ActorShelf Open(ReportLedger ledger, DossierShelf dossiers)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(dossiers);
        return new ActorShelf(ledger, dossiers);
    }

    /// <summary>Makes the tables of a ledger anew from its entries.</summary>
    /// <exception cref="LedgerException">The ledger is locked or damaged.</exception>
    public static void Rebuild(ReportLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        new ActorIndex(ledger).Rebuild();
    }

    /// <summary>All actors, those that most reports name first; read as they are asked for.</summary>
    public IEnumerable<ActorSummary> All() => Everybody().Where(IsSeen);

    private IEnumerable<ActorSummary> Everybody()
    {
        foreach (var (row, reports) in _actors.MostNamed())
        {
            var unit = new ActorUnit(row.Id, null, null);
            var group = _groups.GroupOf(unit);
            if (group[0] != unit) continue;
            yield return group.Count == 1 && !_groups.PartedFrom(row.Id).Any() ? SummaryOf(unit, row, reports) : SummaryOf(group);
        }

        foreach (var group in _groups.Parted.Select(_groups.GroupOf).Where(g => g[0].Report is not null).Distinct()) yield return SummaryOf(group);
    }

    /// <summary>Actors with all the words in a name, or of that id (their own, one that they had, or of the actor table); those that most reports name first.</summary>
    public IReadOnlyList<ActorSummary> Search(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var found = Units(words).ToList();
        var asked = NameKeys.Words(words);
        if (asked.Length > 0) found.AddRange(_groups.Parted.Where(p => asked.All(NameKeys.Words(p.Name!).Contains)));
        if (NameKeys.OfTellingWords(asked).ToArray() is { Length: > 0 } keys)
            found.AddRange(_actors.Under(keys.MinBy(_actors.Keys.Count)).Where(r => keys.All(k => _actors.Keys.Holds(k, r.Id))).Select(r => new ActorUnit(r.Id, null, null)));
        return [.. found.Select(_groups.GroupOf).DistinctBy(g => g[0]).Select(SummaryOf).Where(IsSeen).OrderByDescending(s => s.Reports)];
    }

    /// <summary>The actor of an id (its own, one that it had, or of the actor table) or of a name that one alone has; null where there is none, or several.</summary>
    public ActorProfile? Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Units(text).Select(_groups.GroupOf).DistinctBy(g => g[0]).ToArray() is [var group] && ProfileOf(group) is { Reports.Count: > 0 } profile ? profile : null;
    }

    /// <summary>How the earliest report names the actor of an id, for decisions; null where <see cref="Find"/> finds none.</summary>
    /// <param name="notIn">Id of a report that is left out, or null.</param>
    public ActorKey? KeyOf(string text, string? notIn = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ActorUnit[] units = [.. Units(text)];
        if (units.Select(_groups.GroupOf).DistinctBy(g => g[0]).Count() != 1) return null;
        // What was named by its own id is meant itself, so that it can be taken out of what it was put into.
        return KeyOf(units[0], notIn);
    }

    /// <summary>What a report calls the actor of an id, for decisions; null where it does not name it.</summary>
    public ActorKey? KeyIn(string text, string report)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(report);
        if (IdOf(text) is not { } id || _ledger.Find(report) is not { } record) return null;
        return _names.Of(record).FirstOrDefault(m => IdOf(record, m.Place) == id) is { } mention ? new ActorKey(report, mention.Name) : null;
    }

    /// <summary>The id to which an id or a name leads; null where <see cref="Find"/> finds none.</summary>
    public string? IdOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Units(text).Select(_groups.GroupOf).DistinctBy(g => g[0]).ToArray() is [var group] ? IdOf(group[0]) : null;
    }

    private ActorKey? KeyOf(ActorUnit unit, string? notIn = null)
    {
        if (unit.Report is { } report) return report == notIn ? null : new ActorKey(report, unit.Name!);
        var parted = _groups.PartedFrom(unit.Row).ToHashSet(StringComparer.Ordinal);
        foreach (var (sequence, place) in _actors.Earliest(unit.Row))
        {
            if (_ledger.ReportOf(sequence) is not { } named || named == notIn || parted.Contains(named)) continue;
            if (_ledger.Find(named) is { } record && place < record.Actors.Count) return new ActorKey(named, record.Actors[place].Name);
        }

        return null;
    }

    /// <summary>Those of an id, or of exactly this name.</summary>
    private IEnumerable<ActorUnit> Units(string text)
    {
        if (NameKeys.IsId(text))
        {
            if (_groups.Parted.Where(p => new ActorKey(p.Report!, p.Name!).Id == text).ToArray() is { Length: > 0 } parted) return parted;
            if (_renamed.Where(r => r.Value == text).Select(r => new ActorUnit(r.Key, null, null)).ToArray() is { Length: > 0 } renamed) return renamed;
            return _actors.Of(NameKeys.NumberOf(text)).Select(r => new ActorUnit(r.Id, null, null));
        }

        var rows = _actors.Under(NameKeys.OfTable(text)).FindAll(r => r.TableId == text);
        var letters = NameKeys.Letters(text);
        // What the table knows by several names is found under each; a name that many may have is kept as a word.
        if (rows.Count == 0)
            rows = [.. _actors.Under(NameKeys.OfName(text)).Where(r => r.TableId is not null || NameKeys.Letters(r.Name) == letters), .. _actors.Under(NameKeys.OfWord(letters)).Where(r => NameKeys.Letters(r.Name) == letters)];
        return rows.Select(r => new ActorUnit(r.Id, null, null)).Concat(_groups.Parted.Where(p => NameKeys.Letters(p.Name!) == letters));
    }

    /// <summary>The actor of the tables that the current reading of a report calls so.</summary>
    private ActorRow? RowOf(ActorKey key)
    {
        if (_actors.Of(NameKeys.NumberOf(key)).FirstOrDefault(r => r.TableId is not null || NameKeys.Letters(r.Name) == NameKeys.Letters(key.Name)) is { } own) return own;
        if (_ledger.ReadingBefore(key.Report, long.MaxValue) is not var (sequence, record)) return null;
        return _names.Of(record).Where(m => m.Name == key.Name).Select(m => _actors.Of(sequence, m, key.Report)).FirstOrDefault(r => r is not null);
    }

    private ActorSummary SummaryOf(ActorUnit unit, ActorRow row, int reports) =>
        new(IdOf(unit), unit.Name ?? row.Name, row.Kind, row.Country, row.TableId, reports);

    private ActorSummary SummaryOf(IReadOnlyList<ActorUnit> group)
    {
        var reports = group.Sum(u => u.Report is null ? _actors.Reports(u.Row) - _groups.PartedFrom(u.Row).Distinct().Count() : 1);
        return SummaryOf(group[0], _actors[group[0].Row]!, reports);
    }

    /// <summary>False for an actor that only reports name which are passed over.</summary>
    private bool IsSeen(ActorSummary actor) => !_dossiers.HidesAny || Units(actor.Id).Select(_groups.GroupOf).Any(IsSeen);

    private bool IsSeen(IReadOnlyList<ActorUnit> group) => !_dossiers.HidesAny || Mentions(group).Any(m => !_dossiers.Hides(m.Report));

    private ActorProfile ProfileOf(IReadOnlyList<ActorUnit> group)
    {
        var reader = new ProfileReader(r => _dossiers.Telling(r), (record, place) => IdOf(record, place));
        var reports = new List<ActorReport>();
        foreach (var (id, places) in Mentions(group))
        {
            if (_dossiers.Hides(id) || _ledger.Find(id) is not { } record) continue;
            reader.Read(record, places);
            reports.Add(new ActorReport(id, record.Report.Title, record.Report.Outlet, record.Report.Published?.ToString(), _dossiers.Decisions.MarkingOf(id)));
        }

        return new ActorProfile
        {
            Summary = _dossiers.HidesAny ? SummaryOf(group) with { Reports = reports.Count } : SummaryOf(group),
            Names = reader.Names,
            Roles = reader.Roles,
            Countries = reader.Countries,
            Reports = reports,
            Parts = reader.Parts,
            Says = reader.Says,
            SaidAbout = reader.SaidAbout,
            Relations = reader.Relations,
            PossiblySame = [.. Twins(group)],
            Decisions = _groups.About(group),
        };
    }

    /// <summary>The latest reports that name one of the group, the latest first, each with the places of it among its actors.</summary>
    private IEnumerable<(string Report, IReadOnlyList<int> Places)> Mentions(IReadOnlyList<ActorUnit> group)
    {
        var mentions = new List<(long Sequence, int Place, string Report)>();
        foreach (var unit in group)
        {
            var parted = _groups.PartedFrom(unit.Row).ToHashSet(StringComparer.Ordinal);
            var most = unit.Report is null && parted.Count == 0 ? MostReports : int.MaxValue;
            mentions.AddRange(_actors.Mentions(unit.Row, most).Select(m => (m.Sequence, m.Place, Report: _ledger.ReportOf(m.Sequence) ?? "")).Where(m => unit.Report is null ? !parted.Contains(m.Report) : m.Report == unit.Report));
        }

        return mentions.GroupBy(m => (m.Sequence, m.Report)).OrderByDescending(g => g.Key.Sequence).Take(MostReports).Select(g => (g.Key.Report, (IReadOnlyList<int>)[.. g.Select(m => m.Place).Distinct()]));
    }

    private string? IdOf(Record record, int place) =>
        _names.Of(record).FirstOrDefault(m => m.Place == place) is { } mention && _groups.UnitOf(new ActorKey(record.Report.Id, mention.Name)) is { } unit ? IdOf(_groups.GroupOf(unit)[0]) : null;

    private string IdOf(ActorUnit unit) => unit.Report is null ? _renamed.GetValueOrDefault(unit.Row) ?? _actors[unit.Row]!.PublicId : new ActorKey(unit.Report, unit.Name!).Id;

    /// <summary>What somebody could not decide, and what names leave open and nobody has decided; once for each other actor.</summary>
    private IEnumerable<ActorTwin> Twins(IReadOnlyList<ActorUnit> group)
    {
        var told = new HashSet<ActorUnit> { group[0] };
        // The last decision on a pair counts.
        foreach (var decision in _groups.About(group).Reverse().Select(d => d.Decision).OfType<ActorDecision>().Where(d => d.Verdict != Verdict.Same))
        {
            foreach (var unit in decision.First.Concat(decision.Second).Select(_groups.UnitOf).OfType<ActorUnit>())
            {
                var other = _groups.GroupOf(unit);
                if (told.Add(other[0]) && decision.Verdict == Verdict.Unsure && IsSeen(other)) yield return new ActorTwin(IdOf(other[0]), other[0].Name ?? _actors[other[0].Row]!.Name, true, [decision.Signed.Why ?? "nobody could tell"]);
            }
        }

        foreach (var row in group.Select(u => _actors[u.Row]!).DistinctBy(r => r.Id))
        {
            foreach (var (twin, reasons) in TwinFinder.Of(_actors, row))
            {
                var other = _groups.GroupOf(new ActorUnit(twin.Id, null, null));
                if (told.Add(other[0]) && IsSeen(other)) yield return new ActorTwin(IdOf(other[0]), twin.Name, false, reasons);
            }
        }
    }
}
