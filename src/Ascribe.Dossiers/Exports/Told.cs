using Ascribe.Dossiers.Dossiers;
using Ascribe.Records;

namespace Ascribe.Dossiers.Exports;

/// <summary>Values with those who state them, in a line of words.</summary>
internal static class Told
{
    /// <summary>"Israel (accused by Syria, denied by Israel)".</summary>
    public static string Of(Attribution attribution) =>
        $"{attribution.Actor.Name} ({string.Join(", ", attribution.Words.Select(w => w.Basis).Distinct().Order().Select(b => $"{RecordJson.NameOf(b)} by {string.Join(" and ", attribution.SpeakersOf(b))}"))})";

    /// <summary>"Killed: 15 (health ministry, second: “risen to 15”)".</summary>
    public static string Of(DossierSlot slot) =>
        $"{slot.Label}: {slot.Best.Value} ({slot.Best.Speaker ?? "the report"}, {slot.Best.Report}{(slot.Best.Quote is { } quote ? $": “{quote.Text}”" : "")})";
}
