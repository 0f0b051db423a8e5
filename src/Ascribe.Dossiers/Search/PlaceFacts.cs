using Ascribe.Places;

namespace Ascribe.Dossiers.Search;

/// <summary>What can be asked of one place of an event.</summary>
internal sealed record PlaceFacts(string Name, string? Country, PlacePrecision Precision, Coordinates? Coordinates)
{
    /// <summary>As a slot tells it: "tikrit (IQ)".</summary>
    public string Value => Country is null ? Name : $"{Name} ({Country})";
}
