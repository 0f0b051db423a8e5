using System.CommandLine;
using System.Globalization;
using Ascribe.Dossiers.Dossiers;
using Ascribe.Dossiers.Ledger;
using Ascribe.Dossiers.Review;

namespace Ascribe.Cli.Commands;

/// <summary>What all verbs that decide have alike: the ledger, who decides and why, and the number that they print.</summary>
internal sealed class DecisionAction
{
    private readonly Option<string> _ledger = LedgerOption.Create();
    private readonly Option<string?> _by = new("--by") { Description = "Who decides.", HelpName = "NAME" };
    private readonly Option<string?> _why = new("--why") { Description = "The reason.", HelpName = "TEXT" };

    /// <param name="make">Makes the decision; a <see cref="DecisionException"/> is told in its sentence.</param>
    public static Command Create(string name, string description, IEnumerable<Symbol> symbols, Func<ParseResult, DecisionMaker, Signature, Decision> make) =>
        Create(name, description, symbols, (parsed, ledger, shelf, signed) => make(parsed, new DecisionMaker(ledger, shelf), signed));

    /// <inheritdoc cref="Create(string, string, IEnumerable{Symbol}, Func{ParseResult, DecisionMaker, Signature, Decision})"/>
    public static Command Create(string name, string description, IEnumerable<Symbol> symbols, Func<ParseResult, ReportLedger, DossierShelf, Signature, Decision> make)
    {
        var action = new DecisionAction();
        var command = new Command(name, description);
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument) command.Add(argument);
            else command.Add((Option)symbol);
        }

        command.Add(action._ledger);
        command.Add(action._by);
        command.Add(action._why);
        command.SetAction(parsed => action.Run(parsed, make));
        return command;
    }

    private int Run(ParseResult parsed, Func<ParseResult, ReportLedger, DossierShelf, Signature, Decision> make) => ShelfAction.Use(parsed.GetRequiredValue(_ledger), (ledger, shelf) =>
    {
        try
        {
            var now = DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            var decision = make(parsed, ledger, shelf, new Signature(parsed.GetValue(_by), now, parsed.GetValue(_why)));
            var number = ledger.Decide(decision);
            Console.Out.WriteLine($"decision {number}");
            if (ClockSetBack.Of(ledger.Decisions()).FirstOrDefault(c => c.Entry == number) is { } clock) Console.Error.WriteLine($"warning: {parsed.GetRequiredValue(_ledger)}: {clock}");
            return ExitCodes.Done;
        }
        catch (DecisionException e)
        {
            Console.Error.WriteLine($"error: {parsed.GetRequiredValue(_ledger)}: {e.Message}");
            return ExitCodes.NothingRead;
        }
    });
}
