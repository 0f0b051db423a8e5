using Ascribe.Places;

namespace Ascribe.Dossiers.Merging;

/// <summary>A place of an incident as merging compares it.</summary>
/// <param name="Name">In small letters.</param>
internal sealed record SketchPlace(string Name, Coordinates? Coordinates, PlacePrecision Precision, string? Admin1, string? Country)
{
    /// <summary>A town or something smaller: says where and not only in which part of the country.</summary>
    public bool IsLocal => Precision <= PlacePrecision.Town;
}
