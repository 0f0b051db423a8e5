using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Ascribe.Places.Import;

/// <summary>
/// One line of a dump of GeoNames: 19 columns separated by tabs, no header, no quoting
/// (https://download.geonames.org/export/dump/readme.txt). One object is filled again and again.
/// </summary>
internal sealed class DumpRow
{
    private const int Columns = 19;

    /// <summary>Longer names are cut.</summary>
    private const int MaxName = 80;

    private readonly char[] _text = new char[BoundedLines.MaxLength];
    private readonly int[] _starts = new int[Columns + 1];

    /// <summary>GeoNames id, above 0.</summary>
    public int Id { get; private set; }

    /// <summary>Null for what the gazetteer does not keep.</summary>
    public GazetteerClass? Class { get; private set; }

    /// <summary>The letter of the feature class; a blank where the dump has none.</summary>
    public char Letter { get; private set; }

    public double Latitude { get; private set; }

    public double Longitude { get; private set; }

    /// <summary>Inhabitants; 0 where unknown.</summary>
    public int Population { get; private set; }

    public ReadOnlySpan<char> Name => Cell(1) is var name && name.Length <= MaxName ? name : name[..MaxName];

    public ReadOnlySpan<char> AsciiName => Cell(2);

    /// <summary>Separated by commas.</summary>
    public ReadOnlySpan<char> AlternateNames => Cell(3);

    /// <summary>ISO 3166-1 alpha-2, or empty: the open sea.</summary>
    public ReadOnlySpan<char> Country => Cell(8);

    /// <summary>The code of the first-level division within the country, or empty.</summary>
    public ReadOnlySpan<char> Admin1 => Cell(10);

    /// <summary>The code of the second-level division within the first, or empty.</summary>
    public ReadOnlySpan<char> Admin2 => Cell(11);

    /// <summary>The day of the last change, as it is written.</summary>
    public ReadOnlySpan<char> Modified => Cell(18);

    public ReadOnlySpan<char> FeatureCode => Cell(7);

    /// <returns>What is wrong and what was expected, or null.</returns>
    public string? Read(ReadOnlySpan<byte> line)
    {
        if (!Utf8.IsValid(line)) return "the line is no UTF-8; a dump of GeoNames was expected.";
        var length = Encoding.UTF8.GetChars(line, _text);
        var columns = 1;
        for (var i = 0; i < length; i++)
        {
            if (_text[i] != '\t') continue;
            if (columns < Columns) _starts[columns] = i + 1;
            columns++;
        }

        if (columns != Columns) return $"{columns} columns; {Columns}, separated by tabs, were expected.";
        _starts[Columns] = length + 1;
        if (Number(0) is not (> 0 and <= int.MaxValue and var id)) return $"'{Shown(0)}' is no geonameid; a whole number above 0 was expected in column 1.";
        if (Name.IsWhiteSpace()) return "there is no name in column 2.";
        if (Degrees(4, 90) is not { } latitude) return $"'{Shown(4)}' is no latitude; degrees from -90 to 90 were expected in column 5.";
        if (Degrees(5, 180) is not { } longitude) return $"'{Shown(5)}' is no longitude; degrees from -180 to 180 were expected in column 6.";
        if (Cell(6).Length > 1 || Cell(6).Length == 1 && !FeatureClasses.Letters.Contains(Cell(6)[0])) return $"'{Shown(6)}' is no feature class; one of the letters {FeatureClasses.Letters} was expected in column 7.";
        if (Country.Length is not (0 or 2) || Country.ContainsAnyExceptInRange('A', 'Z')) return $"'{Shown(8)}' is no country; two capital letters were expected in column 9.";
        if (Cell(14).Length > 0 && Number(14) is not >= 0) return $"'{Shown(14)}' is no population; a whole number was expected in column 15.";
        Id = (int)id;
        Letter = Cell(6).Length == 1 ? Cell(6)[0] : ' ';
        Class = FeatureClasses.Of(Cell(6), FeatureCode);
        Latitude = latitude;
        Longitude = longitude;
        Population = (int)Math.Min(int.MaxValue, Number(14) ?? 0);
        return null;
    }

    private ReadOnlySpan<char> Cell(int column) => _text.AsSpan(_starts[column], _starts[column + 1] - _starts[column] - 1);

    /// <summary>A cell as an error shows it: short and without control characters.</summary>
    private string Shown(int column)
    {
        var cell = Cell(column);
        var shown = new StringBuilder();
        foreach (var c in cell[..Math.Min(40, cell.Length)]) shown.Append(char.IsControl(c) ? '?' : c);
        return shown.Append(cell.Length > 40 ? "…" : "").ToString();
    }

    private long? Number(int column) => long.TryParse(Cell(column), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private double? Degrees(int column, double most) =>
        double.TryParse(Cell(column), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most ? degrees : null;
}
