using System.Text;

namespace Ascribe.Places;

/// <summary>
/// Populated places, first- and second-level divisions of the world with their names, read from a compact file into parallel arrays.
/// Look-ups allocate nothing. Immutable and thread-safe.
/// </summary>
internal sealed class Gazetteer
{
    private readonly string[] _countries;
    private readonly byte[] _raw;
    private readonly byte[] _countryOf;
    private readonly int[] _latitudes;
    private readonly int[] _longitudes;
    private readonly int[] _nameStarts;
    private readonly byte[] _keys;
    private readonly int[] _keyStarts;
    private readonly int[] _postings;
    private readonly int[] _postingStarts;
    private readonly int[] _slots;

    private Gazetteer(byte[] raw)
    {
        _raw = raw;
        var at = 0;
        Count = Int(ref at);
        var keyCount = Int(ref at);
        var postingCount = Int(ref at);
        _countries = new string[Int(ref at)];
        for (var i = 0; i < _countries.Length; i++, at += 2) _countries[i] = Encoding.ASCII.GetString(raw, at, 2);
        Classes = new GazetteerClass[Count];
        for (var i = 0; i < Count; i++) Classes[i] = (GazetteerClass)raw[at + i];
        at += Count;
        _countryOf = raw.AsSpan(at, Count).ToArray();
        at += Count;
        Ids = GazetteerFile.ReadColumn(raw, ref at, Count, differences: true);
        Provinces = GazetteerFile.ReadColumn(raw, ref at, Count, differences: true);
        Districts = GazetteerFile.ReadColumn(raw, ref at, Count, differences: true);
        _latitudes = GazetteerFile.ReadColumn(raw, ref at, Count, differences: true);
        _longitudes = GazetteerFile.ReadColumn(raw, ref at, Count, differences: true);
        Populations = GazetteerFile.ReadColumn(raw, ref at, Count, differences: false);
        _nameStarts = new int[Count + 1];
        var start = at + Count;
        for (var i = 0; i < Count; i++)
        {
            _nameStarts[i] = start;
            start += raw[at + i];
        }

        _nameStarts[Count] = start;
        at = start;
        (_keys, _keyStarts) = ReadKeys(raw, ref at, keyCount);
        _postingStarts = new int[keyCount + 1];
        for (var i = 0; i < keyCount; i++) _postingStarts[i + 1] = _postingStarts[i] + raw[at + i];
        at += keyCount;
        _postings = GazetteerFile.ReadColumn(raw, ref at, postingCount, differences: false);
        _slots = BuildSlots(keyCount);
    }

    /// <summary>Number of entries.</summary>
    public int Count { get; }

    public int KeyCount => _keyStarts.Length - 1;

    public GazetteerClass[] Classes { get; }

    /// <summary>GeoNames ids; 0 where unknown.</summary>
    public int[] Ids { get; }

    /// <summary>Index of the entry of the first-level division, or -1.</summary>
    public int[] Provinces { get; }

    /// <summary>Index of the entry of the second-level division, or -1.</summary>
    public int[] Districts { get; }

    public int[] Populations { get; }

    /// <exception cref="InvalidDataException">The embedded gazetteer is missing or damaged.</exception>
    public static Gazetteer Load()
    {
        const string name = "models/gazetteer.bin";
        using var stream = typeof(Gazetteer).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidDataException($"{name}: the gazetteer is missing; `lab build-gazetteer` makes it.");
        return Read(stream, name);
    }

    /// <param name="name">What an error calls the file.</param>
    /// <exception cref="InvalidDataException">The file is cut short, damaged or of another format.</exception>
    public static Gazetteer Read(Stream stream, string name)
    {
        var raw = GazetteerFile.Unpack(stream, name);
        try
        {
            return new Gazetteer(raw);
        }
        catch (Exception e) when (e is ArgumentException or IndexOutOfRangeException)
        {
            throw new InvalidDataException($"{name}: the gazetteer is damaged.", e);
        }
    }

    public string Name(int entry) => Encoding.UTF8.GetString(_raw, _nameStarts[entry], _nameStarts[entry + 1] - _nameStarts[entry]);

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string Country(int entry) => _countries[_countryOf[entry]];

    public Coordinates Coordinates(int entry) =>
        new(_latitudes[entry] / GazetteerFile.UnitsPerDegree, _longitudes[entry] / GazetteerFile.UnitsPerDegree);

    /// <summary>
    /// The postings of a folded name (see <see cref="ToponymKey"/>), most populous first: twice the entry's index, plus one where the
    /// name is an alternate one. Empty where no entry has the name.
    /// </summary>
    public ReadOnlySpan<int> Find(ReadOnlySpan<char> key)
    {
        Span<byte> bytes = stackalloc byte[ToponymKey.MaxLength * 3];
        if (key.IsEmpty || !Encoding.UTF8.TryGetBytes(key, bytes, out var length)) return [];
        bytes = bytes[..length];
        for (var slot = Hash(bytes) & _slots.Length - 1; _slots[slot] >= 0; slot = slot + 1 & _slots.Length - 1)
        {
            var found = _slots[slot];
            if (Key(found).SequenceEqual(bytes)) return _postings.AsSpan(_postingStarts[found].._postingStarts[found + 1]);
        }

        return [];
    }

    private ReadOnlySpan<byte> Key(int index) => _keys.AsSpan(_keyStarts[index].._keyStarts[index + 1]);

    private int[] BuildSlots(int keyCount)
    {
        var size = 1;
        while (size < keyCount * 2) size <<= 1;
        var slots = new int[size];
        Array.Fill(slots, -1);
        for (var i = 0; i < keyCount; i++)
        {
            var slot = Hash(Key(i)) & size - 1;
            while (slots[slot] >= 0) slot = slot + 1 & size - 1;
            slots[slot] = i;
        }

        return slots;
    }

    private static int Hash(ReadOnlySpan<byte> key)
    {
        // FNV-1a, with a last mix so that the low bits depend on all of the key.
        var hash = 2166136261u;
        foreach (var b in key) hash = (hash ^ b) * 16777619;
        return (int)(hash ^ hash >> 15);
    }

    private static (byte[] Keys, int[] Starts) ReadKeys(byte[] raw, ref int at, int count)
    {
        var shared = raw.AsSpan(at, count);
        var rest = raw.AsSpan(at + count, count);
        at += 2 * count;
        var starts = new int[count + 1];
        for (var i = 0; i < count; i++) starts[i + 1] = starts[i] + shared[i] + rest[i];
        var keys = new byte[starts[count]];
        for (var i = 0; i < count; i++)
        {
            if (shared[i] > 0) keys.AsSpan(starts[i - 1], shared[i]).CopyTo(keys.AsSpan(starts[i]));
            raw.AsSpan(at, rest[i]).CopyTo(keys.AsSpan(starts[i] + shared[i]));
            at += rest[i];
        }

        return (keys, starts);
    }

    private int Int(ref int at)
    {
        var value = BitConverter.ToInt32(_raw, at);
        at += 4;
        return value;
    }
}
