using NodaTime;
using NodaTime.Text;

namespace Ascribe.Dossiers.Review;

/// <summary>A decision whose time lies before that of an earlier one: a clock was set back, or was wrong. Decisions hold in the order of their entries, not by the clock.</summary>
/// <param name="Entry">Number of the decision.</param>
/// <param name="At">Its time.</param>
/// <param name="Before">Number of the earlier decision with the later time.</param>
/// <param name="BeforeAt">Its time.</param>
public sealed record ClockSetBack(long Entry, string At, long Before, string BeforeAt)
{
    /// <param name="decisions">In the order in which they were made.</param>
    public static IEnumerable<ClockSetBack> Of(IReadOnlyList<DecisionEntry> decisions)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        (DecisionEntry Entry, Instant At)? latest = null;
        foreach (var entry in decisions)
        {
            if (InstantPattern.ExtendedIso.Parse(entry.Decision.Signed.At) is not { Success: true, Value: var at }) continue;
            if (latest is var (earlier, time) && at < time) yield return new ClockSetBack(entry.Sequence, entry.Decision.Signed.At, earlier.Sequence, earlier.Decision.Signed.At);
            else latest = (entry, at);
        }
    }

    /// <summary>A sentence for people.</summary>
    public override string ToString() =>
        string.Create(null, $"decision {Entry} bears the time {At}, but decision {Before} before it bears {BeforeAt}: a clock was set back; decisions hold in the order of their entries.");
}
