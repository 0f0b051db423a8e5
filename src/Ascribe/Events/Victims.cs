using Ascribe.Quantities;
using Ascribe.Reports;

namespace Ascribe.Events;

/// <summary>People harmed, freed or said to be unharmed.</summary>
/// <param name="Who">As the report calls them: "soldiers".</param>
/// <param name="Actor">Actor id, where they are named or belong to an actor, or null.</param>
/// <param name="Claims">Claims that state it; empty: the report's own voice.</param>
/// <param name="PartOf">Index of the victims of the same event of whom these are a part ("46 people, including seven nurses"), or null.</param>
public sealed record Victims(
    VictimEffect Effect, CountRange Count, string Who, string? Actor, IReadOnlyList<string> Claims, IReadOnlyList<Quote> Spans, int? PartOf = null);
