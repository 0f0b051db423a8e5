namespace Ascribe.Desk.Contracts;

/// <summary>Something to be reviewed.</summary>
/// <param name="Kind">dossier, or pair: two dossiers that may be of one incident.</param>
/// <param name="Id">Of the dossier; of a pair both ids with a plus sign between.</param>
/// <param name="Reasons">Of a dossier what is contradicted; of a pair what speaks for and against.</param>
/// <param name="State">Of a pair new, or needs_help where somebody could not tell.</param>
/// <param name="Since">When the state or assignment was last set (UTC), or the day of the last report.</param>
/// <param name="A">Of a pair the one dossier.</param>
/// <param name="B">Of a pair the other.</param>
/// <param name="Dossier">The dossier as in a list; null for a pair.</param>
internal sealed record QueueItem(
    string Kind, string Id, string Title, IReadOnlyList<string> Reasons, string State, string? AssignedTo, string? Since, string? A = null, string? B = null, DossierItem? Dossier = null);
