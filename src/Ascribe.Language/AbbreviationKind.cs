namespace Ascribe.Language;

/// <summary>What the full stop of an abbreviation tells about the end of a sentence.</summary>
internal enum AbbreviationKind : byte
{
    None,

    /// <summary>Stands before a name ("Gen."): never ends a sentence.</summary>
    Title,

    /// <summary>Never ends a sentence ("vs.").</summary>
    Inner,

    /// <summary>An abbreviation only before a figure ("No. 5").</summary>
    Number,

    /// <summary>An abbreviation before a figure, a comma or a small letter ("Oct. 7").</summary>
    Date,

    /// <summary>A word in capitals that is no place and has no stop ("NATO").</summary>
    Acronym,

    /// <summary>May also end a sentence ("Inc.", "U.S.").</summary>
    General,
}
