using Ascribe.Language;

namespace Ascribe.Actors;

/// <summary>One place where an actor is named, described or meant by a pronoun.</summary>
/// <param name="Tokens">The noun phrase: "the Iraqi military spokesman Yehia Rasool", "he", "Kataib Hezbollah".</param>
/// <param name="Head">The token that governs the phrase in the parse.</param>
/// <param name="IsPronoun">True for "he", "they", "who".</param>
public sealed record ActorMention(TokenRange Tokens, int Head, bool IsPronoun = false);
