namespace Ascribe.Dossiers.Dossiers;

/// <summary>Tells what a dossier leaves open: what nobody says, and what is told in several ways and nobody decided.</summary>
internal static class OpenQuestions
{
    private static readonly (Slot Slot, string Question)[] s_asked =
    [
        (Slot.Day, "No report tells the day."),
        (Slot.Place, "No report tells the place."),
        (Slot.Killed, "Nobody tells how many were killed."),
        (Slot.AttributedTo, "Nobody says who did it."),
        (Slot.Responsibility, "Nobody is told to have claimed or denied it."),
    ];

    public static IEnumerable<string> Of(IReadOnlyList<DossierSlot> slots)
    {
        foreach (var (slot, question) in s_asked)
        {
            if (slots.All(s => s.Slot != slot)) yield return question;
        }

        foreach (var slot in slots.Where(s => s.Agreement == Agreement.Contradicted && s.Best.Judgement != Judgement.Accepted))
            yield return $"{slot.Label}: {string.Join(" or ", slot.Values.Take(4).Select(v => v.Value))}?";
    }
}
