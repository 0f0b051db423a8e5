using Ascribe.Language;

namespace Ascribe.Reports;

/// <summary>What stands around the story of a report: the kind of each sentence, the dateline, credits and stamps.</summary>
/// <param name="Passages">One kind a sentence of the document.</param>
/// <param name="Dateline">The span of "BAGHDAD (Reuters) –" at the head of the body, or null. Its sentence stays in the body.</param>
/// <param name="Credits">Agencies and authors that the text names as its makers, in the order of the text, each once.</param>
/// <param name="Stamp">The day of publication or update that the text itself states in full, or null.</param>
/// <param name="Outlet">The outlet that the text itself names, or null.</param>
internal sealed record Layout(
    PassageKind[] Passages, TextSpan? Dateline, IReadOnlyList<Credit> Credits, PublicationTime? Stamp, string? Outlet);
