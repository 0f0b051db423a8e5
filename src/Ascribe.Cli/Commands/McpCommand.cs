using System.CommandLine;
using Ascribe.Cli.Mcp;
using Ascribe.Records;

namespace Ascribe.Cli.Commands;

/// <summary><c>ascribe mcp</c>: a ledger as tools for other programs.</summary>
internal static class McpCommand
{
    public static Command Create()
    {
        var ledgerPath = LedgerOption.Create();
        var readerOptions = new ReaderOptions();
        var marking = new TlpOption("Shows only what may be passed on at least so far: clear, green, amber, amber+strict, red.");
        var command = new Command("mcp", "Serves a ledger to other programs by the Model Context Protocol on the standard streams: reading a text, searching incidents, claims with their quotes.") { ledgerPath, marking.Option };
        readerOptions.AddTo(command);
        command.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(ledgerPath);
            // A ledger that cannot be used is told at once, and not to the first who calls a tool.
            if (LedgerOption.Use(path, create: false, _ => ExitCodes.Done) is var exit and not ExitCodes.Done) return exit;
            Console.Error.WriteLine($"ascribe {RecordReader.ProgramVersion} serves {path} on its standard streams until its input ends.");
            LedgerServer.RunAsync(new LedgerTools(path, marking.Of(parsed), () => readerOptions.Load(parsed)), CancellationToken.None).GetAwaiter().GetResult();
            return ExitCodes.Done;
        });
        return command;
    }
}
