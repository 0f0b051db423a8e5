using Ascribe.Language;

namespace Ascribe.Claims;

/// <summary>The function words of a document that tell how its claims are built.</summary>
/// <param name="uses">One a token.</param>
internal sealed class ClaimWords(Document document, ClaimWordUse[] uses)
{
    /// <summary>True where the token has the use, or one of several.</summary>
    public bool Is(int token, ClaimWordUse use) => (uses[token] & use) != 0;

    /// <summary>The same of the preposition before the noun.</summary>
    public bool IsUnder(int noun, ClaimWordUse use) => document.Child(noun, Dependency.Case) is >= 0 and var preposition && Is(preposition, use);
}
