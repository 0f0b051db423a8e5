using System.Globalization;
using Ascribe.Places;

namespace Ascribe.Dossiers.Search;

/// <summary>Cuts the world into cells of one and of ten degrees, each with a name, so that what lies in an area is found by a few names.</summary>
internal static class GeoCells
{
    /// <summary>An area of more cells is asked for by larger ones, or not narrowed down at all.</summary>
    private const int Most = 120;

    /// <summary>In degrees, with the letter of their names.</summary>
    private static readonly (double Size, char Letter)[] s_sizes = [(1, 'g'), (10, 'h')];

    /// <summary>The names of the cells that hold a point.</summary>
    public static IEnumerable<string> Of(Coordinates point) => s_sizes.Select(s => Name(s.Letter, Row(point.Latitude, s.Size), Column(point.Longitude, s.Size)));

    /// <summary>The names of cells that cover an area; null: too many.</summary>
    public static IReadOnlyList<string>? Covering(GeoBox box)
    {
        foreach (var (size, letter) in s_sizes)
        {
            var (south, north) = (Row(box.South, size), Row(box.North, size));
            // A box may lie across the 180th meridian.
            var columns = (int)(360 / size);
            var west = (int)Math.Floor((box.West + 180) / size);
            var wide = Math.Min(columns, (int)Math.Floor((box.East + 180) / size) - west + 1);
            if ((north - south + 1) * wide > Most) continue;
            return [.. Enumerable.Range(south, north - south + 1).SelectMany(row => Enumerable.Range(west, wide).Select(column => Name(letter, row, ((column % columns) + columns) % columns)))];
        }

        return null;
    }

    private static int Row(double latitude, double size) => (int)Math.Floor((latitude + 90) / size);

    /// <summary>180° east is 180° west.</summary>
    private static int Column(double longitude, double size) => (int)Math.Floor((longitude + 180) / size) % (int)(360 / size);

    private static string Name(char letter, int row, int column) => string.Create(CultureInfo.InvariantCulture, $"{letter}{row}x{column}");
}
