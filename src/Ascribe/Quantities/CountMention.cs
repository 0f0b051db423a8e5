using Ascribe.Language;

namespace Ascribe.Quantities;

/// <summary>A number of things.</summary>
/// <param name="Tokens">The words of the count with its modifier: "at least 84", "dozens of", "no".</param>
/// <param name="Count">What it says.</param>
/// <param name="Counted">Index of the noun that is counted ("people" in "at least 12 people"), or -1: "killing four", "raised to 14".</param>
/// <param name="IsPart">True when the count is a part of a total given beside it: "12, among them three children".</param>
public sealed record CountMention(TokenRange Tokens, CountRange Count, int Counted, bool IsPart = false);
