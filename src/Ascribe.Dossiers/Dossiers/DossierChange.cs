namespace Ascribe.Dossiers.Dossiers;

/// <summary>What the reports since a day changed of a dossier.</summary>
/// <param name="Now">The dossier with all its reports.</param>
/// <param name="Before">The same without the reports since that day; null: there was none.</param>
public sealed record DossierChange(Dossier Now, Dossier? Before)
{
    /// <summary>The reports that came since.</summary>
    public IEnumerable<DossierReport> Added => Now.Reports.Where(r => Before?.Reports.Any(b => b.Mention == r.Mention) != true);

    /// <summary>Slots whose best value is another than before, or of which nothing was told before.</summary>
    public IEnumerable<(DossierSlot? Before, DossierSlot Now)> Slots => Now.Slots.Select(now => (Before?[now.Slot], now)).Where(s => s.Item1?.Best.Value != s.now.Best.Value);

    /// <summary>What was open and is no more.</summary>
    public IEnumerable<string> Answered => Before?.OpenQuestions.Except(Now.OpenQuestions) ?? [];
}
