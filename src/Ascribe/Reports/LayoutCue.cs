namespace Ascribe.Reports;

/// <summary>Where in a paragraph a cue of the layout lexicon stands.</summary>
internal enum CuePosition : byte
{
    Start,
    End,
    Anywhere,
}

/// <summary>One line of the layout lexicon.</summary>
/// <param name="Passage">What a paragraph with the cue is.</param>
/// <param name="Longest">The most tokens that such a paragraph has.</param>
/// <param name="Credit">Whom the names beside it are, or null.</param>
/// <param name="NamesOutlet">True where the words after it name the outlet.</param>
internal sealed record LayoutCue(PassageKind Passage, CuePosition Position, int Longest, CreditKind? Credit, bool NamesOutlet);
