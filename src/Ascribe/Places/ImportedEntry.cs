namespace Ascribe.Places;

/// <summary>One entry as it stands in the file of an imported gazetteer.</summary>
/// <param name="Id">GeoNames id.</param>
/// <param name="Country">Index in the file's list of countries.</param>
/// <param name="Province">Number of the entry of its first-level division, or -1.</param>
/// <param name="District">Number of the entry of its second-level division, or -1.</param>
/// <param name="Latitude">In units of 1/10,000 degree, as <paramref name="Longitude"/>.</param>
/// <param name="Population">Inhabitants; 0 where unknown.</param>
/// <param name="NameStart">Where its name begins among the names, in bytes.</param>
/// <param name="NameLength">Bytes.</param>
internal readonly record struct ImportedEntry(
    int Id, GazetteerClass Class, byte Country, int Province, int District, int Latitude, int Longitude, int Population, uint NameStart, byte NameLength)
{
    public Coordinates Coordinates => new(Latitude / GazetteerFile.UnitsPerDegree, Longitude / GazetteerFile.UnitsPerDegree);

    /// <summary>True where all numbers lie in their ranges.</summary>
    public bool IsSound(int entries, int countries) =>
        Id > 0 && Class <= GazetteerClass.Area && Country < countries && Province >= -1 && Province < entries && District >= -1 && District < entries
        && Math.Abs((long)Latitude) <= 90 * (long)GazetteerFile.UnitsPerDegree && Math.Abs((long)Longitude) <= 180 * (long)GazetteerFile.UnitsPerDegree && Population >= 0;
}
