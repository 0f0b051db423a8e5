using System.CommandLine;
using System.Text;
using Ascribe.Cli.Commands;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var root = new RootCommand(
    """
    Reads news of political violence and keeps who says what happened.

    Examples:
      ascribe read report.txt                        one report, for people
      ascribe read reports.jsonl --format jsonl      many reports, one record a line
      cat report.txt | ascribe read - --published 2023-12-14
      ascribe add reports.jsonl --ledger my.ascribe  into a ledger
      ascribe list --ledger my.ascribe
      ascribe show report-1 --ledger my.ascribe
      ascribe explain report.txt                     the layers behind a record

    Exit codes: 0 done; 1 some inputs failed, the others were read; 2 wrong command line; 3 nothing could be read; 4 the ledger could not be used.
    """)
{
    ReadCommand.Create(),
    AddCommand.Create(),
    ListCommand.Create(),
    ShowCommand.Create(),
    CheckCommand.Create(),
    ExplainCommand.Create(),
    CompletionCommand.Create(),
};
return root.Parse(args).Invoke();
