using System.Text;

namespace Ascribe.Lab.Muc4;

/// <summary>Which phrases the answer key names, and in which templates.</summary>
internal sealed class KeyLabels
{
    public const string PlaceSlot = "incident_location";

    private static readonly (string Slot, IncidentRole Role)[] Slots =
    [
        ("perp_individual", IncidentRole.PerpetratorIndividual), ("perp_organization", IncidentRole.PerpetratorOrganization), ("phys_id", IncidentRole.PhysicalTarget),
        ("hum_name", IncidentRole.HumanName), ("hum_description", IncidentRole.HumanDescription), ("instrument_id", IncidentRole.Instrument),
    ];

    private readonly List<(string Word, int Start, int End)> _words = [];
    private readonly IncidentText _text;

    public KeyLabels(IncidentText text)
    {
        _text = text;
        Of = new Label?[text.Phrases.Count];
        var whole = text.Document.Text;
        for (var i = 0; i < whole.Length; i++)
        {
            if (!char.IsLetterOrDigit(whole[i])) continue;
            var start = i;
            while (i < whole.Length && char.IsLetterOrDigit(whole[i])) i++;
            _words.Add((whole[start..i].ToUpperInvariant(), start, i));
        }

        for (var t = 0; t < text.Key.Count; t++)
        {
            foreach (var (slot, role) in Slots)
            {
                for (var f = 0; f < text.Key[t][slot].Count; f++)
                {
                    foreach (var value in text.Key[t][slot][f].Values) Mark(value, role, t, slot, f);
                }
            }

            foreach (var place in text.Key[t][PlaceSlot].SelectMany(f => f.Alternatives).SelectMany(a => a.Places)) Mark(place, IncidentRole.Place, t, PlaceSlot, 0);
        }
    }

    /// <summary>By phrase; null: the key does not name it.</summary>
    public Label?[] Of { get; }

    private void Mark(string value, IncidentRole role, int template, string slot, int filler)
    {
        var words = Words(value);
        if (words.Length == 0) return;
        for (var w = 0; w + words.Length <= _words.Count; w++)
        {
            var same = true;
            for (var k = 0; k < words.Length && same; k++) same = _words[w + k].Word == words[k];
            if (!same) continue;
            var (start, end) = (_words[w].Start, _words[w + words.Length - 1].End);
            if (Holder(start, end) is not { } phrase) continue;
            var label = Of[phrase.Index] ??= new Label(role);
            if (label.Role == IncidentRole.Place && role != IncidentRole.Place) Of[phrase.Index] = label = new Label(role);
            if (label.Role != role) continue;
            label.Fillers.Add((template, slot, filler));
        }
    }

    private Phrase? Holder(int start, int end)
    {
        Phrase? best = null;
        foreach (var phrase in _text.Phrases)
        {
            var head = _text.Document[phrase.Head].Span;
            var span = _text.Document.SpanOf(phrase.Tokens);
            if (head.Start < start || head.End > end)
            {
                if (span.Start < start || span.End > end) continue;
            }

            if (best is null || _text.Document.Governs(phrase.Head, best.Head) && phrase.Head != best.Head) best = phrase;
        }

        return best;
    }

    /// <summary>The words of a value in capitals, without marks.</summary>
    public static string Folded(string value) => string.Join(' ', Words(value));

    private static string[] Words(string value)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in value)
        {
            if (char.IsLetterOrDigit(c)) word.Append(char.ToUpperInvariant(c));
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        if (word.Length > 0) words.Add(word.ToString());
        return [.. words];
    }
}
