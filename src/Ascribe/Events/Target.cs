using Ascribe.Reports;

namespace Ascribe.Events;

/// <summary>A thing, or an actor as such, at which an event was aimed or which it hit.</summary>
/// <param name="Kind">A kind of lexicons/en/targets.tsv: "diplomatic_premises", "military_base".</param>
/// <param name="Name">As the report calls it, without article.</param>
/// <param name="Actor">Id of the actor it belongs to, or null.</param>
public sealed record Target(string Kind, string Name, string? Actor, TargetEffect Effect, IReadOnlyList<Quote> Spans);
