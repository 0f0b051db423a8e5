namespace Ascribe.Desk.Contracts;

/// <summary>Part of a list.</summary>
/// <param name="Next">Where the list goes on, or null at its end.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? Next);
