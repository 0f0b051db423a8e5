namespace Ascribe.Language;

/// <summary>A run of tokens that is a name.</summary>
public readonly record struct Name(TokenRange Tokens, NameKind Kind);
