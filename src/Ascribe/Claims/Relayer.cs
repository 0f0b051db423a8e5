using Ascribe.Language;

namespace Ascribe.Claims;

/// <summary>Somebody who only passes on what another says.</summary>
/// <param name="Source">The words that name it.</param>
/// <param name="Head">The token that governs them, or -1.</param>
public readonly record struct Relayer(TokenRange Source, int Head, Voice Voice);
