namespace Ascribe.Dossiers.Review;

/// <summary>A decision of a person, as it stands in the ledger. It names mentions and not dossiers, so that it outlives whatever becomes of those.</summary>
/// <param name="Verdict">What was decided.</param>
/// <param name="First">Mentions of the one side (see <see cref="MentionKey"/>); empty for an undo.</param>
/// <param name="Second">Mentions of the other side; empty for an undo.</param>
/// <param name="Undoes">Number of the entry that no longer holds, or null.</param>
/// <param name="By">Who decided, or null.</param>
/// <param name="At">When: an ISO 8601 time in UTC.</param>
/// <param name="Why">The reason in words, or null.</param>
public sealed record Decision(
    Verdict Verdict, IReadOnlyList<MentionKey> First, IReadOnlyList<MentionKey> Second, long? Undoes, string? By, string At, string? Why);
