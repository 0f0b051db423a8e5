using System.CommandLine;
using Ascribe.Dossiers.Review;

namespace Ascribe.Cli.Commands;

/// <summary>The option that says how far goes what is given out.</summary>
internal sealed class TlpOption
{
    public TlpOption(string description)
    {
        Option = new Option<string?>("--tlp") { Description = description, HelpName = "LABEL" };
        Option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } label && !TlpLabel.TryParse(label, out _)) result.AddError($"--tlp: '{label}' is none of {string.Join(", ", TlpLabel.All)}.");
        });
    }

    public Option<string?> Option { get; }

    /// <summary>The strictest marking of what is given out; all where nothing is said.</summary>
    public Tlp Of(ParseResult parsed) => parsed.GetValue(Option) is { } label && TlpLabel.TryParse(label, out var strictest) ? strictest : Tlp.Red;
}
