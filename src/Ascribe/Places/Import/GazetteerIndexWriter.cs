using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Ascribe.Places.Import;

/// <summary>
/// Writes the file of an imported gazetteer (<see cref="GazetteerIndexFormat"/>) row by row in bounded memory: entries go straight into the file, names and postings into scratch files
/// beside it. The same rows give the same bytes.
/// </summary>
internal sealed class GazetteerIndexWriter : IDisposable
{
    private readonly FileStream _file;
    private readonly FileStream _names;
    private readonly FileStream _runs;
    private readonly FileStream _keys;
    private readonly PostingSorter _postings;
    private readonly List<string> _countries = [];
    private readonly Dictionary<string, byte> _countryOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, byte>.AlternateLookup<ReadOnlySpan<char>> _countryLookup;
    private readonly DivisionCodes _divisions = new();
    private readonly RowKeys _rowKeys = new();
    private long _namesLength;

    /// <param name="path">The file, which is overwritten; the scratch files have this name with further letters and are gone at the end.</param>
    /// <exception cref="IOException">A file cannot be written, or another import is writing it.</exception>
    public GazetteerIndexWriter(string path)
    {
        _countryLookup = _countryOf.GetAlternateLookup<ReadOnlySpan<char>>();
        _file = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 20);
        _names = Scratch(path + "-names");
        _runs = Scratch(path + "-runs");
        _keys = Scratch(path + "-keys");
        _postings = new PostingSorter(_runs);
        _file.Write(new byte[GazetteerIndexFormat.HeadSize]);
    }

    /// <summary>Entries written so far.</summary>
    public int Count { get; private set; }

    /// <param name="row">Has a class.</param>
    /// <exception cref="IOException">The disk is full or failed.</exception>
    public void Add(DumpRow row)
    {
        var kind = row.Class!.Value;
        var number = Count++;
        var (province, district) = _divisions.Of(row, number);
        Span<byte> name = stackalloc byte[256];
        var nameLength = Encoding.UTF8.GetBytes(row.Name, name);
        Span<byte> entry = stackalloc byte[GazetteerIndexFormat.EntrySize];
        entry.Clear();
        BinaryPrimitives.WriteInt32LittleEndian(entry, row.Id);
        BinaryPrimitives.WriteInt32LittleEndian(entry[4..], province);
        BinaryPrimitives.WriteInt32LittleEndian(entry[8..], district);
        BinaryPrimitives.WriteInt32LittleEndian(entry[12..], (int)Math.Round(row.Latitude * GazetteerFile.UnitsPerDegree));
        BinaryPrimitives.WriteInt32LittleEndian(entry[16..], (int)Math.Round(row.Longitude * GazetteerFile.UnitsPerDegree));
        BinaryPrimitives.WriteInt32LittleEndian(entry[20..], row.Population);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[24..], checked((uint)_namesLength));
        entry[28] = (byte)kind;
        entry[29] = CountryOf(row);
        entry[30] = (byte)nameLength;
        _file.Write(entry);
        _names.Write(name[..nameLength]);
        _namesLength += nameLength;
        foreach (var (hash, isAlternate) in _rowKeys.Of(row)) _postings.Add(new Posting(hash, row.Population, number * 2 + (isAlternate ? 1 : 0)));
    }

    /// <summary>Writes the rest and forces all to the disk.</summary>
    /// <exception cref="IOException">The disk is full or failed.</exception>
    public void Finish(GazetteerSource source)
    {
        ResolveDivisions();
        _names.Position = 0;
        _names.CopyTo(_file);
        var (keyCount, postingCount, directory) = WritePostings();
        _keys.Position = 0;
        _keys.CopyTo(_file);
        Span<byte> number = stackalloc byte[sizeof(int)];
        foreach (var first in directory)
        {
            BinaryPrimitives.WriteInt32LittleEndian(number, first);
            _file.Write(number);
        }

        foreach (var country in _countries) _file.Write(Encoding.ASCII.GetBytes(country));
        var json = source.ToJson();
        _file.Write(json);
        WriteHead(keyCount, postingCount, json.Length);
    }

    public void Dispose()
    {
        _file.Dispose();
        foreach (var scratch in (FileStream[])[_names, _runs, _keys])
        {
            scratch.Dispose();
            File.Delete(scratch.Name);
        }
    }

    private static FileStream Scratch(string path) => new(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16);

    private byte CountryOf(DumpRow row)
    {
        var code = row.Country.IsEmpty ? GazetteerIndexFormat.NoCountry : row.Country;
        if (_countryLookup.TryGetValue(code, out var country)) return country;
        if (_countries.Count == 256) throw new InvalidDataException("the dump has more than 256 countries.");
        country = (byte)_countries.Count;
        _countries.Add(code.ToString());
        _countryOf.Add(code.ToString(), country);
        return country;
    }

    /// <summary>A division may stand behind the places that it holds: the entries hold its code until all are read.</summary>
    private void ResolveDivisions()
    {
        var block = new byte[GazetteerIndexFormat.EntrySize * (1 << 14)];
        var end = GazetteerIndexFormat.HeadSize + (long)Count * GazetteerIndexFormat.EntrySize;
        for (long at = GazetteerIndexFormat.HeadSize; at < end; at += block.Length)
        {
            var bytes = block.AsSpan(0, (int)Math.Min(block.Length, end - at));
            _file.Position = at;
            _file.ReadExactly(bytes);
            for (var e = 0; e < bytes.Length; e += GazetteerIndexFormat.EntrySize)
            {
                var number = (int)((at + e - GazetteerIndexFormat.HeadSize) / GazetteerIndexFormat.EntrySize);
                foreach (var field in (ReadOnlySpan<int>)[4, 8])
                {
                    var division = _divisions.EntryOf(BinaryPrimitives.ReadInt32LittleEndian(bytes[(e + field)..]));
                    BinaryPrimitives.WriteInt32LittleEndian(bytes[(e + field)..], division == number ? -1 : division);
                }
            }

            _file.Position = at;
            _file.Write(bytes);
        }
    }

    private (int Keys, int Postings, int[] Directory) WritePostings()
    {
        var directory = new int[(1 << GazetteerIndexFormat.DirectoryBits) + 1];
        int keys = 0, postings = 0, ofKey = 0;
        var before = 0UL;
        Span<byte> key = stackalloc byte[GazetteerIndexFormat.KeySize];
        Span<byte> value = stackalloc byte[sizeof(int)];
        foreach (var posting in _postings.Sorted())
        {
            if (keys == 0 || posting.Hash != before)
            {
                WriteKey(key, before = posting.Hash);
                directory[(int)(before >> (64 - GazetteerIndexFormat.DirectoryBits)) + 1]++;
                keys++;
                ofKey = 0;
            }

            if (++ofKey > GazetteerIndexFormat.MaxPostings) continue;
            BinaryPrimitives.WriteInt32LittleEndian(value, posting.Value);
            _file.Write(value);
            postings++;
        }

        WriteKey(key, ulong.MaxValue);
        for (var i = 1; i < directory.Length; i++) directory[i] += directory[i - 1];
        return (keys, postings, directory);

        void WriteKey(Span<byte> bytes, ulong hash)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(bytes, hash);
            BinaryPrimitives.WriteInt32LittleEndian(bytes[sizeof(ulong)..], postings);
            _keys.Write(bytes);
        }
    }

    private void WriteHead(int keyCount, int postingCount, int sourceLength)
    {
        _file.Position = GazetteerIndexFormat.HeadSize;
        var hash = SHA256.HashData(_file);
        Span<byte> head = stackalloc byte[GazetteerIndexFormat.HeadSize];
        head.Clear();
        Encoding.ASCII.GetBytes(GazetteerIndexFormat.Magic, head);
        BinaryPrimitives.WriteInt32LittleEndian(head[8..], Count);
        BinaryPrimitives.WriteInt32LittleEndian(head[12..], keyCount);
        BinaryPrimitives.WriteInt32LittleEndian(head[16..], postingCount);
        BinaryPrimitives.WriteInt32LittleEndian(head[20..], _countries.Count);
        BinaryPrimitives.WriteInt64LittleEndian(head[24..], _namesLength);
        BinaryPrimitives.WriteInt32LittleEndian(head[32..], sourceLength);
        hash.CopyTo(head[40..]);
        SHA256.HashData(head[..80]).AsSpan(0, 8).CopyTo(head[80..]);
        _file.Position = 0;
        _file.Write(head);
        _file.Flush(flushToDisk: true);
    }
}
