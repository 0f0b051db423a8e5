namespace Ascribe.Dossiers.Review;

/// <summary>Markings as they are written: "TLP:AMBER+STRICT".</summary>
public static class TlpLabel
{
    private const string Prefix = "TLP:";

    private static readonly Dictionary<Tlp, string> s_labels = new()
    {
        [Tlp.Clear] = "TLP:CLEAR",
        [Tlp.Green] = "TLP:GREEN",
        [Tlp.Amber] = "TLP:AMBER",
        [Tlp.AmberStrict] = "TLP:AMBER+STRICT",
        [Tlp.Red] = "TLP:RED",
    };

    /// <summary>From least to most strict.</summary>
    public static IEnumerable<string> All => s_labels.Values;

    public static string Of(Tlp marking) => s_labels[marking];

    /// <summary>Reads a label in any case, with or without "TLP:".</summary>
    public static bool TryParse(string text, out Tlp marking)
    {
        ArgumentNullException.ThrowIfNull(text);
        var label = text.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? text : Prefix + text;
        foreach (var (value, name) in s_labels)
        {
            marking = value;
            if (string.Equals(name, label, StringComparison.OrdinalIgnoreCase)) return true;
        }

        marking = default;
        return false;
    }
}
