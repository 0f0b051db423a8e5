namespace Ascribe.Actors;

/// <summary>Grammatical gender of a word that names or points to somebody.</summary>
internal enum Gender : byte
{
    Unknown,
    M,
    F,

    /// <summary>No person.</summary>
    N,

    /// <summary>A person of either gender.</summary>
    P,
}
