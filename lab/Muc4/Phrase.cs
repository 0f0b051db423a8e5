using Ascribe.Language;

namespace Ascribe.Lab.Muc4;

/// <summary>A noun phrase that may fill a slot.</summary>
/// <param name="Head">The token that governs it.</param>
/// <param name="Tokens">Its words without article and without what stands behind the head, but for "of".</param>
/// <param name="Name">The run of names inside it, empty where there is none.</param>
internal sealed record Phrase(int Index, int Sentence, int Head, TokenRange Tokens, TokenRange Name)
{
    /// <summary>The phrase that it describes as a title ("mayor" in "mayor Ruiz") or an apposition, or -1.</summary>
    public int Describes { get; set; } = -1;

    /// <summary>It stands in front of another noun: "Shining Path terrorists".</summary>
    public bool IsModifier { get; init; }

    public bool IsName => !Name.IsEmpty && Name.End == Tokens.End && Name.First == Tokens.First;
}
