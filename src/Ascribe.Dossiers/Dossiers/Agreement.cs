namespace Ascribe.Dossiers.Dossiers;

/// <summary>How the sources of a slot stand to each other.</summary>
public enum Agreement
{
    /// <summary>One text alone states it.</summary>
    Single,

    /// <summary>Several state the same.</summary>
    Agreed,

    /// <summary>Later word replaces earlier: each source told its number when it was known.</summary>
    Updated,

    /// <summary>Values that cannot both be true are told.</summary>
    Contradicted,
}
