namespace Ascribe.Dossiers.Dossiers;

/// <summary>One value of a slot with all who state it.</summary>
/// <param name="Statements">By publication, then in the order of the ledger; never empty.</param>
public sealed record DossierValue(string Value, IReadOnlyList<Statement> Statements)
{
    /// <summary>So many texts of their own state it; copies count once.</summary>
    public int Origins => Statements.Select(s => s.Origin).Distinct().Count();
}
