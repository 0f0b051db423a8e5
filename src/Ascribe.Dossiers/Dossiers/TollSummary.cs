namespace Ascribe.Dossiers.Dossiers;

/// <summary>How many people, in short.</summary>
/// <param name="Value">The best value as a slot tells it: "12", "about 12", "10–12".</param>
/// <param name="Best">The number of it; its least where it is a range. Null: an open range.</param>
/// <param name="Low">The least that anybody says.</param>
/// <param name="High">The most that anybody says; null: open.</param>
public sealed record TollSummary(string Value, long? Best, long? Low, long? High);
