using System.Diagnostics.CodeAnalysis;
using Ascribe.Dossiers.Dossiers;
using Ascribe.Ontology;
using NodaTime.Text;

namespace Ascribe.Dossiers.Review;

/// <summary>A value that an analyst wrote, with the words of a report that say so; where there are none, the decision gives the reason.</summary>
/// <param name="Value">In the form that <see cref="Statement.Value"/> has for the slot; see <see cref="TryParse"/>.</param>
public sealed record WrittenValue(Slot Slot, string Value, SourceSpan? Source)
{
    /// <summary>In characters.</summary>
    private const int Longest = 300;

    private static readonly Lazy<EventTypes> s_types = new(EventTypes.Load);

    /// <summary>Brings what somebody typed into the form of the slot: "10-12" to "10–12", a day to "2023-12-14".</summary>
    /// <param name="value">The value, or null.</param>
    /// <param name="expected">What the slot wants, in words, where it cannot be read.</param>
    public static bool TryParse(Slot slot, string text, [NotNullWhen(true)] out string? value, [NotNullWhen(false)] out string? expected)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = text.Trim();
        var oneLine = text.Length is > 0 and <= Longest && !text.Any(char.IsControl);
        value = !oneLine ? null : slot switch
        {
            Slot.Day => LocalDatePattern.Iso.Parse(text).Success ? text : null,
            Slot.Type => s_types.Value.Contains(text) ? text : null,
            _ when StatementReader.IsCount(slot) => StatedNumber.TryParse(text, out var count) ? StatedNumber.Of(count) : null,
            _ => text,
        };
        expected = value is not null ? null : slot switch
        {
            Slot.Day => "a day was expected: 2023-12-14.",
            Slot.Type => "the name of an event type was expected: rocket_shelling.",
            _ when StatementReader.IsCount(slot) => "a number was expected: 12, about 12, 10-12, 12 or more, up to 12.",
            _ => $"1 to {Longest} characters on one line were expected.",
        };
        return value is not null;
    }

    internal string? Fault(Signature signed) =>
        !TryParse(Slot, Value, out var value, out var expected) ? $"'{Value}': {expected}"
        : value != Value ? $"'{Value}' is written '{value}'."
        : Source is null ? string.IsNullOrWhiteSpace(signed.Why) ? "a written value wants words of a report, or a reason." : null
        : Source.Fault;
}
