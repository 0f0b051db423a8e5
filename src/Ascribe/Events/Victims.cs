using Ascribe.Quantities;
using Ascribe.Reports;

namespace Ascribe.Events;

/// <summary>People harmed, freed or said to be unharmed.</summary>
/// <param name="Who">As the report calls them: "soldiers".</param>
/// <param name="Actor">Actor id, where they are named or belong to an actor, or null.</param>
/// <param name="Claims">Claims that state it; empty: the report's own voice.</param>
public sealed record Victims(
    VictimEffect Effect, CountRange Count, string Who, string? Actor, IReadOnlyList<string> Claims, IReadOnlyList<Quote> Spans);
