using Ascribe.Reports;
using Ascribe.Times;

namespace Ascribe.Dossiers.Dossiers;

/// <summary>What a report tells beside the incident and about it: an arrest, a condemnation, an answer.</summary>
/// <param name="Time">When that was.</param>
public sealed record RelatedEvent(string Type, string Report, Quote Quote, TimeInterval Time);
