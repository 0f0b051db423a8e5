using System.CommandLine;
using System.Globalization;
using Ascribe.Records;
using Ascribe.Reports;
using Ascribe.Sources;

namespace Ascribe.Cli.Commands;

/// <summary>The options that say where reports come from; shared by the commands that read.</summary>
internal sealed class SourceOptions
{
    public Argument<string[]> Paths { get; } = new("PATH")
    {
        Description = "Files (text, Markdown, HTML, JSON, JSON Lines), folders, or - for the standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    public Option<string?> Title { get; } = new("--title") { Description = "The title, where the file has none.", HelpName = "TEXT" };

    public Option<string?> Outlet { get; } = new("--outlet") { Description = "The outlet, where the file names none.", HelpName = "TEXT" };

    public Option<string?> Published { get; } = new("--published") { Description = "The day or time of publication (2023-12-14 or 2023-12-14T12:31), where the file has none.", HelpName = "DAY" };

    public Option<string?> Language { get; } = new("--language") { Description = "ISO 639-1 code, where the file has none (else it is told from the text).", HelpName = "CODE" };

    public Option<int> Threads { get; } = new("--threads") { Description = "Reports read at the same time.", DefaultValueFactory = _ => Environment.ProcessorCount, HelpName = "N" };

    public SourceOptions()
    {
        Published.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && !PublicationTime.TryParse(text, out _))
                result.AddError($"'{text}' is no day or time: 2023-12-14 or 2023-12-14T12:31 is expected.");
        });
        Threads.CustomParser = result =>
        {
            if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var threads) && threads is > 0 and <= 1024) return threads;
            result.AddError($"'{result.Tokens[0].Value}' is no number of threads: a whole number from 1 to 1024 is expected.");
            return 1;
        };
    }

    public void AddTo(Command command)
    {
        command.Arguments.Add(Paths);
        command.Options.Add(Title);
        command.Options.Add(Outlet);
        command.Options.Add(Published);
        command.Options.Add(Language);
        command.Options.Add(Threads);
    }

    /// <param name="passOver">Reports that need not be read, or null: none.</param>
    public ReportPipeline Pipeline(ParseResult parsed, RecordReader reader, Func<Report, bool>? passOver = null) =>
        new(reader, parsed.GetValue(Threads), ReportFiles.TotalBytes(parsed.GetRequiredValue(Paths))) { PassOver = passOver };

    /// <summary>What the paths hold, lazily.</summary>
    public IEnumerable<ReadOutcome> Open(ParseResult parsed) => ReportFiles.Open(parsed.GetRequiredValue(Paths), new ReportDefaults
    {
        Title = parsed.GetValue(Title),
        Outlet = parsed.GetValue(Outlet),
        Published = PublicationTime.TryParse(parsed.GetValue(Published), out var published) ? published : null,
        Language = parsed.GetValue(Language),
        Today = NodaTime.SystemClock.Instance.GetCurrentInstant().InUtc().Date,
    });
}
