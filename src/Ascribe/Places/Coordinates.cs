namespace Ascribe.Places;

/// <summary>WGS 84 degrees.</summary>
public readonly record struct Coordinates
{
    /// <exception cref="ArgumentOutOfRangeException">latitude not in -90..90 or longitude not in -180..180.</exception>
    public Coordinates(double latitude, double longitude)
    {
        if (!(latitude is >= -90 and <= 90)) throw new ArgumentOutOfRangeException(nameof(latitude), latitude, "A latitude lies in -90..90.");
        if (!(longitude is >= -180 and <= 180)) throw new ArgumentOutOfRangeException(nameof(longitude), longitude, "A longitude lies in -180..180.");
        Latitude = latitude;
        Longitude = longitude;
    }

    public double Latitude { get; }

    public double Longitude { get; }

    /// <summary>Great-circle distance in kilometres (mean Earth radius 6371 km).</summary>
    public double DistanceTo(Coordinates other)
    {
        const double radius = 6371;
        double Rad(double degrees) => degrees * Math.PI / 180;
        var dLat = Rad(other.Latitude - Latitude);
        var dLon = Rad(other.Longitude - Longitude);
        var a = Math.Pow(Math.Sin(dLat / 2), 2) + Math.Cos(Rad(Latitude)) * Math.Cos(Rad(other.Latitude)) * Math.Pow(Math.Sin(dLon / 2), 2);
        return 2 * radius * Math.Asin(Math.Min(1, Math.Sqrt(a)));
    }
}
