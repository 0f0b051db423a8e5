using Ascribe.Claims;

namespace Ascribe.Dossiers.Search;

/// <summary>What can be asked of one claim about an incident.</summary>
internal sealed record ClaimFacts(Stance Stance, string? Speaker, string? Organization);
