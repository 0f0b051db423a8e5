using Ascribe.Events;
using Ascribe.Places;

namespace Ascribe.Dossiers.Exports;

/// <summary>The shape that a told place has on a map: no point stands for "northern Iraq".</summary>
internal static class PlaceShape
{
    /// <summary>Corners of the polygon that stands for a circle.</summary>
    private const int Corners = 32;

    /// <summary>Kilometres of a degree of latitude on a sphere of 6371 km.</summary>
    private const double KmPerDegree = 111.195;

    /// <summary>True where its coordinates say where it was: a district or less, and not merely beside a place of unknown distance.</summary>
    public static bool IsNarrow(EventPlace place) =>
        place.Place is { Coordinates: not null, Precision: <= PlacePrecision.District } && (place.Relation == PlaceRelation.In || place.RadiusKm is not null);

    /// <summary>
    /// The circle in which it was, as rings of longitude and latitude in degrees: closed, counter-clockwise, cut in two where it crosses the antimeridian (RFC 7946, 3.1.6 and 3.1.9).
    /// Empty where it is a point, where it is not narrow, and around a pole.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<(double Longitude, double Latitude)>> AreaOf(EventPlace place)
    {
        if (!IsNarrow(place) || place is not { RadiusKm: > 0 and var km, Place.Coordinates: { } centre }) return [];
        var north = km / KmPerDegree;
        if (Math.Abs(centre.Latitude) + north >= 90) return [];
        var east = north / Math.Cos(centre.Latitude * Math.PI / 180);
        (double Longitude, double Latitude)[] ring = [.. Enumerable.Range(0, Corners).Select(i => 2 * Math.PI * i / Corners).Select(a => (centre.Longitude + east * Math.Cos(a), centre.Latitude + north * Math.Sin(a)))];
        if (ring.All(p => Math.Abs(p.Longitude) <= 180)) return [Closed(ring)];
        var beyond = centre.Longitude > 0 ? 180 : -180;
        var near = Clipped(ring, beyond, keepsEast: beyond < 0);
        var far = Clipped(ring, beyond, keepsEast: beyond > 0).Select(p => (p.Longitude - 2 * beyond, p.Latitude));
        return [Closed(near), Closed([.. far])];
    }

    /// <summary>The part of a convex ring on one side of a meridian.</summary>
    private static List<(double Longitude, double Latitude)> Clipped((double Longitude, double Latitude)[] ring, double meridian, bool keepsEast)
    {
        var kept = new List<(double, double)>();
        for (var i = 0; i < ring.Length; i++)
        {
            var (from, to) = (ring[i], ring[(i + 1) % ring.Length]);
            if (IsKept(from)) kept.Add(from);
            if (IsKept(from) == IsKept(to)) continue;
            var share = (meridian - from.Longitude) / (to.Longitude - from.Longitude);
            kept.Add((meridian, from.Latitude + share * (to.Latitude - from.Latitude)));
        }

        return kept;

        bool IsKept((double Longitude, double Latitude) point) => keepsEast ? point.Longitude > meridian : point.Longitude < meridian;
    }

    private static (double Longitude, double Latitude)[] Closed(IReadOnlyList<(double Longitude, double Latitude)> ring) => [.. ring, ring[0]];
}
