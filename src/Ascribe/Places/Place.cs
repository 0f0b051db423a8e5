namespace Ascribe.Places;

/// <summary>A place as the gazetteer knows it.</summary>
public sealed record Place
{
    /// <summary>The gazetteer's usual name.</summary>
    public required string Name { get; init; }

    /// <summary>"geonames:98182", "ascribe:green-zone", or null for a place that no gazetteer entry was found for.</summary>
    public string? GazetteerId { get; init; }

    public Coordinates? Coordinates { get; init; }

    /// <summary>ISO 3166-1 alpha-2, or null.</summary>
    public string? Country { get; init; }

    /// <summary>Name of the first-level division that holds it, or null.</summary>
    public string? Admin1 { get; init; }

    public required PlacePrecision Precision { get; init; }

    /// <summary>Inhabitants; 0 where unknown.</summary>
    public long Population { get; init; }
}
