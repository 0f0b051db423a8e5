namespace Ascribe.Places.Import;

/// <summary>The codes of divisions that a dump uses, numbered, and the entries that have them.</summary>
internal sealed class DivisionCodes
{
    /// <summary>GeoNames has some 50,000 codes; a file with more than this is none of its dumps, and would fill the memory.</summary>
    private const int Most = 2_000_000;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<int> _entries = [];

    public DivisionCodes() => _lookup = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The numbers of the codes of the divisions that hold the row, -1 where it tells none; a row that is a division is kept under its own.</summary>
    /// <param name="entry">The row's entry.</param>
    /// <exception cref="InvalidDataException">There are too many codes.</exception>
    public (int Province, int District) Of(DumpRow row, int entry)
    {
        Span<char> code = stackalloc char[64];
        if (row.Country.IsEmpty || row.Admin1.IsEmpty || row.Admin1.Length + row.Admin2.Length > 48) return (-1, -1);
        var length = Join(row.Country, row.Admin1, code);
        var province = NumberOf(code[..length]);
        var district = -1;
        if (!row.Admin2.IsEmpty)
        {
            code[length] = '.';
            row.Admin2.CopyTo(code[(length + 1)..]);
            district = NumberOf(code[..(length + 1 + row.Admin2.Length)]);
        }

        if (row.Class == GazetteerClass.Province) _entries[province] = entry;
        else if (district >= 0 && row.FeatureCode is "ADM2") _entries[district] = entry;
        return (province, district);
    }

    /// <summary>The entry of the division with the code of the number, or -1.</summary>
    public int EntryOf(int number) => number < 0 ? -1 : _entries[number];

    private static int Join(ReadOnlySpan<char> country, ReadOnlySpan<char> admin1, Span<char> code)
    {
        country.CopyTo(code);
        code[country.Length] = '.';
        admin1.CopyTo(code[(country.Length + 1)..]);
        return country.Length + 1 + admin1.Length;
    }

    private int NumberOf(ReadOnlySpan<char> code)
    {
        if (_lookup.TryGetValue(code, out var number)) return number;
        if (_entries.Count == Most) throw new InvalidDataException($"more than {Most} codes of divisions; this is no dump of GeoNames.");
        _numbers.Add(code.ToString(), _entries.Count);
        _entries.Add(-1);
        return _entries.Count - 1;
    }
}
