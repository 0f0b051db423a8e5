using System.CommandLine;
using Ascribe.Cli.Views;
using Ascribe.Records;

namespace Ascribe.Cli.Commands;

/// <summary><c>ascribe read</c>: reports to records on the standard output.</summary>
internal static class ReadCommand
{
    public static Command Create()
    {
        var source = new SourceOptions();
        var format = FormatOption.Create("text", "text for people, json (indented), jsonl (one record a line).", "text", "json", "jsonl");
        var output = new Option<string?>("--output", "-o") { Description = "A file in place of the standard output.", HelpName = "FILE" };
        var readerOptions = new ReaderOptions();
        var command = new Command("read", "Reads reports and prints their records.");
        source.AddTo(command);
        command.Options.Add(format);
        command.Options.Add(output);
        readerOptions.AddTo(command);
        command.SetAction(parsed => readerOptions.Use(parsed, reader =>
        {
            var path = parsed.GetValue(output);
            var shape = parsed.GetValue(format);
            return OutputStream.Use(path, writer =>
            {
                var view = new RecordView(writer, isTerminal: path is null && !Console.IsOutputRedirected);
                return source.Pipeline(parsed, reader).Run(source.Open(parsed), (_, record) =>
                {
                    if (shape == "text") view.Write(record!);
                    else writer.Write(RecordJson.Write(record!, indented: shape == "json") + "\n");
                });
            });
        }));
        return command;
    }
}
