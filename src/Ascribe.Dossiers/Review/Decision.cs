namespace Ascribe.Dossiers.Review;

/// <summary>
/// A decision of a person, as it stands in the ledger. It names what reports tell and not dossiers, so that it outlives whatever becomes of those. The kinds are
/// a closed set: <see cref="IncidentDecision"/>, <see cref="ActorDecision"/>, <see cref="AcceptDecision"/>, <see cref="RejectDecision"/>, <see cref="EditDecision"/>, <see cref="GradeDecision"/>,
/// <see cref="AddDecision"/>, <see cref="StateDecision"/>, <see cref="AssignDecision"/>, <see cref="MarkDecision"/>, <see cref="UndoDecision"/>.
/// </summary>
public abstract record Decision
{
    private protected Decision(Signature signed) => Signed = signed;

    public Signature Signed { get; init; }

    /// <summary>What is done, in one word: "same", "accept", "state", "undo".</summary>
    public abstract string Verb { get; }

    /// <summary>What is wrong with it, in a sentence; null: it may be written down.</summary>
    public string? Fault => Signed.Fault ?? OwnFault;

    /// <summary>Id of the report that it is first about; empty where it is about none.</summary>
    internal abstract string Report { get; }

    private protected abstract string? OwnFault { get; }
}
