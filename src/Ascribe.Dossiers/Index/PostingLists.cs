using Ascribe.Dossiers.Ledger;

namespace Ascribe.Dossiers.Index;

/// <summary>
/// Who has which telling word, in the file of a ledger. New postings go into a small table; with each sketch a few of the buckets of the large one take in what
/// has come for them, in turn, so that no page of a large ledger is touched for one posting alone. Of each key the last <see cref="LongestList"/> are kept.
/// </summary>
internal sealed class PostingLists(LedgerFile file)
{
    public const string Schema =
        """
        CREATE TABLE posting_new (key INTEGER NOT NULL, sketch INTEGER NOT NULL, whole INTEGER NOT NULL, lead INTEGER NOT NULL, PRIMARY KEY (key, sketch)) STRICT, WITHOUT ROWID;
        CREATE TABLE posting (bucket INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT;
        """;

    /// <summary>Of those who share a word, so many of the last are looked at: a look-up costs the same in a large ledger.</summary>
    private const int LongestList = 60;

    /// <summary>Keys of 32 bits are strewn over buckets by their upper bits.</summary>
    private const int BucketBits = 16, KeyBits = 32 - BucketBits;

    private const uint LowKey = (1u << KeyBits) - 1;

    /// <summary>Buckets that take in what is new with each sketch; all have had their turn after 8,192 sketches.</summary>
    private const int BucketsATurn = 8;

    /// <summary>The last sketches that have a key, at most <see cref="LongestList"/>, with the steps of their weights.</summary>
    /// <exception cref="LedgerException">The lists are damaged.</exception>
    public void Find(uint key, List<Posting> into)
    {
        into.Clear();
        into.AddRange(file.List(
            "SELECT sketch, whole, lead FROM posting_new WHERE key = $1 ORDER BY sketch DESC LIMIT $2",
            row => new Posting(key, row.GetInt32(0), (byte)row.GetInt32(1), (byte)row.GetInt32(2)), (long)key, LongestList));
        if (into.Count == LongestList || file.Bytes("SELECT body FROM posting WHERE bucket = $1", (long)(key >> KeyBits)) is not { } body) return;
        var fresh = into.Count;
        try
        {
            var lists = new PostingReader(body);
            while (lists.Next(out var low, out var list) && low <= (key & LowKey))
            {
                if (low == (key & LowKey)) PostingReader.Read(key, list, into);
            }
        }
        catch (InvalidDataException e)
        {
            throw Damaged(e);
        }

        if (into.Count > LongestList) into.RemoveRange(fresh, into.Count - LongestList);
    }

    public void Add(Posting posting) =>
        file.Execute("INSERT INTO posting_new (key, sketch, whole, lead) VALUES ($1, $2, $3, $4)", (long)posting.Key, posting.Sketch, (long)posting.Whole, (long)posting.Lead);

    /// <summary>Lets those buckets take in what is new whose turn it is with this sketch.</summary>
    /// <exception cref="LedgerException">The lists are damaged.</exception>
    public void Settle(int sketch)
    {
        var first = (uint)sketch * BucketsATurn % (1u << BucketBits);
        var (from, to) = ((long)first << KeyBits, (long)(first + BucketsATurn) << KeyBits);
        var fresh = file.List(
            "SELECT key, sketch, whole, lead FROM posting_new WHERE key >= $1 AND key < $2 ORDER BY key, sketch",
            row => new Posting((uint)row.GetInt64(0), row.GetInt32(1), (byte)row.GetInt32(2), (byte)row.GetInt32(3)), from, to);
        if (fresh.Count == 0) return;
        foreach (var bucket in fresh.GroupBy(p => p.Key >> KeyBits))
        {
            var body = file.Bytes("SELECT body FROM posting WHERE bucket = $1", (long)bucket.Key) ?? [];
            try
            {
                body = Merged(body, [.. bucket]);
            }
            catch (InvalidDataException e)
            {
                throw Damaged(e);
            }

            file.Execute("INSERT OR REPLACE INTO posting (bucket, body) VALUES ($1, $2)", (long)bucket.Key, body);
        }

        file.Execute("DELETE FROM posting_new WHERE key >= $1 AND key < $2", from, to);
    }

    private LedgerException Damaged(InvalidDataException e) => new($"{file.Path}: the lists of words of the index are damaged; 'ascribe check' makes them anew.", e);

    /// <summary>A bucket with what is new in it, which is of later sketches.</summary>
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
