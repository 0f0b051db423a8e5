namespace Ascribe.Lab.Coding;

/// <summary>What a sentence tells, in the roots of ontology/plover.yaml.</summary>
/// <param name="Code">A root, with its mode behind a colon where it is known.</param>
/// <param name="Token">The word that told it.</param>
internal sealed record CodedEvent(string Code, int Token);
