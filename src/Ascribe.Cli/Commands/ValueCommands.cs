using System.CommandLine;
using System.Globalization;
using Ascribe.Cli.Views;
using Ascribe.Dossiers.Dossiers;
using Ascribe.Dossiers.Review;
using Ascribe.Records;

namespace Ascribe.Cli.Commands;

/// <summary><c>ascribe accept</c>, <c>reject</c>, <c>grade</c> and <c>edit</c>: decisions on a value of a dossier.</summary>
internal sealed class ValueCommands
{
    private static readonly string[] s_slots = [.. Enum.GetValues<Slot>().Select(RecordJson.NameOf)];

    private readonly Argument<string> _dossier = new("DOSSIER") { Description = "Id of a dossier, or of a report of it." };
    private readonly Argument<string> _slot = new("SLOT") { Description = $"One of {string.Join(", ", s_slots)}." };
    private readonly Option<string?> _report = new("--report") { Description = "Only where this report tells it.", HelpName = "ID" };
    private readonly Option<string?> _speaker = new("--speaker") { Description = "Only where this speaker says it; \"\": the report in its own voice.", HelpName = "NAME" };

    private ValueCommands() => _slot.AcceptOnlyFromAmong(s_slots);

    public static Command Accept()
    {
        var (value, of) = (Value(), new ValueCommands());
        return DecisionAction.Create("accept", "Decides that a value is right: it stands for its slot, whatever the rule says.", [of._dossier, of._slot, value, of._report, of._speaker],
            (parsed, make, signed) => make.Accept(signed, parsed.GetRequiredValue(of._dossier), of.Slot(parsed), parsed.GetRequiredValue(value), parsed.GetValue(of._report), parsed.GetValue(of._speaker)));
    }

    public static Command Reject()
    {
        var (value, of) = (Value(), new ValueCommands());
        return DecisionAction.Create("reject", "Decides that a value is wrong: it is shown as rejected and takes no part in anything.", [of._dossier, of._slot, value, of._report, of._speaker],
            (parsed, make, signed) => make.Reject(signed, parsed.GetRequiredValue(of._dossier), of.Slot(parsed), parsed.GetRequiredValue(value), parsed.GetValue(of._report), parsed.GetValue(of._speaker)));
    }

    public static Command Grade()
    {
        var (value, of) = (Value(), new ValueCommands());
        var grade = new Argument<string>("GRADE") { Description = "The source from A (reliable) to E, F: cannot be judged; the information from 1 (confirmed) to 5, 6: cannot be judged. As in B2." };
        return DecisionAction.Create("grade", "Decides how far a value is to be believed, in place of what the rule says.", [of._dossier, of._slot, value, grade, of._report, of._speaker],
            (parsed, make, signed) => make.Grade(signed, parsed.GetRequiredValue(of._dossier), of.Slot(parsed), parsed.GetRequiredValue(value), parsed.GetRequiredValue(grade), parsed.GetValue(of._report), parsed.GetValue(of._speaker)));
    }

    public static Command Edit()
    {
        var of = new ValueCommands();
        var value = Value();
        value.Arity = ArgumentArity.ZeroOrOne;
        value.Description = "The value to replace, or how it begins; none: the new one is added.";
        var to = new Option<string>("--to") { Description = "The new value: 14, 2023-12-14, \"Tikrit (IQ)\".", HelpName = "VALUE", Required = true };
        var span = new Option<string?>("--span") { Description = "The words that say so: report and half-open UTF-16 offsets into its text, as in report-1:120-145.", HelpName = "REPORT:START-END" };
        return DecisionAction.Create("edit", "Puts a value of one's own in the place of one, or beside the others. It wants words of a report (--span) or a reason (--why).", [of._dossier, of._slot, value, to, span, of._report, of._speaker],
            (parsed, make, signed) =>
            {
                var source = parsed.GetValue(span) is { } text ? SpanOf(make, text) : null;
                return parsed.GetValue(value) is { } old
                    ? make.Edit(signed, parsed.GetRequiredValue(of._dossier), of.Slot(parsed), old, parsed.GetRequiredValue(to), source, parsed.GetValue(of._report), parsed.GetValue(of._speaker))
                    : make.Add(signed, parsed.GetRequiredValue(of._dossier), of.Slot(parsed), parsed.GetRequiredValue(to), source);
            });
    }

    private static Argument<string> Value() => new("VALUE") { Description = "The value as 'ascribe dossier' shows it, or how it begins." };

    private Slot Slot(ParseResult parsed) => Enum.GetValues<Slot>()[Array.IndexOf(s_slots, parsed.GetRequiredValue(_slot))];

    private static SourceSpan SpanOf(DecisionMaker make, string text)
    {
        // Ids of reports may hold colons.
        var (colon, hyphen) = (text.LastIndexOf(':'), text.LastIndexOf('-'));
        return colon > 0 && hyphen > colon && int.TryParse(text[(colon + 1)..hyphen], NumberStyles.None, CultureInfo.InvariantCulture, out var start) && int.TryParse(text[(hyphen + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var end)
            ? make.Span(text[..colon], start, end) : throw new DecisionException($"'{OneLine.Of(text)}': a report and two offsets were expected, as in report-1:120-145.");
    }
}
