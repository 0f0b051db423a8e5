namespace Ascribe.Dossiers.Dossiers;

/// <summary>How a report came to a dossier: with which of those before it, and why.</summary>
/// <param name="Report">Its id.</param>
/// <param name="With">The id of the report before it that it is nearest to.</param>
/// <param name="Reasons">For and against: phrases, each with what it is about after a colon.</param>
public sealed record MergeStep(string Report, string With, IReadOnlyList<string> Reasons)
{
    /// <summary>In a line.</summary>
    public override string ToString() => $"{Report} with {With}: {string.Join("; ", Reasons)}";
}
