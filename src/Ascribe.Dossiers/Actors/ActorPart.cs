using Ascribe.Reports;

namespace Ascribe.Dossiers.Actors;

/// <summary>A part that a report tells an actor to have in an incident.</summary>
/// <param name="Dossier">Id of the dossier.</param>
/// <param name="By">Who says so; null: the report in its own voice.</param>
/// <param name="Report">Id of the report.</param>
/// <param name="Quote">The words that say so, or null.</param>
public sealed record ActorPart(string Dossier, PartKind Kind, string? By, string Report, Quote? Quote);
