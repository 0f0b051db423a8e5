using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Ascribe.Places;

/// <summary>
/// An imported gazetteer: millions of entries in a file that is mapped into memory, of which only the pages that look-ups touch are
/// loaded (see <see cref="GazetteerIndexFormat"/>). Thread-safe. Whatever is read is checked, so that a damaged file is told as such.
/// </summary>
internal sealed class GazetteerIndex : IDisposable
{
    private readonly string _path;
    private readonly MappedFile _file;
    private readonly int _postingCount;
    private readonly int _keyCount;
    private readonly long _namesLength;
    private readonly long _names;
    private readonly long _postings;
    private readonly long _keys;
    private readonly long _directory;
    private readonly string[] _countries;
    private readonly byte[] _hash;

    private GazetteerIndex(string path, MappedFile file)
    {
        _path = path;
        _file = file;
        var head = file.Length >= GazetteerIndexFormat.HeadSize ? file.Bytes(0, GazetteerIndexFormat.HeadSize) : [];
        if (!head.StartsWith("ASCGIX01"u8)) throw new InvalidDataException($"{path}: this is no imported gazetteer of the format {GazetteerIndexFormat.Magic}; 'ascribe gazetteer import' makes one.");
        if (!head[80..].SequenceEqual(SHA256.HashData(head[..80]).AsSpan(0, 8))) throw Damaged();
        Count = BinaryPrimitives.ReadInt32LittleEndian(head[8..]);
        _keyCount = BinaryPrimitives.ReadInt32LittleEndian(head[12..]);
        _postingCount = BinaryPrimitives.ReadInt32LittleEndian(head[16..]);
        var countryCount = BinaryPrimitives.ReadInt32LittleEndian(head[20..]);
        _namesLength = BinaryPrimitives.ReadInt64LittleEndian(head[24..]);
        var sourceLength = BinaryPrimitives.ReadInt32LittleEndian(head[32..]);
        if (Count < 0 || _keyCount < 0 || _postingCount < 0 || countryCount is < 0 or > 256 || _namesLength < 0 || _namesLength > file.Length || sourceLength < 0) throw Damaged();
        _hash = head.Slice(40, 32).ToArray();
        _names = GazetteerIndexFormat.HeadSize + (long)Count * GazetteerIndexFormat.EntrySize;
        _postings = _names + _namesLength;
        _keys = _postings + (long)_postingCount * sizeof(int);
        _directory = _keys + ((long)_keyCount + 1) * GazetteerIndexFormat.KeySize;
        var countries = _directory + GazetteerIndexFormat.DirectorySize;
        var source = countries + countryCount * 2L;
        if (source + sourceLength != file.Length) throw Damaged();
        _countries = new string[countryCount];
        for (var i = 0; i < countryCount; i++)
        {
            _countries[i] = Encoding.ASCII.GetString(file.Bytes(countries + i * 2, 2));
            if (_countries[i] != GazetteerIndexFormat.NoCountry && _countries[i].AsSpan().ContainsAnyExceptInRange('A', 'Z')) throw Damaged();
        }

        try
        {
            Source = GazetteerSource.FromJson(file.Bytes(source, sourceLength).ToArray());
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw Damaged();
        }
    }

    /// <summary>Number of entries.</summary>
    public int Count { get; }

    public GazetteerSource Source { get; }

    /// <summary>The first eight hash digits of its content: the same places give the same ones on every machine.</summary>
    public string Version => Convert.ToHexStringLower(_hash)[..8];

    /// <summary>Bytes.</summary>
    public long Size => _file.Length;

    /// <summary>Opens a file and checks its frame; its content is checked as it is read.</summary>
    /// <exception cref="InvalidDataException">There is no such file, or it is damaged, cut short or something else; the message says which.</exception>
    public static GazetteerIndex Open(string path)
    {
        MappedFile? file = null;
        try
        {
            file = new MappedFile(path);
            return new GazetteerIndex(path, file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            file?.Dispose();
            throw new InvalidDataException($"{path}: the gazetteer cannot be read ({e.Message.TrimEnd('.')}).", e);
        }
        catch
        {
            file?.Dispose();
            throw;
        }
    }

    /// <summary>Reads the whole file and compares it with the hash that it was written with.</summary>
    /// <exception cref="InvalidDataException">It differs.</exception>
    public void Verify()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        const int block = 1 << 20;
        for (long at = GazetteerIndexFormat.HeadSize; at < _file.Length; at += block) hash.AppendData(_file.Bytes(at, (int)Math.Min(block, _file.Length - at)));
        if (!hash.GetHashAndReset().AsSpan().SequenceEqual(_hash)) throw Damaged();
    }

    /// <summary>Writes the postings of a folded name (see <see cref="Gazetteer.Find"/>).</summary>
    /// <param name="postings">Room for <see cref="GazetteerIndexFormat.MaxPostings"/>.</param>
    /// <returns>How many there are; 0 where no entry has the name.</returns>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public int Find(ReadOnlySpan<char> key, Span<int> postings)
    {
        if (key.IsEmpty) return 0;
        var hash = GazetteerIndexFormat.HashOf(key);
        var bucket = (long)(hash >> (64 - GazetteerIndexFormat.DirectoryBits));
        var bounds = _file.Bytes(_directory + bucket * sizeof(int), 2 * sizeof(int));
        var low = BinaryPrimitives.ReadInt32LittleEndian(bounds);
        var high = BinaryPrimitives.ReadInt32LittleEndian(bounds[sizeof(int)..]);
        if (low < 0 || low > high || high > _keyCount) throw Damaged();
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            if (BinaryPrimitives.ReadUInt64LittleEndian(Key(middle)) < hash) low = middle + 1;
            else high = middle;
        }

        if (low == _keyCount || BinaryPrimitives.ReadUInt64LittleEndian(Key(low)) != hash) return 0;
        var first = BinaryPrimitives.ReadInt32LittleEndian(Key(low)[sizeof(ulong)..]);
        var end = BinaryPrimitives.ReadInt32LittleEndian(Key(low + 1)[sizeof(ulong)..]);
        if (first < 0 || first > end || end > _postingCount || end - first > GazetteerIndexFormat.MaxPostings) throw Damaged();
        var bytes = _file.Bytes(_postings + (long)first * sizeof(int), (end - first) * sizeof(int));
        for (var i = 0; i < end - first; i++)
        {
            postings[i] = BinaryPrimitives.ReadInt32LittleEndian(bytes[(i * sizeof(int))..]);
            if (postings[i] < 0 || postings[i] >> 1 >= Count) throw Damaged();
        }

        return end - first;
    }

    /// <param name="number">0 to <see cref="Count"/> - 1.</param>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public ImportedEntry Entry(int number)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)number, (uint)Count, nameof(number));
        var bytes = _file.Bytes(GazetteerIndexFormat.HeadSize + (long)number * GazetteerIndexFormat.EntrySize, GazetteerIndexFormat.EntrySize);
        var entry = new ImportedEntry(
            BinaryPrimitives.ReadInt32LittleEndian(bytes),
            (GazetteerClass)bytes[28],
            bytes[29],
            BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]),
            BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]),
            BinaryPrimitives.ReadInt32LittleEndian(bytes[12..]),
            BinaryPrimitives.ReadInt32LittleEndian(bytes[16..]),
            BinaryPrimitives.ReadInt32LittleEndian(bytes[20..]),
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[24..]),
            bytes[30]);
        return entry.IsSound(Count, _countries.Length) ? entry : throw Damaged();
    }

    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public string Name(ImportedEntry entry)
    {
        if (entry.NameStart + entry.NameLength > _namesLength) throw Damaged();
        return Encoding.UTF8.GetString(_file.Bytes(_names + entry.NameStart, entry.NameLength));
    }

    /// <summary>ISO 3166-1 alpha-2, or null for what lies in the open sea.</summary>
    public string? Country(ImportedEntry entry) => _countries[entry.Country] is GazetteerIndexFormat.NoCountry ? null : _countries[entry.Country];

    public void Dispose() => _file.Dispose();

    private ReadOnlySpan<byte> Key(int index) => _file.Bytes(_keys + (long)index * GazetteerIndexFormat.KeySize, GazetteerIndexFormat.KeySize);

    private InvalidDataException Damaged() => new($"{_path}: the gazetteer is damaged or cut short; 'ascribe gazetteer import' makes it anew.");
}
