using Ascribe.Places;

namespace Ascribe.Dossiers.Search;

/// <summary>An area by its corners. Its sides are straight in latitude and longitude, and none crosses the 180th meridian.</summary>
internal static class GeoPolygon
{
    /// <summary>By the sides that a ray from the point to the east crosses.</summary>
    public static bool Holds(IReadOnlyList<Coordinates> corners, Coordinates point)
    {
        var inside = false;
        for (int i = 0, j = corners.Count - 1; i < corners.Count; j = i++)
        {
            var (a, b) = (corners[i], corners[j]);
            if (a.Latitude > point.Latitude == b.Latitude > point.Latitude) continue;
            var crossing = a.Longitude + (point.Latitude - a.Latitude) / (b.Latitude - a.Latitude) * (b.Longitude - a.Longitude);
            if (point.Longitude < crossing) inside = !inside;
        }

        return inside;
    }
}
