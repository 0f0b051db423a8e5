using Ascribe.Actors;
using Ascribe.Claims;
using Ascribe.Events;
using Ascribe.Quantities;

namespace Ascribe.Records;

/// <summary>All layers of one reading, before they are written into a record. <c>ascribe explain</c> shows them.</summary>
internal sealed record Reading(
    ReportMentions Mentions,
    IReadOnlyList<EventMention> EventMentions,
    IReadOnlyList<TallyMention> Tallies,
    IReadOnlyList<Incident> Incidents,
    IReadOnlyList<Attribution> Attributions,
    IReadOnlyList<RelationMention> Relations);
