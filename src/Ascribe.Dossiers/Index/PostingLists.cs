using System.Globalization;
using Ascribe.Dossiers.Ledger;

namespace Ascribe.Dossiers.Index;

/// <summary>
/// Who has which telling word, in the file of a ledger. New postings wait among the <see cref="FreshPostings"/>; with each sketch a few of the buckets of the large
/// table take in what has come for them, in turn, so that no page of a large ledger is touched for one posting alone. Of each key the last
/// <see cref="LongestList"/> are kept.
/// </summary>
internal sealed class PostingLists(LedgerFile file)
{
    public const string Schema = FreshPostings.Schema + "CREATE TABLE posting (bucket INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT;";

    /// <summary>Of those who share a word, so many of the last are looked at: a look-up costs the same in a large ledger.</summary>
    private const int LongestList = 60;

    /// <summary>Keys of 32 bits are strewn over buckets by their upper bits.</summary>
    private const int BucketBits = 16, KeyBits = 32 - BucketBits;

    private const uint LowKey = (1u << KeyBits) - 1;

    private readonly FreshPostings _fresh = new(file);

    /// <summary>Buckets of the keys that were prepared.</summary>
    private Dictionary<uint, byte[]> _prepared = [];

    /// <summary>Of each key the last sketches that have it, at most <see cref="LongestList"/>, with the steps of their weights.</summary>
    /// <exception cref="LedgerException">The lists are damaged.</exception>
    public List<Posting> Find(IReadOnlyCollection<uint> keys)
    {
        _fresh.Follow();
        var buckets = keys.All(k => _prepared.ContainsKey(k >> KeyBits)) ? _prepared : Buckets(keys);
        var found = new List<Posting>();
        var settled = new List<Posting>();
        foreach (var key in keys)
        {
            var before = found.Count;
            _fresh.Find(key, LongestList, found);
            settled.Clear();
            Read(buckets[key >> KeyBits], key, settled);
            found.AddRange(settled.TakeLast(LongestList - (found.Count - before)));
        }

        return found;
    }

    /// <summary>Reads at once what keys that will be asked for need, in place of what was prepared before. A page of the file that holds several buckets is read once.</summary>
    public void Prepare(IEnumerable<uint> keys) => _prepared = Buckets(keys);

    /// <summary>Adds what a new sketch has, and lets those buckets take in what is new whose turn it is.</summary>
    /// <exception cref="LedgerException">The lists are damaged.</exception>
    public void Add(int sketch, IReadOnlyCollection<Posting> postings)
    {
        foreach (var bucket in _fresh.Add(sketch, postings).GroupBy(p => p.Key >> KeyBits))
        {
            var body = file.Bytes("SELECT body FROM posting WHERE bucket = $1", (long)bucket.Key) ?? [];
            try
            {
                body = Merged(body, [.. bucket.OrderBy(p => p.Key)]);
            }
            catch (InvalidDataException e)
            {
                throw Damaged(e);
            }

            if (_prepared.ContainsKey(bucket.Key)) _prepared[bucket.Key] = body;
            file.Execute("INSERT OR REPLACE INTO posting (bucket, body) VALUES ($1, $2)", (long)bucket.Key, body);
        }
    }

    /// <summary>Forgets what is in memory: the tables are others now.</summary>
    public void Forget()
    {
        _fresh.Forget();
        _prepared = [];
    }

    /// <summary>The buckets of keys; empty ones where nothing has settled yet.</summary>
    private Dictionary<uint, byte[]> Buckets(IEnumerable<uint> keys)
    {
        var buckets = keys.Select(k => k >> KeyBits).Distinct().Order().ToDictionary(b => b, _ => Array.Empty<byte>());
        var wanted = $"[{string.Join(',', buckets.Keys.Select(b => b.ToString(CultureInfo.InvariantCulture)))}]";
        // All at once: a statement for each would cost more than the rest.
        foreach (var (bucket, body) in file.List("SELECT bucket, body FROM json_each($1) JOIN posting ON bucket = value", row => ((uint)row.GetInt64(0), row.GetFieldValue<byte[]>(1)), wanted)) buckets[bucket] = body;
        return buckets;
    }

    private void Read(byte[] bucket, uint key, List<Posting> into)
    {
        try
        {
            var lists = new PostingReader(bucket);
            while (lists.Next(out var low, out var list) && low <= (key & LowKey))
            {
                if (low == (key & LowKey)) PostingReader.Read(key, list, into);
            }
        }
        catch (InvalidDataException e)
        {
            throw Damaged(e);
        }
    }

    private LedgerException Damaged(InvalidDataException e) => new($"{file.Path}: the lists of words of the index are damaged; 'ascribe check' makes them anew.", e);

    /// <summary>A bucket with what is new in it, which is of later sketches.</summary>
    /// <param name="fresh">By ascending keys, and of each by ascending sketches.</param>
    private static byte[] Merged(byte[] body, List<Posting> fresh)
    {
        var writer = new PostingWriter(body.Length + fresh.Count * 8);
        var lists = new PostingReader(body);
        var list = new List<Posting>();
        var at = 0;
        while (lists.Next(out var low, out var known))
        {
            while (at < fresh.Count && (fresh[at].Key & LowKey) < low) at = Write(fresh, at, []);
            if (at < fresh.Count && (fresh[at].Key & LowKey) == low)
            {
                list.Clear();
                PostingReader.Read(fresh[at].Key, known, list);
                at = Write(fresh, at, list);
            }
            else
            {
                writer.Copy(low, known);
            }
        }

        while (at < fresh.Count) at = Write(fresh, at, []);
        return writer.ToArray();

        // All that is new of one key behind what was there; where the next key begins.
        int Write(List<Posting> postings, int from, List<Posting> before)
        {
            var until = from + 1;
            while (until < postings.Count && postings[until].Key == postings[from].Key) until++;
            Posting[] all = [.. before.Concat(postings[from..until]).TakeLast(LongestList)];
            writer.Write(postings[from].Key & LowKey, all);
            return until;
        }
    }
}
