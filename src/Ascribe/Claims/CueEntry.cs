namespace Ascribe.Claims;

/// <summary>A row of reporting-cues.tsv.</summary>
/// <param name="Negated">The stance under a negation: "did not confirm".</param>
internal sealed record CueEntry(Stance Stance, Certainty Certainty, CueFrame Frame, Stance Negated);
