namespace Ascribe.Lab.Coding;

/// <summary>A row of plover-words.tsv.</summary>
/// <param name="Code">A root, thing or operator of ontology/plover.yaml.</param>
/// <param name="With">Words of which one must hang on the phrase, as preposition, particle or mark, or relations after a colon; empty: none need.</param>
internal sealed record CodingWord(string Code, IReadOnlyList<string> With);
