namespace Ascribe.Times;

/// <summary>What a lexicon of times knows of a token.</summary>
/// <param name="Form">Its form, or null: neither the lexicon nor a rule has it.</param>
/// <param name="Skip">Characters of a prefix before the form: 4 in "mid-1996".</param>
/// <param name="Modifier">What the prefix tells, or null.</param>
/// <param name="HasDigit">A digit stands at its beginning, or after an apostrophe there.</param>
internal readonly record struct TimeToken(TimeForm? Form, int Skip, string? Modifier, bool HasDigit);
