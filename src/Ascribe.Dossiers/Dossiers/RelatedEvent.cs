using Ascribe.Reports;

namespace Ascribe.Dossiers.Dossiers;

/// <summary>What a report tells beside the incident and about it: an arrest, a condemnation, an answer.</summary>
public sealed record RelatedEvent(string Type, string Report, Quote Quote);
