using System.Globalization;
using Ascribe.Dossiers.Ledger;

namespace Ascribe.Dossiers.Actors;

/// <summary>
/// Which actors are found under a key, in the file of a ledger. New ones go into a small table; with each reading one of many ranges of the large one takes in
/// what has come for it, in turn, so that no page of a large ledger is touched for one key alone.
/// </summary>
internal sealed class ActorKeys(LedgerFile file)
{
    public const string Schema =
        """
        CREATE TABLE actor_key (key INTEGER NOT NULL, actor INTEGER NOT NULL, PRIMARY KEY (key, actor)) STRICT, WITHOUT ROWID;
        CREATE TABLE actor_key_new (key INTEGER NOT NULL, actor INTEGER NOT NULL, PRIMARY KEY (key, actor)) STRICT, WITHOUT ROWID;
        """;

    public static readonly string[] Tables = ["actor_key", "actor_key_new"];

    /// <summary>All ranges have had their turn after 4,096 readings.</summary>
    private const int RangeBits = 12;

    /// <summary>The actors under a key, the earliest first: of very many the first 200.</summary>
    public const string Under = "SELECT actor AS found FROM actor_key WHERE key = $1 UNION SELECT actor FROM actor_key_new WHERE key = $1 ORDER BY found LIMIT 200";

    public void Add(int actor, IEnumerable<long> keys) =>
        file.Execute("INSERT OR IGNORE INTO actor_key_new (key, actor) SELECT value, $1 FROM json_each($2)", actor, $"[{string.Join(',', keys.Select(k => k.ToString(CultureInfo.InvariantCulture)))}]");

    public void Remove(int actor, IEnumerable<long> keys)
    {
        foreach (var key in keys)
        {
            file.Execute("DELETE FROM actor_key WHERE key = $1 AND actor = $2", key, actor);
            file.Execute("DELETE FROM actor_key_new WHERE key = $1 AND actor = $2", key, actor);
        }
    }

    public bool Holds(long key, int actor) =>
        file.Number("SELECT EXISTS (SELECT 1 FROM actor_key WHERE key = $1 AND actor = $2) OR EXISTS (SELECT 1 FROM actor_key_new WHERE key = $1 AND actor = $2)", key, actor) > 0;

    /// <summary>How many there are under a key, but no more than a list has.</summary>
    public int Count(long key) => (int)file.Number($"SELECT count(*) FROM ({Under})", key);

    /// <summary>Whether a key came among the last.</summary>
    public bool IsNew(long key) => file.Number("SELECT EXISTS (SELECT 1 FROM actor_key_new WHERE key = $1)", key) > 0;

    /// <summary>Lets the next ranges take in what is new.</summary>
    /// <param name="turn">How many have had their turn so far.</param>
    /// <param name="ranges">So many more have it now.</param>
    public void Settle(long turn, int ranges)
    {
        const int width = NameKeys.Bits - RangeBits;
        for (var left = ranges; left > 0;)
        {
            var first = turn & ((1 << RangeBits) - 1);
            var count = Math.Min(left, (1 << RangeBits) - first);
            var (from, to) = (first << width, (first + count) << width);
            file.Execute("INSERT OR IGNORE INTO actor_key (key, actor) SELECT key, actor FROM actor_key_new WHERE key >= $1 AND key < $2 ORDER BY key, actor", from, to);
            file.Execute("DELETE FROM actor_key_new WHERE key >= $1 AND key < $2", from, to);
            (turn, left) = (turn + count, left - (int)count);
        }
    }
}
