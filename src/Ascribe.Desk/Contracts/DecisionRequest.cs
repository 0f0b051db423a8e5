namespace Ascribe.Desk.Contracts;

/// <summary>Decisions that are made together.</summary>
internal sealed record DecisionsRequest(IReadOnlyList<DecisionRequest> Decisions);

/// <summary>
/// A decision: accept, reject, edit, grade or add (dossier, slot, value; report and speaker where only one statement is meant; edit and grade also to; edit and add a source or why); same, different or unsure (first, second; of: actors, or incidents where nothing is said);
/// state (dossier, state); assign (dossier, to; null: nobody); mark (report, marking); undo (decision).
/// </summary>
/// <param name="Key">Made by the client; the same key twice is one decision.</param>
/// <param name="Etag">Of the dossier as its author saw it; null: whatever it is now.</param>
/// <param name="Speaker">Empty: the report in its own voice.</param>
internal sealed record DecisionRequest(
    string Key, string Verdict, string? Dossier = null, string? Slot = null, string? Value = null, string? Report = null, string? Speaker = null, string? To = null, SourceRequest? Source = null,
    string? First = null, string? Second = null, string? Of = null, string? State = null, string? Marking = null, long? Decision = null, string? Why = null, string? Etag = null);

/// <summary>Words of a report, by UTF-16 offsets into its text, half-open.</summary>
internal sealed record SourceRequest(string Report, int Start, int End);

/// <summary>What came of decisions, in their order.</summary>
internal sealed record DecidedItems(IReadOnlyList<DecidedItem> Items);

/// <param name="Result">done, unchanged (the key was there), stale (the dossier has changed) or refused.</param>
/// <param name="Number">Of the decision in the ledger, or null.</param>
internal sealed record DecidedItem(string Key, string Result, long? Number = null, string? Error = null);
