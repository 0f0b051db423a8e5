namespace Ascribe.Dossiers.Index;

/// <summary>Where a dossier stands among others.</summary>
/// <param name="Last">The day of its latest report, counted from 1970-01-01; the least number of all where none tells one.</param>
/// <param name="First">Its first mention.</param>
internal readonly record struct ClusterPlace(int Last, int First);
