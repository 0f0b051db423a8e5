using Ascribe.Language;

namespace Ascribe.Actors;

/// <summary>A name of a person or an organisation in the text.</summary>
/// <param name="Tokens">The words of the name.</param>
/// <param name="IsPerson">True for a person, false for a body.</param>
/// <param name="Known">The row of the actor table, or null.</param>
/// <param name="Acronym">The short form that brackets right behind the name introduce; empty for most.</param>
internal sealed record NameSpan(TokenRange Tokens, bool IsPerson, NamedActor? Known, TokenRange Acronym = default);
