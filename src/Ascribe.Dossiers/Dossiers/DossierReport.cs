using Ascribe.Dossiers.Review;
using Ascribe.Records;

namespace Ascribe.Dossiers.Dossiers;

/// <summary>A report of a dossier.</summary>
/// <param name="Mention">Which of its incidents belongs here.</param>
/// <param name="Record">What was read of it.</param>
/// <param name="Events">The events of the record that tell of the incident.</param>
/// <param name="Origin">0, 1 … : reports of one number are copies of one text and count as one source.</param>
public sealed record DossierReport(MentionKey Mention, Record Record, IReadOnlyList<string> Events, int Origin)
{
    /// <summary>How far it may be passed on.</summary>
    public Tlp Marking { get; init; }
}
