using Ascribe.Places;
using Ascribe.Reports;

namespace Ascribe.Events;

/// <summary>Where an event happened and the words that say so.</summary>
public sealed record EventPlace(Place Place, PlaceRelation Relation, double? RadiusKm, IReadOnlyList<Quote> Spans);
