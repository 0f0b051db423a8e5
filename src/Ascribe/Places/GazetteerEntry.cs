namespace Ascribe.Places;

/// <summary>One entry as it goes into the gazetteer's file.</summary>
/// <param name="Id">GeoNames id, or 0.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Province">Index of its first-level division among the entries, or -1.</param>
/// <param name="District">Index of its second-level division among the entries, or -1.</param>
/// <param name="Population">Inhabitants; 0 where unknown.</param>
internal sealed record GazetteerEntry(
    int Id, string Name, GazetteerClass Class, string Country, int Province, int District, double Latitude, double Longitude, int Population);
