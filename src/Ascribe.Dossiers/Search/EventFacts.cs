using Ascribe.Events;
using NodaTime;

namespace Ascribe.Dossiers.Search;

/// <summary>What can be asked of one event of an incident.</summary>
/// <param name="Places">Most specific first.</param>
/// <param name="Responsibility">All that is stated of it.</param>
internal sealed record EventFacts(string Type, LocalDate? Earliest, LocalDate? Latest, IReadOnlyList<PlaceFacts> Places, IReadOnlyList<ResponsibilityStatus> Responsibility);
