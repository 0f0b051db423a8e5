using Ascribe.Dossiers.Review;

namespace Ascribe.Dossiers.Actors;

/// <summary>A report that names an actor.</summary>
/// <param name="Published">As the report gives it, or null.</param>
public sealed record ActorReport(string Id, string? Title, string? Outlet, string? Published, Tlp Marking);
