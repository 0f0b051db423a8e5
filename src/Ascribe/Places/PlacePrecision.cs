namespace Ascribe.Places;

/// <summary>How large a thing a place name names, from small to large.</summary>
public enum PlacePrecision : byte
{
    Site,
    Quarter,
    Town,
    District,
    Province,
    Country,
    Region,
}
