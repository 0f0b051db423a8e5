using System.CommandLine;
using Ascribe.Cli.Views;

namespace Ascribe.Cli.Commands;

/// <summary><c>ascribe explain</c>: the layers of a reading.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        var source = new SourceOptions();
        var readerOptions = new ReaderOptions();
        var tokens = new Option<bool>("--tokens") { Description = "Every token with tag, lemma, head and relation, too." };
        var command = new Command("explain", "Shows the layers behind a record: mentions, events, attributions, and the tokens if asked.");
        source.AddTo(command);
        readerOptions.AddTo(command);
        command.Options.Add(tokens);
        command.SetAction(parsed => readerOptions.Use(parsed, reader => OutputStream.Use(null, writer => source.Pipeline(parsed, reader).Run(
            source.Open(parsed),
            (outcome, _) => ReadingView.Write(writer, reader.ReadLayers(outcome.Report!), parsed.GetValue(tokens))))));
        return command;
    }
}
