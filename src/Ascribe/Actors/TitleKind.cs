namespace Ascribe.Actors;

/// <summary>What a word before or in a person's name is.</summary>
internal enum TitleKind : byte
{
    Honorific,
    Rank,
    Office,

    /// <summary>A part of a name that is no surname: "al", "bin".</summary>
    Particle,

    /// <summary>Says that an office is held no longer.</summary>
    Former,
}
