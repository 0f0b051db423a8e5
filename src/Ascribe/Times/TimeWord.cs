namespace Ascribe.Times;

/// <summary>A row of the lexicon of times.</summary>
/// <param name="Class">How rules use the word.</param>
/// <param name="Value">Its value as written.</param>
/// <param name="Number">The value, or what stands before its first blank, as a number; 0 where it is none.</param>
/// <param name="Rest">The forms of the tokens after the first; empty for a single word.</param>
/// <param name="IsCapital">The word is met with a capital only.</param>
internal sealed record TimeWord(TimeClass Class, string Value, int Number, IReadOnlyList<string> Rest, bool IsCapital)
{
    /// <summary>Number of tokens.</summary>
    public int Length => Rest.Count + 1;
}
