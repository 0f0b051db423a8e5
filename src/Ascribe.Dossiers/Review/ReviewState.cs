namespace Ascribe.Dossiers.Review;

/// <summary>How far the review of a dossier is.</summary>
public enum ReviewState
{
    /// <summary>Nobody has begun.</summary>
    New,
    InReview,
    NeedsHelp,

    /// <summary>For somebody else to accept or reject.</summary>
    Ready,
    Accepted,
    Rejected,
}
