namespace Ascribe.Dossiers.Dossiers;

/// <summary>In which order dossiers are given.</summary>
public enum DossierSort
{
    /// <summary>By their earliest mention in the ledger.</summary>
    FirstMention,

    /// <summary>The one with the latest report first; those whose reports tell no day last.</summary>
    LatestPublication,
}
