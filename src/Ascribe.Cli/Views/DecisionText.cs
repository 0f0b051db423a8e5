using Ascribe.Dossiers.Review;
using Ascribe.Records;

namespace Ascribe.Cli.Views;

/// <summary>A decision in words.</summary>
internal static class DecisionText
{
    /// <summary>What was decided of what: "same d0123456789 | d9876543210", "edit killed '12' to '14'".</summary>
    public static string Of(Decision decision) => decision switch
    {
        IncidentDecision d => $"{d.Verb}  {string.Join(" ", d.First.Select(m => m.Id))} | {string.Join(" ", d.Second.Select(m => m.Id))}",
        ActorDecision d => $"{d.Verb}  {string.Join(", ", d.First.Select(a => a.Name))} | {string.Join(", ", d.Second.Select(a => a.Name))}",
        EditDecision d => $"edit  {d.Mention.Id}  {Value(d.Value)} to '{d.To.Value}'",
        GradeDecision d => $"grade  {d.Mention.Id}  {Value(d.Value)} {d.Grade}",
        ValueDecision d => $"{d.Verb}  {d.Mention.Id}  {Value(d.Value)}",
        AddDecision d => $"add  {d.Mention.Id}  {RecordJson.NameOf(d.Value.Slot)} '{d.Value.Value}'",
        StateDecision d => $"state  {d.Mention.Id}  {RecordJson.NameOf(d.State)}",
        AssignDecision d => $"assign  {d.Mention.Id}  {d.To ?? "nobody"}",
        MarkDecision d => $"mark  {d.Of}  {TlpLabel.Of(d.Marking)}",
        UndoDecision d => $"undo  {d.Undoes}",
        _ => decision.Verb,
    };

    /// <summary>By whom and why, where it is told.</summary>
    public static string Signed(Decision decision) =>
        (decision.Signed.By is { } by ? "  by " + by : "") + (decision.Signed.Why is { } why ? "  " + why : "");

    private static string Value(ValueKey key) =>
        $"{RecordJson.NameOf(key.Slot)} '{key.Value}'{(key.Report is { } report ? " of " + report : "")}{(key.Speaker is { } speaker ? $" by {(speaker.Length == 0 ? "the report" : speaker)}" : "")}";
}
