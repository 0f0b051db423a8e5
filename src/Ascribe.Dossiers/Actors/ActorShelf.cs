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
    private readonly ActorFinder _finder;
    private readonly LedgerActors _actors;
    private readonly ActorGroups _groups;

    private ActorShelf(ReportLedger ledger, DossierShelf dossiers)
    {
        (_ledger, _dossiers) = (ledger, dossiers);
        _finder = ActorFinder.Open(ledger, dossiers.Decisions.Holding);
        (_actors, _groups) = (_finder.Actors, _finder.Groups);
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
        var found = _finder.Units(words).ToList();
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
        return _finder.Units(text).Select(_groups.GroupOf).DistinctBy(g => g[0]).ToArray() is [var group] && ProfileOf(group) is { Reports.Count: > 0 } profile ? profile : null;
    }

    /// <summary>How the earliest report names the actor of an id, for decisions; null where <see cref="Find"/> finds none.</summary>
    /// <param name="notIn">Id of a report that is left out, or null.</param>
    public ActorKey? KeyOf(string text, string? notIn = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ActorUnit[] units = [.. _finder.Units(text)];
        if (units.Select(_groups.GroupOf).DistinctBy(g => g[0]).Count() != 1) return null;
        // What was named by its own id is meant itself, so that it can be taken out of what it was put into.
        return _finder.KeyOf(units[0], notIn);
    }

    /// <summary>What a report calls the actor of an id, for decisions; null where it does not name it.</summary>
    public ActorKey? KeyIn(string text, string report)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(report);
        if (IdOf(text) is not { } id || _ledger.Find(report) is not { } record) return null;
        return _finder.Names.Of(record).FirstOrDefault(m => IdOf(record, m.Place) == id) is { } mention ? new ActorKey(report, mention.Name) : null;
    }

    /// <summary>The id to which an id or a name leads; null where <see cref="Find"/> finds none.</summary>
    public string? IdOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return _finder.Units(text).Select(_groups.GroupOf).DistinctBy(g => g[0]).ToArray() is [var group] ? _finder.IdOf(group[0]) : null;
    }

    private ActorSummary SummaryOf(ActorUnit unit, ActorRow row, int reports) =>
        new(_finder.IdOf(unit), unit.Name ?? row.Name, row.Kind, row.Country, row.TableId, reports);

    private ActorSummary SummaryOf(IReadOnlyList<ActorUnit> group)
    {
        var reports = group.Sum(u => u.Report is null ? _actors.Reports(u.Row) - _groups.PartedFrom(u.Row).Distinct().Count() : 1);
        return SummaryOf(group[0], _actors[group[0].Row]!, reports);
    }

    /// <summary>False for an actor that only reports name which are passed over.</summary>
    private bool IsSeen(ActorSummary actor) => !_dossiers.HidesAny || _finder.Units(actor.Id).Select(_groups.GroupOf).Any(IsSeen);

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
        _finder.Names.Of(record).FirstOrDefault(m => m.Place == place) is { } mention && _groups.UnitOf(new ActorKey(record.Report.Id, mention.Name)) is { } unit ? _finder.IdOf(_groups.GroupOf(unit)[0]) : null;

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
                if (told.Add(other[0]) && decision.Verdict == Verdict.Unsure && IsSeen(other)) yield return new ActorTwin(_finder.IdOf(other[0]), other[0].Name ?? _actors[other[0].Row]!.Name, true, [decision.Signed.Why ?? "nobody could tell"]);
            }
        }

        foreach (var row in group.Select(u => _actors[u.Row]!).DistinctBy(r => r.Id))
        {
            foreach (var (twin, reasons) in TwinFinder.Of(_actors, row))
            {
                var other = _groups.GroupOf(new ActorUnit(twin.Id, null, null));
                if (told.Add(other[0]) && IsSeen(other)) yield return new ActorTwin(_finder.IdOf(other[0]), twin.Name, false, reasons);
            }
        }
    }
}
