namespace Ascribe.Dossiers.Review;

/// <summary>Whether two are one.</summary>
public enum Verdict
{
    Same,

    /// <summary>They are two.</summary>
    Different,

    /// <summary>It cannot be told: they stay apart, and each shows the other as possibly the same.</summary>
    Unsure,
}
