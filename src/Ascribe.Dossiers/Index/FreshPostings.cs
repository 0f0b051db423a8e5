using System.Buffers.Binary;
using Ascribe.Dossiers.Ledger;

namespace Ascribe.Dossiers.Index;

/// <summary>
/// The postings of the last sketches, before the large lists take them in. They lie in memory, parted by turns; with each sketch one turn is handed over, so that
/// all have been after <see cref="Turns"/> sketches. The file keeps the last sketches as they came: whoever opens it plays them back and has the same.
/// </summary>
internal sealed class FreshPostings(LedgerFile file)
{
    public const string Schema = "CREATE TABLE posting_new (sketch INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT;";

    /// <summary>Keys of 32 bits are parted by their upper bits.</summary>
    private const int TurnBits = 13;

    public const int Turns = 1 << TurnBits;

    /// <summary>A key of four bytes and two weights.</summary>
    private const int PostingLength = 6;

    private readonly List<Posting>[] _turns = [.. Enumerable.Range(0, Turns).Select(_ => new List<Posting>())];
    private int _last;

    /// <summary>Adds those that have a key, the last first.</summary>
    /// <param name="most">At most so many.</param>
    public void Find(uint key, int most, List<Posting> into)
    {
        var turn = _turns[key >> (32 - TurnBits)];
        for (var i = turn.Count - 1; i >= 0 && most > 0; i--)
        {
            if (turn[i].Key != key) continue;
            into.Add(turn[i]);
            most--;
        }
    }

    /// <summary>Takes in what other programs added.</summary>
    /// <exception cref="LedgerException">The rows are damaged.</exception>
    public void Follow()
    {
        foreach (var (sketch, body) in file.List("SELECT sketch, body FROM posting_new WHERE sketch > $1 ORDER BY sketch", row => (row.GetInt32(0), row.GetFieldValue<byte[]>(1)), _last))
        {
            if (body.Length % PostingLength != 0) throw new LedgerException($"{file.Path}: the lists of words of the index are damaged; 'ascribe check' makes them anew.");
            Play(sketch, Unpack(sketch, body));
        }
    }

    /// <summary>Adds what a new sketch has.</summary>
    /// <returns>What is handed over with it, by ascending sketches.</returns>
    public List<Posting> Add(int sketch, IReadOnlyCollection<Posting> postings)
    {
        file.Execute("INSERT INTO posting_new (sketch, body) VALUES ($1, $2)", sketch, Pack(postings));
        file.Execute("DELETE FROM posting_new WHERE sketch <= $1", sketch - Turns);
        return Play(sketch, postings);
    }

    /// <summary>Forgets what is in memory: the rows are others now.</summary>
    public void Forget()
    {
        foreach (var turn in _turns) turn.Clear();
        _last = 0;
    }

    private List<Posting> Play(int sketch, IEnumerable<Posting> postings)
    {
        foreach (var posting in postings) _turns[posting.Key >> (32 - TurnBits)].Add(posting);
        _last = sketch;
        var turn = _turns[sketch % Turns];
        List<Posting> handedOver = [.. turn];
        turn.Clear();
        return handedOver;
    }

    private static byte[] Pack(IReadOnlyCollection<Posting> postings)
    {
        var bytes = new byte[postings.Count * PostingLength];
        var rest = bytes.AsSpan();
        foreach (var posting in postings)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(rest, posting.Key);
            (rest[4], rest[5]) = (posting.Whole, posting.Lead);
            rest = rest[PostingLength..];
        }

        return bytes;
    }

    private static IEnumerable<Posting> Unpack(int sketch, byte[] body)
    {
        for (var at = 0; at < body.Length; at += PostingLength) yield return new Posting(BinaryPrimitives.ReadUInt32LittleEndian(body.AsSpan(at)), sketch, body[at + 4], body[at + 5]);
    }
}
