using Ascribe.Language;

namespace Ascribe.Claims;

/// <summary>Someone takes an event upon themselves in few words.</summary>
/// <param name="Speaker">Who does.</param>
/// <param name="Cue">"claimed", "claiming responsibility"</param>
/// <param name="Content">The words for the event.</param>
/// <param name="Via">"a statement", or empty.</param>
internal readonly record struct OwnClaim(SpeakerPhrase Speaker, TokenRange Cue, TokenRange Content, TokenRange Via, CueEntry Entry);
