using Ascribe.Events;
using Ascribe.Reports;

namespace Ascribe.Dossiers.Exports;

/// <summary>Somebody's word that an actor did it, or did not.</summary>
/// <param name="Speaker">Who says so; null: the report in its own voice.</param>
/// <param name="Report">Id of the report.</param>
/// <param name="Origin">See <see cref="Dossiers.DossierReport.Origin"/>.</param>
internal sealed record AttributionWord(PerpetratorBasis Basis, string? Speaker, string Report, int Origin, Quote? Quote);
