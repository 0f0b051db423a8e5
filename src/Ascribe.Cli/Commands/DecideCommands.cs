using System.CommandLine;
using System.Globalization;
using Ascribe.Dossiers.Ledger;
using Ascribe.Dossiers.Review;

namespace Ascribe.Cli.Commands;

/// <summary><c>ascribe merge</c>, <c>split</c>, <c>unsure</c> and <c>undo</c>: decisions of a person. Each is an entry of the ledger, and each can be undone.</summary>
internal static class DecideCommands
{
    public static Command Merge() => OfTwo("merge", "Decides that two dossiers are of one incident.", Verdict.Same, shelfSplits: false);

    public static Command Split() => OfTwo("split", "Decides that a report of a dossier tells of another incident: the dossier first, then the report (or two reports that are to be apart).", Verdict.Different, shelfSplits: true);

    public static Command Unsure() => OfTwo("unsure", "Decides that it cannot be told whether two dossiers are of one incident: they stay apart and show each other.", Verdict.Unsure, shelfSplits: false);

    public static Command Undo()
    {
        var number = new Argument<long>("NUMBER") { Description = "The number of the decision, as the command that made it printed it." };
        var ledgerPath = LedgerOption.Create();
        var (by, why) = Signature();
        var command = new Command("undo", "Takes a decision back.") { number, ledgerPath, by, why };
        command.SetAction(parsed => LedgerOption.Use(parsed.GetRequiredValue(ledgerPath), create: false, ledger =>
        {
            var wanted = parsed.GetValue(number);
            if (ledger.Decisions().All(d => d.Sequence != wanted))
            {
                Console.Error.WriteLine($"error: {parsed.GetRequiredValue(ledgerPath)}: there is no decision {wanted}; 'ascribe decisions' shows those that are.");
                return ExitCodes.NothingRead;
            }

            return Written(ledger, new Decision(Verdict.Undo, [], [], wanted, parsed.GetValue(by), Now(), parsed.GetValue(why)));
        }));
        return command;
    }

    /// <summary><c>ascribe decisions</c>: what was decided, one a line.</summary>
    public static Command List()
    {
        var ledgerPath = LedgerOption.Create();
        var command = new Command("decisions", "Lists the decisions of a ledger: number, time, verdict, mentions, who and why.") { ledgerPath };
        command.SetAction(parsed => LedgerOption.Use(parsed.GetRequiredValue(ledgerPath), create: false, ledger =>
        {
            foreach (var (sequence, decision) in ledger.Decisions())
            {
                var sides = decision.Undoes is { } undone ? $"{undone}" : $"{string.Join(" ", decision.First.Select(m => m.Id))} | {string.Join(" ", decision.Second.Select(m => m.Id))}";
                Console.Out.WriteLine($"{sequence}  {decision.At}  {Records.RecordJson.NameOf(decision.Verdict)}  {sides}{(decision.By is { } by ? "  by " + Views.OneLine.Of(by) : "")}{(decision.Why is { } why ? "  " + Views.OneLine.Of(why) : "")}");
            }

            return ExitCodes.Done;
        }));
        return command;
    }

    private static Command OfTwo(string name, string description, Verdict verdict, bool shelfSplits)
    {
        var first = new Argument<string>("A") { Description = "Id of a dossier, or of a report of it." };
        var second = new Argument<string>("B") { Description = "Id of another dossier or report." };
        var ledgerPath = LedgerOption.Create();
        var (by, why) = Signature();
        var command = new Command(name, description) { first, second, ledgerPath, by, why };
        command.SetAction(parsed => ShelfAction.Use(parsed.GetRequiredValue(ledgerPath), (ledger, shelf) =>
        {
            var (a, b) = (parsed.GetRequiredValue(first), parsed.GetRequiredValue(second));
            foreach (var id in new[] { a, b })
            {
                if (shelf.Mentions(id).Count > 0) continue;
                Console.Error.WriteLine($"error: {parsed.GetRequiredValue(ledgerPath)}: there is no dossier or report '{id}'; 'ascribe dossiers' shows those that are.");
                return ExitCodes.NothingRead;
            }

            var together = shelf.Mentions(a)[0] == shelf.Mentions(b)[0];
            if (together != shelfSplits)
            {
                Console.Error.WriteLine($"error: {parsed.GetRequiredValue(ledgerPath)}: '{a}' and '{b}' are {(together ? "in one dossier" : "apart")} already.");
                return ExitCodes.NothingRead;
            }

            return Written(ledger, new Decision(verdict, [shelf.Named(a)], [shelf.Named(b)], null, parsed.GetValue(by), Now(), parsed.GetValue(why)));
        }));
        return command;
    }

    private static (Option<string?> By, Option<string?> Why) Signature() =>
        (new Option<string?>("--by") { Description = "Who decides.", HelpName = "NAME" }, new Option<string?>("--why") { Description = "The reason.", HelpName = "TEXT" });

    private static int Written(ReportLedger ledger, Decision decision)
    {
        Console.Out.WriteLine($"decision {ledger.Decide(decision)}");
        return ExitCodes.Done;
    }

    private static string Now() => DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
