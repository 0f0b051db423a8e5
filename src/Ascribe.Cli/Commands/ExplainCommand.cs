using System.CommandLine;
using Ascribe.Cli.Views;
using Ascribe.Records;

namespace Ascribe.Cli.Commands;

/// <summary><c>ascribe explain</c>: the layers of a reading.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        var source = new SourceOptions();
        var tokens = new Option<bool>("--tokens") { Description = "Every token with tag, lemma, head and relation, too." };
        var command = new Command("explain", "Shows the layers behind a record: mentions, events, attributions, and the tokens if asked.");
        source.AddTo(command);
        command.Options.Add(tokens);
        command.SetAction(parsed =>
        {
            var reader = RecordReader.Load();
            int read = 0, failed = 0;
            foreach (var outcome in source.Open(parsed))
            {
                foreach (var warning in outcome.Warnings) Console.Error.WriteLine("warning: " + warning);
                if (outcome.Report is not { } report)
                {
                    failed++;
                    Console.Error.WriteLine("error: " + outcome.Error);
                    continue;
                }

                ReadingView.Write(Console.Out, reader.ReadLayers(report), parsed.GetValue(tokens));
                read++;
            }

            return ReportPipeline.ExitCode(read, failed);
        });
        return command;
    }
}
