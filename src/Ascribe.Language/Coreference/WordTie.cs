namespace Ascribe.Language.Coreference;

/// <summary>How the words of two mentions stand to each other. Part of what the weights are hashed by: append, never reorder.</summary>
internal enum WordTie : byte
{
    /// <summary>No content word in common.</summary>
    None,

    /// <summary>The same words in the same order, but for the determiner.</summary>
    SameText,

    /// <summary>The same head word, and neither has another content word.</summary>
    SameHeadAlone,

    /// <summary>The same head word; the later mention has no content word that the earlier has not.</summary>
    Shorter,

    /// <summary>The same head word; the later mention has all content words of the earlier and more.</summary>
    Longer,

    /// <summary>The same head word, and each has content words of its own besides common ones.</summary>
    SameHeadMixed,

    /// <summary>The same head word, and other content words that differ altogether.</summary>
    SameHeadOther,

    /// <summary>The head word of the later is among the other words of the earlier.</summary>
    HeadInEarlier,

    /// <summary>The head word of the earlier is among the other words of the later.</summary>
    HeadInLater,

    /// <summary>A common word that is the head of neither.</summary>
    OtherWord,

    /// <summary>One is the initials of the other.</summary>
    Acronym,
}
