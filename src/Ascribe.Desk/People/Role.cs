namespace Ascribe.Desk.People;

/// <summary>What somebody is on this desk; each may do what those before may.</summary>
internal enum Role
{
    /// <summary>Reads, searches and hands over.</summary>
    Reader,

    /// <summary>Adds reports, assigns, sets states up to ready.</summary>
    Contributor,

    /// <summary>Accepts, rejects, corrects, merges and splits.</summary>
    Reviewer,

    /// <summary>Marks how far a report may be passed on.</summary>
    Editor,

    /// <summary>Keeps accounts, tokens and the audit.</summary>
    Admin,
}
