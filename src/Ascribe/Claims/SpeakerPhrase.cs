using Ascribe.Language;

namespace Ascribe.Claims;

/// <summary>Who says something, in the text.</summary>
/// <param name="Tokens">The words, empty where nobody is told.</param>
/// <param name="Head">The token that governs them or, for a relative pronoun, its antecedent; -1 for nobody.</param>
/// <param name="Follows">The content stands before: "…, police said", "…, said the minister".</param>
internal readonly record struct SpeakerPhrase(TokenRange Tokens, int Head, bool Follows)
{
    public static SpeakerPhrase Nobody { get; } = new(default, -1, false);

    public bool IsNobody => Head < 0;
}
