using Ascribe.Records;

namespace Ascribe.Dossiers.Dossiers;

/// <summary>All that is said of one thing that a dossier asks.</summary>
/// <param name="Values">The most stated first; never empty.</param>
/// <param name="Best">The statement that stands for the slot: see docs/merging.md for the rule.</param>
/// <param name="Low">The least that anybody says; null where the slot counts nobody.</param>
/// <param name="High">The most that anybody says; null where the slot counts nobody, or the end is open.</param>
/// <param name="History">For counts the statements by publication, repeated ones left out: "12 → 15 → 14".</param>
public sealed record DossierSlot(
    Slot Slot, Agreement Agreement, IReadOnlyList<DossierValue> Values, Statement Best, long? Low, long? High, IReadOnlyList<Statement> History)
{
    /// <summary>The slot's name for people: "Attributed to".</summary>
    public string Label { get; } = LabelOf(RecordJson.NameOf(Slot));

    private static string LabelOf(string name) => char.ToUpperInvariant(name[0]) + name[1..].Replace('_', ' ');
}
