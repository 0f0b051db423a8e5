using System.Globalization;
using System.Text.RegularExpressions;
using Ascribe.Quantities;

namespace Ascribe.Dossiers.Dossiers;

/// <summary>A count as a value of a dossier: "12", "about 12", "10–12", "12 or more", "up to 12".</summary>
internal static partial class StatedNumber
{
    public static string Of(CountRange count) => (count.Approximate ? "about " : "") + (count switch
    {
        { Min: { } min, Max: { } max } when min == max => $"{min}",
        { Min: { } min, Max: { } max } => $"{min}–{max}",
        { Min: { } min } => $"{min} or more",
        _ => $"up to {count.Max}",
    });

    /// <summary>Reads what <see cref="Of"/> writes; a hyphen does for the dash.</summary>
    public static bool TryParse(string text, out CountRange count)
    {
        count = default;
        if (Form().Match(text) is not { Success: true } form) return false;
        var (least, most) = (NumberOf(form, "least"), NumberOf(form, "most"));
        if (form.Groups["exactly"].Success) least = most = NumberOf(form, "exactly");
        if (least is null && most is null || least > most) return false;
        count = new CountRange(least, most, form.Groups["about"].Success);
        return true;
    }

    private static long? NumberOf(Match form, string group) =>
        form.Groups[group] is { Success: true } digits && long.TryParse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"^(?<about>about )?(?:up to (?<most>\d{1,12})|(?<least>\d{1,12}) or more|(?<least>\d{1,12})[-–](?<most>\d{1,12})|(?<exactly>\d{1,12}))$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
