using Ascribe.Dossiers.Ledger;
using Ascribe.Dossiers.Merging;
using Ascribe.Dossiers.Review;
using Ascribe.Records;

namespace Ascribe.Dossiers.Dossiers;

/// <summary>All dossiers of a ledger: its reports merged in the order in which they came, with the decisions that hold on top.</summary>
public sealed class DossierShelf
{
    private readonly ReportLedger _ledger;
    private readonly Merger _merger;
    private readonly List<List<int>> _groups;
    private readonly int[] _groupOf;
    private readonly Dictionary<string, int> _mentionOf = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<DecisionEntry> _decisions;
    private readonly DossierBuilder _builder = new();
    private readonly ILookup<int, PossibleTwin> _twins;

    private DossierShelf(ReportLedger ledger, Merger merger)
    {
        _ledger = ledger;
        _merger = merger;
        for (var m = 0; m < merger.Sketches.Count; m++) _mentionOf[KeyOf(m).Id] = m;
        _decisions = DecisionRules.Holding(ledger.Decisions());
        _groups = DecisionRules.Apply(merger.Clusters, _decisions, key => _mentionOf.GetValueOrDefault(key.Id, -1), merger.ScoreOf);
        _groupOf = new int[merger.Sketches.Count];
        for (var g = 0; g < _groups.Count; g++)
        {
            foreach (var mention in _groups[g]) _groupOf[mention] = g;
        }

        _twins = Twins().ToLookup(t => t.Group, t => t.Twin);
    }

    /// <summary>The ids of all dossiers, by their earliest mention in the ledger.</summary>
    public IEnumerable<string> Ids => _groups.Select(g => KeyOf(g[0]).Id);

    /// <param name="modelsDirectory">A folder of models to use in place of the embedded ones, or null.</param>
    /// <exception cref="LedgerException">The ledger is locked or damaged.</exception>
    /// <exception cref="InvalidDataException">The model is missing or damaged.</exception>
    public static DossierShelf Open(ReportLedger ledger, string? modelsDirectory = null)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        var model = MergingModel.Load(modelsDirectory);
        var (reader, merger) = (new SketchReader(model.Words), new Merger(model));
        foreach (var sketch in ledger.Records().SelectMany(reader.Read)) merger.Add(sketch);
        return new DossierShelf(ledger, merger);
    }

    /// <summary>The dossier that answers to the id: its own, that of any of its mentions, or the id of a report that tells of it first. Null where there is none.</summary>
    public Dossier? Find(string id) => MentionOf(id) is >= 0 and var mention ? Build(_groupOf[mention]) : null;

    /// <summary>All dossiers, one after the other, in the order of <see cref="Ids"/>.</summary>
    public IEnumerable<Dossier> All() => Enumerable.Range(0, _groups.Count).Select(Build);

    /// <summary>The mentions of the dossier that answers to the id; empty where there is none.</summary>
    public IReadOnlyList<MentionKey> Mentions(string id) => MentionOf(id) is >= 0 and var mention ? [.. _groups[_groupOf[mention]].Select(KeyOf)] : [];

    /// <summary>The mention that an id or the id of a report names.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public MentionKey Named(string id) => MentionOf(id) is >= 0 and var mention ? KeyOf(mention) : throw new KeyNotFoundException($"There is no mention '{id}'.");

    /// <summary>Index of the mention that an id or the id of a report names, or -1.</summary>
    private int MentionOf(string id) => _mentionOf.TryGetValue(id, out var mention) || _mentionOf.TryGetValue(new MentionKey(id, 0).Id, out mention) ? mention : -1;

    private MentionKey KeyOf(int mention) => new(_merger.Sketches[mention].Report, _merger.Sketches[mention].Number);

    private Dossier Build(int group)
    {
        var mentions = _groups[group].Select(m => (_merger.Sketches[m], RecordOf(m))).ToList();
        return _builder.Build(KeyOf(_groups[group][0]).Id, mentions, [.. _twins[group]]);
    }

    private Record RecordOf(int mention) => _ledger.Find(_merger.Sketches[mention].Report) ?? throw new LedgerException($"The ledger has lost report '{_merger.Sketches[mention].Report}' while it was read.");

    /// <summary>What evidence leaves open and nobody has decided, and what somebody could not decide; once for each of the two.</summary>
    private IEnumerable<(int Group, PossibleTwin Twin)> Twins()
    {
        var decided = _decisions.SelectMany(d => d.Decision.First.SelectMany(f => d.Decision.Second.Select(s => (f.Id, s.Id))))
            .Where(d => _mentionOf.ContainsKey(d.Item1) && _mentionOf.ContainsKey(d.Item2)).Select(d => Ordered(_groupOf[_mentionOf[d.Item1]], _groupOf[_mentionOf[d.Item2]])).ToHashSet();
        var unsure = _decisions.Where(d => d.Decision.Verdict == Verdict.Unsure)
            .Select(d => (First: _mentionOf.GetValueOrDefault(d.Decision.First[0].Id, -1), Second: _mentionOf.GetValueOrDefault(d.Decision.Second[0].Id, -1), LogOdds: (float?)null)).Where(d => d is { First: >= 0, Second: >= 0 });
        var open = _merger.Doubts().Where(d => !decided.Contains(Ordered(_groupOf[d.First], _groupOf[d.Second]))).Select(d => (d.First, d.Second, LogOdds: (float?)d.LogOdds));
        foreach (var (first, second, logOdds) in unsure.Concat(open))
        {
            if (_groupOf[first] == _groupOf[second]) continue;
            var reasons = MergeReasons.Of(_merger.Sketches[first], _merger.Sketches[second]);
            yield return (_groupOf[first], new PossibleTwin(KeyOf(_groups[_groupOf[second]][0]).Id, logOdds, reasons));
            yield return (_groupOf[second], new PossibleTwin(KeyOf(_groups[_groupOf[first]][0]).Id, logOdds, reasons));
        }
    }

    private static (int, int) Ordered(int a, int b) => a < b ? (a, b) : (b, a);
}
