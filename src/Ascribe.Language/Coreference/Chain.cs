namespace Ascribe.Language.Coreference;

/// <summary>Mentions of one and the same thing: at least two, in text order.</summary>
public sealed record Chain(IReadOnlyList<Mention> Mentions);
