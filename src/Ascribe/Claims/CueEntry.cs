namespace Ascribe.Claims;

/// <summary>A row of reporting-cues.tsv.</summary>
/// <param name="Negated">The stance under a negation: "did not confirm".</param>
/// <param name="Accused">The preposition before the accused ("blamed the blast on rebels"), or an empty string.</param>
/// <param name="MayAccuseObject">Whether the accused may be the object, too: "blamed the rebels".</param>
/// <param name="Medium">What the verb itself says that it was said by ("tweeted": Twitter), or an empty string.</param>
internal sealed record CueEntry(
    Stance Stance, Certainty Certainty, CueFrame Frame, Stance Negated, CueUse Use, string Accused = "", bool MayAccuseObject = false, string Medium = "")
{
    /// <summary>False for a mere attitude or cry: an attribution, but nothing about what happened.</summary>
    public bool IsClaim => Use is CueUse.Claim or CueUse.Saying or CueUse.Adding;

    /// <summary>Any verb that governs a "that" clause or a quotation as what its subject says.</summary>
    public static CueEntry Unlisted { get; } = new(Stance.Asserts, Certainty.Certain, CueFrame.Clause, Stance.Asserts, CueUse.Claim);

    /// <summary>"Ministry: …"</summary>
    public static CueEntry Colon { get; } = new(Stance.Asserts, Certainty.Certain, CueFrame.Colon, Stance.Asserts, CueUse.Claim);
}
