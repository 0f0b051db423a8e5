using Ascribe.Records;

namespace Ascribe.Dossiers.Review;

/// <summary>Whether what reports tell is one incident.</summary>
/// <param name="First">Mentions of the one side; never empty.</param>
/// <param name="Second">Mentions of the other side; never empty.</param>
public sealed record IncidentDecision(Signature Signed, Verdict Verdict, IReadOnlyList<MentionKey> First, IReadOnlyList<MentionKey> Second) : Decision(Signed)
{
    public override string Verb => RecordJson.NameOf(Verdict);

    internal override string Report => First.Count > 0 ? First[0].Report : "";

    private protected override string? OwnFault =>
        First.Count == 0 || Second.Count == 0 ? "a decision on incidents has two sides."
        : First.Intersect(Second).Any() ? "a mention of an incident is on one side only."
        : null;
}
