using System.CommandLine;
using System.Text;
using Ascribe.Cli.Views;
using Ascribe.Records;

namespace Ascribe.Cli.Commands;

/// <summary><c>ascribe read</c>: reports to records on the standard output.</summary>
internal static class ReadCommand
{
    public static Command Create()
    {
        var source = new SourceOptions();
        var format = new Option<string>("--format", "-f") { Description = "text for people, json (indented), jsonl (one record a line).", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "jsonl");
        var threads = new Option<int>("--threads") { Description = "Reports read at the same time.", DefaultValueFactory = _ => Environment.ProcessorCount };
        var output = new Option<string?>("--output", "-o") { Description = "A file in place of the standard output." };
        var models = new Option<string?>("--models") { Description = "A folder of models in place of the built-in ones." };
        var command = new Command("read", "Reads reports and prints their records.");
        source.AddTo(command);
        foreach (var option in (Option[])[format, threads, output, models]) command.Options.Add(option);
        command.SetAction(parsed =>
        {
            RecordReader reader;
            try
            {
                reader = RecordReader.Load(parsed.GetValue(models));
            }
            catch (InvalidDataException e)
            {
                Console.Error.WriteLine("error: " + e.Message);
                return ExitCodes.NothingRead;
            }

            try
            {
                using var writer = parsed.GetValue(output) is { } path ? new StreamWriter(path, append: false, new UTF8Encoding(false)) : null;
                var to = writer ?? Console.Out;
                var view = new RecordView(to, isTerminal: writer is null && !Console.IsOutputRedirected);
                var shape = parsed.GetValue(format);
                var (read, failed) = ReportPipeline.Run(source.Open(parsed), reader, Math.Max(1, parsed.GetValue(threads)), (_, record) =>
                {
                    if (shape == "text") view.Write(record);
                    else to.Write(RecordJson.Write(record, indented: shape == "json") + "\n");
                });
                return ReportPipeline.ExitCode(read, failed);
            }
            catch (IOException e)
            {
                Console.Error.WriteLine($"error: the output cannot be written: {e.Message}");
                return ExitCodes.SomeFailed;
            }
        });
        return command;
    }
}
