namespace Ascribe.Dossiers.Dossiers;

/// <summary>What a reviewer made of a statement.</summary>
public enum Judgement
{
    /// <summary>Nobody has decided.</summary>
    Open,

    /// <summary>It stands for its slot.</summary>
    Accepted,

    /// <summary>It is shown and takes no part in anything.</summary>
    Rejected,

    /// <summary>An analyst's value stands in its place.</summary>
    Replaced,
}
