using Ascribe.Language;

namespace Ascribe.Actors;

/// <summary>A tie between two actors found in the text.</summary>
/// <param name="Subject">Index of the chain that stands in the tie.</param>
/// <param name="Object">Index of the chain to which it stands.</param>
/// <param name="Tokens">The words that state it.</param>
internal sealed record RelationMention(int Subject, RelationKind Kind, int Object, TokenRange Tokens);
