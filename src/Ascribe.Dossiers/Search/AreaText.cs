using System.Globalization;
using Ascribe.Places;

namespace Ascribe.Dossiers.Search;

/// <summary>Areas as people write them in a question: degrees of latitude and longitude with a comma between.</summary>
public static class AreaText
{
    /// <summary>Corners of a polygon at most: a longer one is no question that a person asks.</summary>
    public const int MostCorners = 1000;

    /// <summary>"33.3,44.4,25": a point and a distance from it in kilometres. Null where it is none.</summary>
    public static (Coordinates Point, double Kilometres)? Near(string text) =>
        NumbersOf(text) is [>= -90 and <= 90 and var latitude, >= -180 and <= 180 and var longitude, >= 0 and var kilometres] ? (new Coordinates(latitude, longitude), kilometres) : null;

    /// <summary>"33.2,44.2 33.2,44.6 33.5,44.4": three to <see cref="MostCorners"/> corners. Null where they are none.</summary>
    public static IReadOnlyList<Coordinates>? Polygon(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var corners = new List<Coordinates>();
        foreach (var corner in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostCorners + 1))
        {
            if (NumbersOf(corner) is not [>= -90 and <= 90 and var latitude, >= -180 and <= 180 and var longitude]) return null;
            corners.Add(new Coordinates(latitude, longitude));
        }

        return corners.Count is >= 3 and <= MostCorners ? corners : null;
    }

    /// <summary>What is no number is NaN, which lies in no range.</summary>
    private static double[] NumbersOf(string text) => [.. text.Split(',').Select(n => double.TryParse(n, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN)];
}
