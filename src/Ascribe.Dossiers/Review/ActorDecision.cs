using Ascribe.Records;

namespace Ascribe.Dossiers.Review;

/// <summary>Whether those whom reports name are one actor.</summary>
/// <param name="First">Names of the one side; never empty.</param>
/// <param name="Second">Names of the other side; never empty.</param>
public sealed record ActorDecision(Signature Signed, Verdict Verdict, IReadOnlyList<ActorKey> First, IReadOnlyList<ActorKey> Second) : Decision(Signed)
{
    public override string Verb => RecordJson.NameOf(Verdict);

    internal override string Report => First.Count > 0 ? First[0].Report : "";

    private protected override string? OwnFault =>
        First.Count == 0 || Second.Count == 0 ? "a decision on actors has two sides."
        : First.Intersect(Second).Any() ? "a named actor is on one side only."
        : null;
}
