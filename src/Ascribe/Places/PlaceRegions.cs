namespace Ascribe.Places;

/// <summary>Points and radii of places that a direction or a distance derives from a named place.</summary>
internal sealed class PlaceRegions(PlaceIndex index)
{
    private const double KmPerDegree = 111.2;

    private static readonly string[] s_compass = ["northern", "northeastern", "eastern", "southeastern", "southern", "southwestern", "western", "northwestern"];

    private readonly Lazy<Dictionary<string, Box>> _countries = new(() => Boxes(index.Gazetteer));

    /// <summary>"northern Mali", "western Mosul": the part of a place in a direction.</summary>
    /// <returns>The part and its radius in kilometres.</returns>
    public (Place Place, double? RadiusKm) Part(Place whole, PlaceWord part)
    {
        var name = (part.Direction is { } d ? s_compass[(int)(d / 45)] : "central") + " " + whole.Name;
        switch (whole.Precision)
        {
            case PlacePrecision.Country when whole.Country is { } country && _countries.Value.TryGetValue(country, out var box):
                var radius = Math.Round(Math.Max(box.HeightKm, box.WidthKm) / 4);
                return (whole with { Name = name, Precision = PlacePrecision.Region, Coordinates = box.Point(part.Direction) }, radius);
            case PlacePrecision.Province when whole.Coordinates is { } middle:
                return (whole with { Name = name, Precision = PlacePrecision.District, Coordinates = part.Direction is { } to ? Shift(middle, to, 30) : middle }, 40);
            case PlacePrecision.Town:
                return (whole with { Name = name, Precision = PlacePrecision.Quarter, GazetteerId = whole.GazetteerId }, 5);
            default:
                return (whole, null);
        }
    }

    /// <summary>The point so many kilometres away from a place, in degrees clockwise from north.</summary>
    public static Coordinates Shift(Coordinates from, double direction, double km)
    {
        var angle = direction * Math.PI / 180;
        var latitude = Math.Clamp(from.Latitude + km * Math.Cos(angle) / KmPerDegree, -90, 90);
        var cosine = Math.Max(0.01, Math.Cos(from.Latitude * Math.PI / 180));
        var longitude = from.Longitude + km * Math.Sin(angle) / (KmPerDegree * cosine);
        return new Coordinates(Math.Round(latitude, 4), Math.Round(Math.IEEERemainder(longitude, 360), 4));
    }

    /// <summary>The box around the middles of each country's first-level divisions.</summary>
    private static Dictionary<string, Box> Boxes(Gazetteer gazetteer)
    {
        var boxes = new Dictionary<string, Box>(StringComparer.Ordinal);
        for (var e = 0; e < gazetteer.Count; e++)
        {
            if (gazetteer.Classes[e] != GazetteerClass.Province) continue;
            var country = gazetteer.Country(e);
            var at = gazetteer.Coordinates(e);
            boxes[country] = boxes.TryGetValue(country, out var box) ? box.With(at) : new Box(at.Latitude, at.Latitude, at.Longitude, at.Longitude);
        }

        return boxes;
    }

    private readonly record struct Box(double South, double North, double West, double East)
    {
        public double HeightKm => (North - South) * KmPerDegree;

        public double WidthKm => (East - West) * KmPerDegree * Math.Cos((South + North) / 2 * Math.PI / 180);

        public Box With(Coordinates at) =>
            new(Math.Min(South, at.Latitude), Math.Max(North, at.Latitude), Math.Min(West, at.Longitude), Math.Max(East, at.Longitude));

        /// <summary>Half way from the middle to the edge in the direction.</summary>
        public Coordinates Point(double? direction)
        {
            var (latitude, longitude) = ((South + North) / 2, (West + East) / 2);
            if (direction is { } d)
            {
                latitude += Math.Cos(d * Math.PI / 180) * (North - South) / 4;
                longitude += Math.Sin(d * Math.PI / 180) * (East - West) / 4;
            }

            return new Coordinates(Math.Round(latitude, 4), Math.Round(longitude, 4));
        }
    }
}
