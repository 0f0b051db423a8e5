using Ascribe.Dossiers.Actors;
using Ascribe.Dossiers.Index;
using Ascribe.Dossiers.Ledger;
using Ascribe.Dossiers.Merging;
using Ascribe.Dossiers.Review;
using Ascribe.Dossiers.Search;
using Ascribe.Records;
using Ascribe.Reports;
using NodaTime;

namespace Ascribe.Dossiers.Dossiers;

/// <summary>All dossiers of a ledger: its reports merged in the order in which they came, with the decisions that hold on top. Only those asked for are read.</summary>
public sealed class DossierShelf
{
    private readonly ReportLedger _ledger;
    private readonly DossierIndex _index;
    private readonly DossierBuilder _builder;
    private readonly IncidentDecision[] _decisions;
    private DossierSearch? _search;

    /// <summary>The clusters that decisions are about, and the groups that these make of them.</summary>
    private readonly HashSet<int> _decided;
    private readonly List<List<int>> _regrouped;
    private readonly Dictionary<int, List<int>> _regroupedOf = [];

    /// <summary>Ids of reports that are passed over as if they were not there.</summary>
    private HashSet<string> _hidden = [];

    private DossierShelf(ReportLedger ledger, DossierIndex index)
    {
        (_ledger, _index) = (ledger, index);
        Decisions = DecisionBook.Of(ledger.Decisions());
        _builder = new DossierBuilder(Decisions);
        _decisions = [.. Decisions.Holding.Select(h => h.Decision).OfType<IncidentDecision>()];
        _decided = [.. _decisions.SelectMany(d => d.First.Concat(d.Second)).Select(IndexOf).Where(m => m >= 0).Select(_index.Clusters.ClusterOf)];
        _regrouped = DecisionRules.Apply(_decided.Order().Select(_index.Clusters.Members), _decisions, IndexOf, _index.Merger.ScoreOf);
        foreach (var group in _regrouped)
        {
            foreach (var mention in group) _regroupedOf[mention] = group;
        }
    }

    /// <summary>The decisions that held when the shelf was opened.</summary>
    public DecisionBook Decisions { get; }

    /// <summary>The ids of all dossiers, by their earliest mention in the ledger.</summary>
    public IEnumerable<string> Ids => Groups().Select(g => KeyOf(g[0]).Id);

    /// <summary>Opens the dossiers of a ledger; what came since the last time is merged first.</summary>
    /// <param name="modelsDirectory">A folder of models to use in place of the embedded ones, or null.</param>
    /// <exception cref="LedgerException">The ledger is locked or damaged.</exception>
    /// <exception cref="InvalidDataException">The model is missing or damaged.</exception>
    public static DossierShelf Open(ReportLedger ledger, string? modelsDirectory = null)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return new DossierShelf(ledger, DossierIndex.Open(ledger, MergingModel.Load(modelsDirectory)));
    }

    /// <summary>The dossiers of the same ledger with all that has come since, for everybody. Much faster than to open them anew.</summary>
    /// <exception cref="LedgerException">The ledger is locked or damaged.</exception>
    public DossierShelf Renewed()
    {
        _index.CatchUp();
        return new DossierShelf(_ledger, _index);
    }

    /// <summary>The same dossiers for somebody who may not see reports of a stricter marking: those are passed over as if they were not there.</summary>
    public DossierShelf SeenWith(Tlp widest)
    {
        var hidden = Decisions.ReportsStricterThan(widest).ToHashSet(StringComparer.Ordinal);
        if (hidden.Count == 0) return this;
        var shelf = (DossierShelf)MemberwiseClone();
        shelf._hidden = hidden;
        return shelf;
    }

    /// <summary>Whether any report is passed over.</summary>
    public bool HidesAny => _hidden.Count > 0;

    /// <summary>Whether a report is passed over.</summary>
    public bool Hides(string report) => _hidden.Contains(report);

    /// <summary>The dossier that answers to the id: its own, that of any of its mentions, or the id of a report that tells of it first. Null where there is none.</summary>
    public Dossier? Find(string id) => SeenOf(id) is { Count: > 0 } group ? Build(group) : null;

    /// <summary>The dossiers that are asked for, in the order asked for, found by the search index; read as they are taken.</summary>
    /// <exception cref="FormatException">The words asked for cannot be understood; the message is one sentence for people.</exception>
    /// <exception cref="KeyNotFoundException">There is no dossier to begin after.</exception>
    public IEnumerable<Dossier> Find(DossierQuery query) => Groups(query).Select(Build);

    /// <summary>What <see cref="Find(DossierQuery)"/> finds, in a line each, without opening reports.</summary>
    /// <exception cref="FormatException">The words asked for cannot be understood; the message is one sentence for people.</exception>
    /// <exception cref="KeyNotFoundException">There is no dossier to begin after.</exception>
    public IEnumerable<DossierSummary> Summaries(DossierQuery query) => Groups(query).Select(Summary);

    /// <summary>All dossiers, one after the other, in the order of <see cref="Ids"/>.</summary>
    public IEnumerable<Dossier> All() => Groups().Select(Build);

    /// <summary>Dossiers that reports published on a day or later made or changed, each beside what it was without them.</summary>
    public IEnumerable<DossierChange> ChangedSince(LocalDate day)
    {
        foreach (var group in Groups(new DossierQuery { PublishedSince = day }))
        {
            var before = group.Where(m => _index.Clusters[m].Published is not { } published || published < day).ToList();
            if (before.Count < group.Count) yield return new DossierChange(Build(group), before.Count == 0 ? null : Build(before));
        }
    }

    /// <summary>Makes the index of a ledger anew from its entries.</summary>
    /// <returns>The number of dossiers.</returns>
    /// <exception cref="LedgerException">The ledger is locked or damaged.</exception>
    /// <exception cref="InvalidDataException">The model is missing or damaged.</exception>
    public static int Rebuild(ReportLedger ledger, string? modelsDirectory = null)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        var index = new DossierIndex(ledger, MergingModel.Load(modelsDirectory));
        index.Rebuild();
        return new DossierShelf(ledger, index).Groups().Count();
    }

    /// <summary>The mentions of the dossier that answers to the id; empty where there is none.</summary>
    public IReadOnlyList<MentionKey> Mentions(string id) => [.. SeenOf(id).Select(KeyOf)];

    /// <summary>Other dossiers that may be of the same incident; see <see cref="Dossier.PossiblySame"/>. Nothing is read but the index.</summary>
    public IReadOnlyList<PossibleTwin> PossiblySame(string id) => SeenOf(id) is { Count: > 0 } group ? [.. Twins(group)] : [];

    /// <summary>The id of the dossier that answers to an id; null where there is none.</summary>
    public string? IdOf(string id) => SeenOf(id) is { Count: > 0 } group ? KeyOf(group[0]).Id : null;

    /// <summary>The dossier that answers to the id in a line; null where there is none.</summary>
    public DossierSummary? SummaryOf(string id) => SeenOf(id) is { Count: > 0 } group ? Summary(group) : null;

    /// <summary>The mention that an id or the id of a report names.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public MentionKey Named(string id) => MentionOf(id) is >= 0 and var mention ? KeyOf(mention) : throw new KeyNotFoundException($"There is no mention '{id}'.");

    /// <summary>The dossiers that a report is in, each with the events of its record that tell of the incident.</summary>
    public IEnumerable<(string Dossier, IReadOnlyList<string> Events)> Telling(string report)
    {
        for (var number = 0; IndexOf(new MentionKey(report, number)) is >= 0 and var mention; number++)
        {
            if (Seen(GroupOf(mention)) is { Count: > 0 } group) yield return (KeyOf(group[0]).Id, _index.Clusters[mention].Events);
        }
    }

    /// <summary>The mention that an id or the id of a report names, or -1.</summary>
    private int MentionOf(string id) => _index.Clusters.Of(id) is >= 0 and var mention ? mention : IndexOf(new MentionKey(id, 0));

    private int IndexOf(MentionKey key) => _index.Clusters.Of(key.Id);

    private MentionKey KeyOf(int mention) => new(_index.Clusters[mention].Report, _index.Clusters[mention].Number);

    /// <summary>The mentions of the dossier that holds one, in ascending order.</summary>
    private List<int> GroupOf(int mention) => _regroupedOf.TryGetValue(mention, out var group) ? group : _index.Clusters.Members(_index.Clusters.ClusterOf(mention));

    /// <summary>The mentions of a group that are not passed over.</summary>
    private List<int> Seen(List<int> group) => _hidden.Count == 0 ? group : [.. group.Where(m => !Hides(_index.Clusters[m].Report))];

    /// <summary>The mentions of the dossier that answers to the id which are not passed over; empty where there is none.</summary>
    private List<int> SeenOf(string id) => MentionOf(id) is >= 0 and var mention ? Seen(GroupOf(mention)) : [];

    /// <summary>All groups by their first mention.</summary>
    private IEnumerable<List<int>> Groups() => _hidden.Count == 0 ? AllGroups() : AllGroups().Select(Seen).Where(g => g.Count > 0);

    private IEnumerable<List<int>> AllGroups()
    {
        var next = 0;
        foreach (var cluster in _index.Clusters.Clusters())
        {
            while (next < _regrouped.Count && _regrouped[next][0] <= cluster) yield return _regrouped[next++];
            if (!_decided.Contains(cluster)) yield return _index.Clusters.Members(cluster);
        }

        while (next < _regrouped.Count) yield return _regrouped[next++];
    }

    private IEnumerable<List<int>> Groups(DossierQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        query = Widened(query);
        var after = query.After is not { } id ? null : MentionOf(id) is >= 0 and var mention ? (List<int>?)GroupOf(mention) : throw new KeyNotFoundException($"There is no dossier '{id}' to begin after.");
        var search = _search ??= Search();
        return _hidden.Count == 0 ? search.Find(query, after) : SeenOf(search.Find(query with { Limit = null }, after), query);
    }

    /// <summary>With whom decisions have made one with the actor asked for, and with the names of one asked for by its id.</summary>
    private DossierQuery Widened(DossierQuery query) =>
        query.Actor is { } actor && (NameKeys.IsId(actor) || Decisions.Holding.Any(h => h.Decision is ActorDecision)) ? query with { AlsoNamed = ActorFinder.Open(_ledger, Decisions.Holding).NamesOf(actor) } : query;

    /// <summary>What is passed over must not be found by what it says: where a part is, the rest alone must fit.</summary>
    private IEnumerable<List<int>> SeenOf(IEnumerable<List<int>> found, DossierQuery query)
    {
        var left = query.Limit ?? int.MaxValue;
        foreach (var group in found)
        {
            var seen = Seen(group);
            if (seen.Count == 0 || seen.Count < group.Count && !query.Fits(Build(seen))) continue;
            if (left-- == 0) yield break;
            yield return seen;
        }
    }

    private DossierSearch Search()
    {
        // Of clusters regrouped, and of those with decisions on values, the index does not tell what they are now.
        int[] reviewed = [.. Decisions.Holding.Select(h => h.Decision is ValueDecision v ? v.Mention : (h.Decision as AddDecision)?.Mention).OfType<MentionKey>()
            .Select(IndexOf).Where(m => m >= 0).Select(_index.Clusters.ClusterOf).Where(c => !_decided.Contains(c)).Distinct()];
        return new DossierSearch(
            _index.Search, _index.Clusters.Members, Summary, ReportOf, [.. _decided, .. reviewed], [.. _regrouped.Concat(reviewed.Select(_index.Clusters.Members)).OrderBy(g => g[0])]);
    }

    private DossierSummary Summary(List<int> group)
    {
        MentionKey[] mentions = [.. group.Select(KeyOf)];
        var summary = Decisions.Judges(mentions) ? SummaryBuilder.Of(Build(group)) : _index.Search.Summary(mentions[0].Id, group, TitleOf);
        var review = Decisions.ReviewOf(mentions);
        return summary with { State = review.State, AssignedTo = review.AssignedTo, Marking = mentions.Max(m => Decisions.MarkingOf(m.Report)) };
    }

    private string TitleOf(int mention) => _ledger.TitleOf(_index.Clusters[mention].Report) ?? "";

    private Report ReportOf(int mention) => _ledger.Source(_index.Clusters[mention].Report) ?? throw Lost(mention);

    private Dossier Build(List<int> group)
    {
        var mentions = group.Select(m => (_index.Clusters[m], RecordOf(m))).ToList();
        return _builder.Build(KeyOf(group[0]).Id, mentions, [.. Twins(group)]);
    }

    private Record RecordOf(int mention) => _ledger.Find(_index.Clusters[mention].Report) ?? throw Lost(mention);

    private LedgerException Lost(int mention) => new($"The ledger has lost report '{_index.Clusters[mention].Report}' while it was read.");

    /// <summary>What evidence leaves open and nobody has decided, and what somebody could not decide; once for each other dossier.</summary>
    private IEnumerable<PossibleTwin> Twins(List<int> group)
    {
        var told = new HashSet<int> { group[0] };
        // The last decision on a pair counts.
        foreach (var decision in _decisions.Reverse())
        {
            var (first, second) = (Of(decision.First), Of(decision.Second));
            if (first is null || second is null || first[0] == second[0] || first[0] != group[0] && second[0] != group[0]) continue;
            var other = first[0] == group[0] ? second : first;
            if (told.Add(other[0]) && decision.Verdict == Verdict.Unsure) yield return Twin(group, other, null);
        }

        foreach (var other in group.SelectMany(_index.Clusters.Doubtful).Select(GroupOf).Select(Seen))
        {
            if (other.Count > 0 && told.Add(other[0]) && Linkage.Mean(group, other, _index.Merger.ScoreOf) is >= Linkage.Doubtful and var logOdds) yield return Twin(group, other, logOdds);
        }
    }

    private List<int>? Of(IReadOnlyList<MentionKey> keys) => keys.Select(IndexOf).Where(m => m >= 0).Select(GroupOf).Select(Seen).FirstOrDefault(g => g.Count > 0);

    private PossibleTwin Twin(List<int> group, List<int> other, float? logOdds) =>
        new(KeyOf(other[0]).Id, logOdds, MergeReasons.Of(_index.Clusters[group[0]], _index.Clusters[other[0]]));
}
