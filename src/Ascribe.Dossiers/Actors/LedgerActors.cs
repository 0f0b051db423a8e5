using Ascribe.Actors;
using Ascribe.Dossiers.Ledger;
using Ascribe.Dossiers.Review;
using Microsoft.Data.Sqlite;

namespace Ascribe.Dossiers.Actors;

/// <summary>Actors across reports as tables in the file of a ledger. A view: it can be dropped and made again from the entries.</summary>
internal sealed class LedgerActors(LedgerFile file)
{
    public const string Schema =
        """
        CREATE TABLE actor (id INTEGER PRIMARY KEY AUTOINCREMENT, number INTEGER NOT NULL, name TEXT NOT NULL, kind INTEGER NOT NULL, table_id TEXT, country TEXT, side INTEGER NOT NULL) STRICT;
        CREATE TABLE actor_mention (actor INTEGER NOT NULL, sequence INTEGER NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (actor, sequence, place)) STRICT, WITHOUT ROWID;
        """;

    public static readonly string[] Tables = ["actor", "actor_mention"];

    private const string Columns = "actor.id, number, name, kind, table_id, country, side";

    /// <summary>Keys whose actors are kept in memory: a few are named again and again.</summary>
    private const int Cached = 4096;

    private readonly Dictionary<long, List<ActorRow>> _cache = [];

    /// <summary>Names of actors of the table that were written down; the table has a few for each.</summary>
    private readonly HashSet<(int Actor, string Name)> _aliases = [];

    /// <summary>Forgets what is kept in memory: another program has written.</summary>
    public void Forget()
    {
        _cache.Clear();
        _aliases.Clear();
    }

    /// <summary>Takes in the named actors of a reading.</summary>
    public void Add(long sequence, string report, IEnumerable<NamedMention> mentions)
    {
        // All at once: a statement for each would cost more than the rest.
        var places = string.Join(',', mentions.Select(m => $"[{RowOf(report, m).Id},{m.Place}]"));
        file.Execute("INSERT OR IGNORE INTO actor_mention (actor, sequence, place) SELECT value ->> 0, $1, value ->> 1 FROM json_each($2)", sequence, $"[{places}]");
    }

    /// <summary>Takes out the named actors of a reading that a later one supersedes; who is named by no other is gone.</summary>
    public void Remove(long sequence, string report, IEnumerable<NamedMention> mentions)
    {
        foreach (var mention in mentions)
        {
            foreach (var row in Candidates(report, mention))
            {
                if (file.Execute("DELETE FROM actor_mention WHERE actor = $1 AND sequence = $2", row.Id, sequence) == 0) continue;
                if (file.Number("SELECT EXISTS (SELECT 1 FROM actor_mention WHERE actor = $1)", row.Id) > 0) continue;
                Forget();
                file.Execute("DELETE FROM actor WHERE id = $1", row.Id);
                Keys.Remove(row.Id, NameKeys.Kept(row.Name, row.Kind == ActorKind.Person, mention.IsTelling).Append(NameKeys.OfId(row.Number)));
            }
        }
    }

    public ActorRow? this[int id] => file.List($"SELECT {Columns} FROM actor WHERE id = $1", RowOf, id) is [var row] ? row : null;

    public ActorKeys Keys { get; } = new(file);

    /// <summary>Those found under a key, the earliest first.</summary>
    public List<ActorRow> Under(long key) => file.List($"SELECT {Columns} FROM ({ActorKeys.Under}) JOIN actor ON actor.id = found ORDER BY found", RowOf, key);

    /// <summary>Those of a public id; of five million two or three may meet.</summary>
    public IEnumerable<ActorRow> Of(long number) => Under(NameKeys.OfId(number)).Where(r => r.Number == number);

    /// <summary>The actor that a reading means by a mention, or null.</summary>
    public ActorRow? Of(long sequence, NamedMention mention, string report) => Candidates(report, mention).Find(r => Names(r.Id, sequence));

    /// <summary>The readings that name an actor, the earliest first, with its place among their actors.</summary>
    public IEnumerable<(long Sequence, int Place)> Earliest(int actor) =>
        file.Rows("SELECT sequence, place FROM actor_mention WHERE actor = $1 ORDER BY sequence, place", row => (row.GetInt64(0), row.GetInt32(1)), actor);

    /// <summary>The last readings that name an actor, the latest first, with its place among their actors.</summary>
    public List<(long Sequence, int Place)> Mentions(int actor, int most) =>
        file.List("SELECT sequence, place FROM actor_mention WHERE actor = $1 ORDER BY sequence DESC, place LIMIT $2", row => (row.GetInt64(0), row.GetInt32(1)), actor, most);

    /// <summary>In how many reports it is named.</summary>
    public int Reports(int actor) => (int)file.Number("SELECT count(DISTINCT sequence) FROM actor_mention WHERE actor = $1", actor);

    private bool Names(int actor, long sequence) => file.Number("SELECT EXISTS (SELECT 1 FROM actor_mention WHERE actor = $1 AND sequence = $2)", actor, sequence) > 0;

    /// <summary>The actors that most reports name, with the number of these.</summary>
    public IEnumerable<(ActorRow Row, int Reports)> MostNamed() => file.Rows(
        $"SELECT {Columns}, reports FROM (SELECT actor, count(DISTINCT sequence) AS reports FROM actor_mention GROUP BY actor) JOIN actor ON actor.id = actor ORDER BY reports DESC, actor.id",
        row => (RowOf(row), row.GetInt32(7)));

    private ActorRow RowOf(string report, NamedMention mention)
    {
        if (Candidates(report, mention).Find(r => !mention.IsTelling || r.Fits(mention)) is not { } row) return New(report, mention);
        var told = row with
        {
            // "HILLARY CLINTON" stood in a title.
            Name = mention.TableId is null && !row.Name.Any(char.IsLower) && mention.Name.Any(char.IsLower) ? mention.Name : row.Name,
            Country = row.Country ?? mention.Country,
            Side = row.Side == ActorSide.Unknown ? mention.Side : row.Side,
            Kind = row.Kind == ActorKind.Unknown ? mention.Kind : row.Kind,
        };
        if (told != row)
        {
            file.Execute("UPDATE actor SET name = $2, country = $3, side = $4, kind = $5 WHERE id = $1", row.Id, told.Name, told.Country, (long)told.Side, (long)told.Kind);
            if (_cache.GetValueOrDefault(KeyOf(report, mention)) is { } cached) cached[cached.IndexOf(row)] = told;
        }

        // Only an id of the actor table brings several names together.
        if (mention.TableId is not null && mention.Name != row.Name && _aliases.Add((row.Id, mention.Name))) Keys.Add(row.Id, KeysOf(mention));
        return told;
    }

    /// <summary>Those of the same name or the same id of the actor table; of a name that tells too little, what this report calls so.</summary>
    private List<ActorRow> Candidates(string report, NamedMention mention)
    {
        var key = KeyOf(report, mention);
        if (!mention.IsTelling) return [.. Under(key).Where(r => NameKeys.Letters(r.Name) == NameKeys.Letters(mention.Name))];
        if (_cache.TryGetValue(key, out var rows)) return rows;
        if (_cache.Count >= Cached) Forget();
        // Keys of other names may meet.
        var letters = NameKeys.Letters(mention.Name);
        return _cache[key] = [.. Under(key).Where(r => mention.TableId is { } id ? r.TableId == id : NameKeys.Letters(r.Name) == letters)];
    }

    private static long KeyOf(string report, NamedMention mention) =>
        !mention.IsTelling ? NameKeys.OfId(NameKeys.NumberOf(new ActorKey(report, mention.Name)))
        : mention.TableId is { } id ? NameKeys.OfTable(id)
        : NameKeys.OfName(mention.Name);

    private ActorRow New(string report, NamedMention mention)
    {
        var number = NameKeys.NumberOf(new ActorKey(report, mention.Name));
        // One record may call two so.
        while (Keys.IsNew(NameKeys.OfId(number)) && Of(number).Any()) number++;
        var id = (int)file.Number(
            "INSERT INTO actor (number, name, kind, table_id, country, side) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id",
            number, mention.UsualName, (long)mention.Kind, mention.TableId, mention.Country, (long)mention.Side);
        var keys = KeysOf(mention).Append(NameKeys.OfId(number));
        Keys.Add(id, mention.TableId is { } table ? keys.Concat(KeysOf(mention with { Name = mention.UsualName })).Append(NameKeys.OfTable(table)) : keys);
        var row = new ActorRow(id, number, mention.UsualName, mention.Kind, mention.TableId, mention.Country, mention.Side);
        if (_cache.GetValueOrDefault(KeyOf(report, mention)) is { } cached) cached.Add(row);
        return row;
    }

    private static IEnumerable<long> KeysOf(NamedMention mention) => NameKeys.Kept(mention.Name, mention.Kind == ActorKind.Person, mention.IsTelling);

    private static ActorRow RowOf(SqliteDataReader row) => new(
        row.GetInt32(0), row.GetInt64(1), row.GetString(2), (ActorKind)row.GetInt32(3), row.IsDBNull(4) ? null : row.GetString(4), row.IsDBNull(5) ? null : row.GetString(5), (ActorSide)row.GetInt32(6));
}
