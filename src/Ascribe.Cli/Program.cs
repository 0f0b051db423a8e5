using System.CommandLine;
using System.CommandLine.Invocation;
using System.Text;
using Ascribe.Cli;
using Ascribe.Cli.Commands;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var root = new RootCommand(
    """
    Reads news of political violence and keeps who says what happened.

    Examples:
      ascribe read report.txt                        one report, for people
      ascribe read reports.jsonl --format jsonl      many reports, one record a line
      cat report.txt | ascribe read - --published 2023-12-14
      ascribe add reports.jsonl --ledger my.ascribe  into a ledger (made if it is not there)
      ascribe list --ledger my.ascribe               what is in it
      ascribe show report-1 --ledger my.ascribe      one record of it
      ascribe dossiers --ledger my.ascribe           the incidents that they tell of
      ascribe actors brigade --ledger my.ascribe     whom they name
      ascribe diff --since 2024-03-05 -l my.ascribe  what the reports since a day changed
      ascribe export geojson -l my.ascribe -o map.geojson  for other programs
      ascribe explain report.txt                     the layers behind a record
      ascribe gazetteer import allCountries.zip      more places than the built-in ones

    A PATH is a file (text, Markdown, HTML, JSON, JSON Lines), a folder, or - for the standard input. Plain text may begin with
    lines such as "Title: …", "Outlet: …", "Published: 2023-12-14" and an empty line. Data goes to the standard output; progress,
    warnings and errors go to the error stream.

    Exit codes: 0 done; 1 some inputs failed, the others were read; 2 wrong command line; 3 nothing could be read;
    4 the ledger could not be used; 5 the output could not be written.
    """)
{
    ReadCommand.Create(),
    AddCommand.Create(),
    ListCommand.Create(),
    ShowCommand.Create(),
    DossiersCommand.Create(),
    DossierCommand.Create(),
    DiffCommand.Create(),
    ExportCommand.Create(),
    ActorsCommand.Create(),
    ActorCommand.Create(),
    McpCommand.Create(),
    DecideCommands.Merge(),
    DecideCommands.Split(),
    DecideCommands.Unsure(),
    ValueCommands.Accept(),
    ValueCommands.Reject(),
    ValueCommands.Grade(),
    ValueCommands.Edit(),
    ReviewCommands.State(),
    ReviewCommands.Assign(),
    ReviewCommands.Mark(),
    DecideCommands.Undo(),
    DecisionsCommand.Create(),
    DeskCommand.Create(),
    CheckCommand.Create(),
    ExplainCommand.Create(),
    GazetteerCommand.Create(),
    SchemaCommand.Create(),
    CompletionCommand.Create(),
};
var parsed = root.Parse(args.Length == 0 ? ["--help"] : args);
if (parsed.Action is not ParseErrorAction) return parsed.Invoke();
foreach (var error in parsed.Errors) Console.Error.WriteLine("error: " + error.Message.ReplaceLineEndings(" ").Trim());
var verb = parsed.CommandResult.Command == root ? "" : " " + parsed.CommandResult.Command.Name;
Console.Error.WriteLine($"'ascribe{verb} --help' shows what is possible.");
return ExitCodes.Usage;
