using Ascribe.Events;
using Ascribe.Language;
using Ascribe.Times;

namespace Ascribe.Quantities;

/// <summary>A total that is not one incident's toll, found in the text.</summary>
/// <param name="Count">The number.</param>
/// <param name="Clause">The clause that states it.</param>
/// <param name="What">The words that are counted.</param>
/// <param name="Period">The time that says over what is counted, or null for a strength or stock.</param>
internal sealed record TallyMention(
    CountMention Count, TokenRange Clause, TokenRange What, TallyKind Kind, TimeMention? Period, string? EventType, VictimEffect? Effect);
