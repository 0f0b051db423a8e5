namespace Ascribe.Dossiers.Merging;

/// <summary>
/// How rare words are in general news: what makes a word telling must not depend on what a ledger happens to hold, or the same two reports would be alike
/// in one ledger and not in another. Words are kept as hashes of <see cref="Bits"/> bits.
/// </summary>
internal sealed class BackgroundWords
{
    public const int Bits = 21;

    /// <summary>Document frequencies are kept as logarithms to this base's power: steps of a quarter of an octave.</summary>
    private const double StepsPerOctave = 4;

    private readonly Dictionary<uint, byte> _frequencies;

    private BackgroundWords(int documents, Dictionary<uint, byte> frequencies)
    {
        Documents = documents;
        _frequencies = frequencies;
    }

    /// <summary>So many documents were counted.</summary>
    public int Documents { get; }

    /// <param name="documents">Number of documents counted.</param>
    /// <param name="frequencies">By hash of a word, in how many of them it stands.</param>
    /// <param name="kept">So many of the commonest words are kept; others count as standing in one document.</param>
    public static BackgroundWords Of(int documents, IEnumerable<KeyValuePair<uint, int>> frequencies, int kept)
    {
        var table = new Dictionary<uint, byte>();
        foreach (var (hash, count) in frequencies.OrderByDescending(f => f.Value).ThenBy(f => f.Key).Take(kept))
            table.TryAdd(Bucket(hash), (byte)Math.Round(Math.Log2(count) * StepsPerOctave));
        return new BackgroundWords(documents, table);
    }

    /// <summary>The inverse document frequency, natural logarithm; at least 0.</summary>
    public float Rarity(uint hash)
    {
        var count = _frequencies.TryGetValue(Bucket(hash), out var steps) ? Math.Pow(2, steps / StepsPerOctave) : 1;
        return (float)Math.Max(0, Math.Log((Documents + 1) / (count + 0.5)));
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(Documents);
        writer.Write(_frequencies.Count);
        var last = 0u;
        foreach (var hash in _frequencies.Keys.Order())
        {
            writer.Write7BitEncodedInt((int)(hash - last));
            last = hash;
        }

        foreach (var (_, steps) in _frequencies.OrderBy(f => f.Key)) writer.Write(steps);
    }

    public static BackgroundWords Read(BinaryReader reader)
    {
        var (documents, count) = (reader.ReadInt32(), reader.ReadInt32());
        if (documents < 0 || count is < 0 or > 1 << Bits) throw new InvalidDataException($"{count} words of {documents} documents");
        var hashes = new uint[count];
        var last = 0u;
        for (var i = 0; i < count; i++) hashes[i] = last += (uint)reader.Read7BitEncodedInt();
        var table = new Dictionary<uint, byte>(count);
        foreach (var hash in hashes) table[hash] = reader.ReadByte();
        return new BackgroundWords(documents, table);
    }

    private static uint Bucket(uint hash) => (hash ^ hash >> Bits) & ((1u << Bits) - 1);
}
