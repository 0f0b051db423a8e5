namespace Ascribe.Dossiers.Review;

/// <summary>What somebody decided about incidents.</summary>
public enum Verdict
{
    /// <summary>Both are one incident.</summary>
    Same,

    /// <summary>They are two.</summary>
    Different,

    /// <summary>It cannot be told: they stay apart, and each shows the other as possibly the same.</summary>
    Unsure,

    /// <summary>An earlier decision no longer holds.</summary>
    Undo,
}
