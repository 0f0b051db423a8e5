namespace Ascribe.Language.Coreference;

/// <summary>A phrase that stands for somebody or something.</summary>
/// <param name="Tokens">The whole phrase with determiner, modifiers and relative clauses, without the preposition before it and without appositions.</param>
/// <param name="Head">Its governing token.</param>
public readonly record struct Mention(TokenRange Tokens, int Head, MentionKind Kind);
