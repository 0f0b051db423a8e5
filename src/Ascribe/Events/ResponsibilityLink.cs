using Ascribe.Language;

namespace Ascribe.Events;

/// <summary>Somebody tied to an incident, by a claim or by the report itself.</summary>
/// <param name="Incident">Index of the incident.</param>
/// <param name="Chain">Index of the actor's chain, or -1: nobody ("no group has claimed …").</param>
/// <param name="Basis">The ground on which the actor is a perpetrator, or null: no tie to the act itself.</param>
/// <param name="Status">What it says about responsibility; not stated for plain reports and accusations.</param>
/// <param name="Attribution">Index of the attribution that says so, or -1.</param>
/// <param name="ByAuthority">True when a state body says it.</param>
/// <param name="Tokens">The words that name the actor.</param>
/// <param name="Cue">The words that say so.</param>
internal sealed record ResponsibilityLink(
    int Incident, int Chain, PerpetratorBasis? Basis, ResponsibilityStatus Status, int Attribution, bool ByAuthority, TokenRange Tokens, TokenRange Cue);
