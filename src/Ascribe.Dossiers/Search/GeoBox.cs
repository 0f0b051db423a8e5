using Ascribe.Places;

namespace Ascribe.Dossiers.Search;

/// <summary>From south to north and from west to east, in degrees; east lies behind west and may be more than 180, west less than -180.</summary>
internal readonly record struct GeoBox(double South, double West, double North, double East)
{
    /// <summary>In kilometres: of the sphere by which <see cref="Coordinates.DistanceTo"/> measures.</summary>
    private const double EarthRadius = 6371;

    public static GeoBox Around(Coordinates point, double kilometres)
    {
        const double degrees = 180 / Math.PI;
        var angle = kilometres / EarthRadius;
        // A little more, so that rounding loses no point of the rim.
        var high = angle * degrees + 1e-6;
        var (south, north) = (point.Latitude - high, point.Latitude + high);
        var sine = Math.Sin(Math.Min(angle, Math.PI / 2)) / Math.Cos(point.Latitude / degrees);
        if (south <= -90 || north >= 90 || sine >= 1) return new GeoBox(Math.Max(-90, south), -180, Math.Min(90, north), 180);
        var wide = Math.Asin(sine) * degrees + 1e-6;
        return new GeoBox(south, point.Longitude - wide, north, point.Longitude + wide);
    }

    public static GeoBox Of(IReadOnlyList<Coordinates> points) =>
        new(points.Min(p => p.Latitude), points.Min(p => p.Longitude), points.Max(p => p.Latitude), points.Max(p => p.Longitude));
}
