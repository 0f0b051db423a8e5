using Ascribe.Dossiers.Dossiers;

namespace Ascribe.Dossiers.Review;

/// <summary>A value of an incident, by what is said and not by where a reading put it, so that it is found again in a newer reading.</summary>
/// <param name="Value">As <see cref="Statement.Value"/> has it; never empty.</param>
/// <param name="Report">Only where this report tells it; null: whichever does.</param>
/// <param name="Speaker">Only where this speaker says it, "" for the report in its own voice; null: whoever does.</param>
public sealed record ValueKey(Slot Slot, string Value, string? Report = null, string? Speaker = null)
{
    internal string? Fault => Value.Length == 0 ? "a value is missing." : null;

    internal bool Fits(Statement statement) =>
        statement.Slot == Slot && statement.Value == Value && (Report is null || statement.Report == Report) && (Speaker is null || (statement.Speaker ?? "") == Speaker);
}
