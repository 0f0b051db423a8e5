using System.CommandLine;
using Ascribe.Records;

namespace Ascribe.Cli.Commands;

/// <summary>The options that say which models and gazetteer read; shared by the commands that read.</summary>
internal sealed class ReaderOptions
{
    public Option<string?> Models { get; } = new("--models") { Description = "A folder of models in place of the built-in ones.", HelpName = "FOLDER" };

    public Option<string?> Gazetteer { get; } = new("--gazetteer") { Description = "An imported gazetteer in place of the one in the user's data folder.", HelpName = "FILE" };

    public Option<bool> NoUserGazetteer { get; } = new("--no-user-gazetteer") { Description = "The built-in gazetteer alone, even where one was imported." };

    public void AddTo(Command command)
    {
        command.Options.Add(Models);
        command.Options.Add(Gazetteer);
        command.Options.Add(NoUserGazetteer);
        command.Validators.Add(result =>
        {
            if (result.GetValue(Gazetteer) is not null && result.GetValue(NoUserGazetteer)) result.AddError("--gazetteer and --no-user-gazetteer exclude each other.");
        });
    }

    /// <summary>Runs an action with the reader; one that cannot be loaded is one sentence and its own exit code.</summary>
    public int Use(ParseResult parsed, Func<RecordReader, int> action)
    {
        RecordReader reader;
        try
        {
            reader = Load(parsed);
        }
        catch (InvalidDataException e)
        {
            Console.Error.WriteLine("error: " + e.Message);
            return ExitCodes.NothingRead;
        }

        return action(reader);
    }

    /// <exception cref="InvalidDataException">A model or the gazetteer cannot be used; the message says which.</exception>
    public RecordReader Load(ParseResult parsed) => RecordReader.Load(parsed.GetValue(Models), GazetteerOf(parsed));

    public string? GazetteerOf(ParseResult parsed)
    {
        if (parsed.GetValue(NoUserGazetteer)) return null;
        return parsed.GetValue(Gazetteer) ?? (UserGazetteer.Path is { } path && File.Exists(path) ? path : null);
    }
}
