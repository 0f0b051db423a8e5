using Ascribe.Reports;

namespace Ascribe.Events;

/// <summary>Somebody linked to an act, with the ground for it. Never a finding of guilt.</summary>
/// <param name="Actor">Actor id.</param>
/// <param name="Text">As the report calls them.</param>
/// <param name="ByAuthority">True when a state body or official says it.</param>
/// <param name="Claims">Claims that state it; empty: the report's own voice.</param>
public sealed record Perpetrator(
    string Actor, string Text, PerpetratorBasis Basis, bool ByAuthority, IReadOnlyList<string> Claims, IReadOnlyList<Quote> Spans);
