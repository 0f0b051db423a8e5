namespace Ascribe.Places;

/// <summary>What a word before a place name tells about it.</summary>
/// <param name="Cue">How it relates the thing told to the place.</param>
/// <param name="Direction">For <see cref="PlaceCue.Part"/>: degrees clockwise from north, or null for the middle.</param>
/// <param name="Km">For <see cref="PlaceCue.Distance"/>: the unit in kilometres.</param>
internal sealed record PlaceWord(PlaceCue Cue, double? Direction, double Km);
