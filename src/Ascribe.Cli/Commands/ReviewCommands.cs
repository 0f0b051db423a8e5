using System.CommandLine;
using Ascribe.Dossiers.Review;
using Ascribe.Records;

namespace Ascribe.Cli.Commands;

/// <summary><c>ascribe state</c>, <c>assign</c> and <c>mark</c>: how far the review is, whose it is, and how far a report may be passed on.</summary>
internal static class ReviewCommands
{
    private static readonly string[] s_states = [.. Enum.GetValues<ReviewState>().Select(RecordJson.NameOf)];

    public static Command State()
    {
        var dossier = Dossier();
        var state = new Argument<string>("STATE") { Description = $"One of {string.Join(", ", s_states)}." };
        state.AcceptOnlyFromAmong(s_states);
        return DecisionAction.Create("state", "Says how far the review of a dossier is.", [dossier, state],
            (parsed, make, signed) => make.State(signed, parsed.GetRequiredValue(dossier), Enum.GetValues<ReviewState>()[Array.IndexOf(s_states, parsed.GetRequiredValue(state))]));
    }

    public static Command Assign()
    {
        var dossier = Dossier();
        var to = new Argument<string>("NAME") { Description = "Who reviews it; none: nobody any more.", Arity = ArgumentArity.ZeroOrOne };
        return DecisionAction.Create("assign", "Says who reviews a dossier.", [dossier, to], (parsed, make, signed) => make.Assign(signed, parsed.GetRequiredValue(dossier), parsed.GetValue(to)));
    }

    public static Command Mark()
    {
        var report = new Argument<string>("REPORT") { Description = "Id of a report." };
        var marking = new Argument<Tlp>("TLP")
        {
            Description = $"One of {string.Join(", ", TlpLabel.All)}.",
            CustomParser = result =>
            {
                if (TlpLabel.TryParse(result.Tokens[0].Value, out var read)) return read;
                result.AddError($"'{result.Tokens[0].Value}': one of {string.Join(", ", TlpLabel.All)} was expected.");
                return default;
            },
        };
        return DecisionAction.Create("mark", "Says how far a report, and every dossier that it is in, may be passed on.", [report, marking],
            (parsed, make, signed) => make.Mark(signed, parsed.GetRequiredValue(report), parsed.GetValue(marking)));
    }

    private static Argument<string> Dossier() => new("DOSSIER") { Description = "Id of a dossier, or of a report of it." };
}
