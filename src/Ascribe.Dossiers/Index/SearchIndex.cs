using Ascribe.Dossiers.Dossiers;
using Ascribe.Dossiers.Ledger;
using Ascribe.Dossiers.Merging;
using Ascribe.Dossiers.Search;
using Ascribe.Reports;
using NodaTime;

namespace Ascribe.Dossiers.Index;

/// <summary>
/// What answers questions without opening dossiers, as tables in the file of a ledger: words of reports, and names, codes, days and facts of mentions. For each
/// cluster what lists are sorted and filtered by. A view: it can be dropped and made again from the entries.
/// </summary>
internal sealed class SearchIndex(LedgerFile file, IClusterStore clusters)
{
    /// <summary>Raised whenever tables, words or codes change.</summary>
    public const int Format = 3;

    /// <summary>
    /// Of the words nothing is kept but who has them (contentless, detail = none): a third of what places would take. They come cut and folded
    /// (<see cref="SearchWords"/>), so FTS5 need only split them at blanks. The words of a report stand under its first mention; <c>mates</c> says there how many more
    /// follow, and with those, as a negative number, how far back the first is. Facts lie apart, so that a question that many fit reads narrow rows. Days are counted
    /// from 1970-01-01; <c>last</c> is the latest publication, or the least number of all.
    /// </summary>
    public const string Schema =
        """
        CREATE VIRTUAL TABLE search_words USING fts5 (words, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');
        CREATE TABLE search_mention (id INTEGER PRIMARY KEY, cluster INTEGER NOT NULL, mates INTEGER NOT NULL, earliest INTEGER, latest INTEGER) STRICT;
        CREATE INDEX search_mention_days ON search_mention (latest, earliest);
        CREATE TABLE search_facts (id INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT;
        CREATE TABLE search_cluster (id INTEGER PRIMARY KEY, last INTEGER NOT NULL, contradicted INTEGER NOT NULL, mentions INTEGER NOT NULL) STRICT;
        CREATE INDEX search_cluster_last ON search_cluster (last);
        """;

    /// <summary>The tables of <see cref="Schema"/>; those that FTS5 keeps behind them go with it.</summary>
    public static readonly IReadOnlyList<string> Tables = ["search_words", "search_mention", "search_facts", "search_cluster"];

    private static readonly LocalDate s_first = new(1970, 1, 1);

    /// <summary>Adds the mentions of a report.</summary>
    /// <param name="mentions">In their order, each with its id; ids follow each other.</param>
    public void Add(Report report, IReadOnlyList<(int Id, IncidentFacts Facts)> mentions)
    {
        for (var i = 0; i < mentions.Count; i++)
        {
            var (id, facts) = mentions[i];
            var words = i > 0 ? [] : SearchWords.Telling(report.Title).Concat(SearchWords.Telling(report.Text)).Distinct();
            file.Execute("INSERT INTO search_words (rowid, words) VALUES ($1, $2)", id, string.Join(' ', words.Concat(SearchCodes.Of(facts))));
            file.Execute(
                "INSERT INTO search_mention (id, cluster, mates, earliest, latest) VALUES ($1, $1, $2, $3, $4)",
                id, i > 0 ? -i : mentions.Count - 1, Days(facts.Events.Min(e => e.Earliest)), Days(facts.Events.Max(e => e.Latest)));
            file.Execute("INSERT INTO search_facts (id, body) VALUES ($1, $2)", id, FactsCodec.Pack(facts));
        }
    }

    /// <summary>Takes out mentions that are no more.</summary>
    public void Remove(IEnumerable<int> mentions)
    {
        foreach (var id in mentions)
        {
            file.Execute("DELETE FROM search_words WHERE rowid = $1", id);
            file.Execute("DELETE FROM search_mention WHERE id = $1", id);
            file.Execute("DELETE FROM search_facts WHERE id = $1", id);
        }
    }

    /// <summary>Makes anew what is kept of clusters.</summary>
    public void Regroup(IEnumerable<int> changed)
    {
        foreach (var cluster in changed)
        {
            var members = clusters.Members(cluster);
            if (members.Count == 0)
            {
                file.Execute("DELETE FROM search_cluster WHERE id = $1", cluster);
                continue;
            }

            foreach (var member in members) file.Execute("UPDATE search_mention SET cluster = $1 WHERE id = $2 AND cluster <> $1", cluster, member);
            var traits = ClusterTraits.Of(Summary("", members, _ => ""));
            file.Execute("INSERT OR REPLACE INTO search_cluster (id, last, contradicted, mentions) VALUES ($1, $2, $3, $4)", cluster, traits.Last, traits.Contradicted, members.Count);
        }
    }

    /// <exception cref="LedgerException">There is no such mention, or what is kept of it is damaged.</exception>
    public IncidentFacts Facts(int mention)
    {
        var packed = file.Bytes("SELECT body FROM search_facts WHERE id = $1", mention) ?? throw new LedgerException($"{file.Path}: the search index has lost mention {mention}; 'ascribe check' makes it anew.");
        try
        {
            return FactsCodec.Unpack(packed);
        }
        catch (InvalidDataException e)
        {
            throw new LedgerException($"{file.Path}: mention {mention} of the search index is damaged; 'ascribe check' makes it anew.", e);
        }
    }

    /// <param name="members">Of one dossier, in ascending order; never empty.</param>
    /// <param name="titleOf">The title of the report of a mention.</param>
    public DossierSummary Summary(string id, IReadOnlyList<int> members, Func<int, string> titleOf)
    {
        var origins = members.Count == 1 ? [0] : CopyComparison.Origins([.. members.Select(m => clusters[m])]);
        return SummaryBuilder.Build(id, [.. members.Select((m, i) => (Facts(m), origins[i]))], i => titleOf(members[i]));
    }

    /// <summary>Clusters that may be what is asked for, in the order asked for, each with its place in that order. Words in a row and facts are looked up nearly, all else exactly.</summary>
    /// <param name="after">The place behind which to begin, or null.</param>
    public IEnumerable<ClusterPlace> Clusters(DossierQuery query, TextQuery? text, FactsFilter filter, ClusterPlace? after)
    {
        var (conditions, values) = (new List<string>(), new List<object?>());
        if (query.Several) conditions.Add("c.mentions > 1");
        if (query.Disagreement) conditions.Add("c.contradicted <> 0");
        if (query.Contradicted is { } slot) conditions.Add($"c.contradicted & {Value(ClusterTraits.BitOf(slot))} <> 0");
        if (query.PublishedSince is { } day) conditions.Add($"c.last >= {Value(Days(day))}");
        if (text is not null)
        {
            conditions.Add($"c.id IN (SELECT m.cluster FROM search_words w JOIN search_mention f ON f.id = w.rowid JOIN search_mention m ON m.id BETWEEN f.id AND f.id + f.mates WHERE search_words MATCH {Value(text.Fts)})");
        }

        var facts = new List<string>();
        if (filter.Fts.Length > 0) facts.Add($"m.id IN (SELECT rowid FROM search_words WHERE search_words MATCH {Value(filter.Fts)})");
        if (filter.Days.Since is { } since) facts.Add($"m.latest >= {Value(Days(since))}");
        if (filter.Days.Until is { } until) facts.Add($"m.earliest <= {Value(Days(until))}");
        if (facts.Count > 0) conditions.Add($"c.id IN (SELECT m.cluster FROM search_mention m WHERE {string.Join(" AND ", facts)})");
        var order = query.Sort == DossierSort.FirstMention ? "c.id" : "c.last DESC, c.id DESC";
        if (after is { } place)
            conditions.Add(query.Sort == DossierSort.FirstMention ? $"c.id > {Value(place.First)}" : $"(c.last, c.id) < ({Value(place.Last)}, {Value(place.First)})");
        var where = conditions.Count == 0 ? "" : " WHERE " + string.Join(" AND ", conditions);
        return file.Rows($"SELECT c.last, c.id FROM search_cluster c{where} ORDER BY {order}", row => new ClusterPlace(row.GetInt32(0), row.GetInt32(1)), [.. values]);

        string Value(object? value)
        {
            values.Add(value);
            return $"${values.Count}";
        }
    }

    /// <summary>Of some mentions those whose reports may hold the words.</summary>
    public HashSet<int> Holding(TextQuery text, IEnumerable<int> mentions) => [.. file.Rows(
        """
        SELECT m.id FROM search_mention m WHERE m.id IN (SELECT value FROM json_each($1))
        AND m.id + min(m.mates, 0) IN (SELECT rowid FROM search_words WHERE search_words MATCH $2)
        """,
        row => row.GetInt32(0), $"[{string.Join(',', mentions)}]", text.Fts)];

    internal static int? Days(LocalDate? day) => day is { } told ? Period.DaysBetween(s_first, told) : null;
}
