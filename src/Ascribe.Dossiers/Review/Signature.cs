namespace Ascribe.Dossiers.Review;

/// <summary>Who decided, when and why.</summary>
/// <param name="By">Who, or null.</param>
/// <param name="At">When: an ISO 8601 time in UTC.</param>
/// <param name="Why">The reason in words, or null.</param>
/// <param name="Key">An id that whoever sends the decision made for it, or null. A ledger takes a key once: what is sent twice is written once.</param>
public sealed record Signature(string? By, string At, string? Why = null, string? Key = null)
{
    /// <summary>In characters.</summary>
    private const int LongestKey = 200;

    internal string? Fault =>
        At.Length == 0 ? "the time of a decision is missing."
        : Key is { Length: 0 or > LongestKey } ? $"a key has 1 to {LongestKey} characters."
        : null;
}
