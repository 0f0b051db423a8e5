using System.CommandLine;
using System.Globalization;
using Ascribe.Places;
using Ascribe.Places.Import;

namespace Ascribe.Cli.Commands;

/// <summary><c>ascribe gazetteer</c>: imports a dump of GeoNames, and tells which gazetteers are in use.</summary>
internal static class GazetteerCommand
{
    public static Command Create() => new("gazetteer", "The places that are known: import a dump of GeoNames, show what is in use.") { Import(), Info(), Check() };

    private static Command Import()
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Dumps of GeoNames (allCountries.txt, XX.txt, as text, .gz or .zip), or - for text on the standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        var countries = new Option<string[]>("--countries") { Description = "Countries to keep (IQ,SY); all where this is not given.", HelpName = "CODES", AllowMultipleArgumentsPerToken = false };
        var classes = new Option<string>("--classes")
        {
            Description = "Feature classes of GeoNames to keep, of A,H,L,P,R,S,T,U,V; all where this is not given. Divisions (ADM1, ADM2) are always kept.",
            HelpName = "LETTERS",
            DefaultValueFactory = _ => FeatureClasses.Letters,
        };
        var to = FileOption("--to", "The gazetteer's file in place of the one in the user's data folder.");
        countries.Validators.Add(result =>
        {
            foreach (var code in Codes(result.GetValueOrDefault<string[]>()))
            {
                if (code.Length != 2 || !code.All(char.IsAsciiLetterUpper)) result.AddError($"'{code}' is no country: ISO codes of two letters are expected (IQ,SY).");
            }
        });
        classes.Validators.Add(result =>
        {
            var letters = Letters(result.GetValueOrDefault<string>());
            if (letters.Length == 0 || letters.Any(c => !FeatureClasses.Letters.Contains(c))) result.AddError($"'{result.GetValueOrDefault<string>()}' are no feature classes: letters of {FeatureClasses.Letters} are expected (A,P,S).");
        });
        var command = new Command("import", "Imports dumps of GeoNames into a gazetteer that 'ascribe read' uses beside the built-in one. Interrupted or failed, it leaves the old one in use.") { files, countries, classes, to };
        command.SetAction(parsed => PathOf(parsed.GetValue(to)) is { } path
            ? Run(parsed.GetRequiredValue(files), Codes(parsed.GetValue(countries)), Letters(parsed.GetValue(classes)), path)
            : ExitCodes.Output);
        return command;
    }

    private static Command Info()
    {
        var file = FileOption("--gazetteer", "An imported gazetteer in place of the one in the user's data folder.");
        var command = new Command("info", "Shows which gazetteers are in use.") { file };
        command.SetAction(parsed =>
        {
            var builtIn = Gazetteer.Load();
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"built-in   {builtIn.Count} places under {builtIn.KeyCount} names. {GazetteerSource.Licence}"));
            if (parsed.GetValue(file) is null && !File.Exists(UserGazetteer.Path))
            {
                Console.Out.WriteLine("imported   none; 'ascribe gazetteer import' makes one.");
                return ExitCodes.Done;
            }

            return Use(parsed.GetValue(file), imported =>
            {
                var source = imported.Source;
                Console.Out.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"""
                    imported   {imported.Count} places, version {imported.Version}, {imported.Size / 1e6:F1} MB. {GazetteerSource.Licence}
                      file       {parsed.GetValue(file) ?? UserGazetteer.Path}
                      made from  {string.Join(", ", source.Files)}: {source.Rows} rows, {source.Refused} of them refused, the newest of {source.Newest ?? "no known day"}
                      countries  {(source.Countries.Count > 0 ? string.Join(' ', source.Countries) : "all")}
                      classes    {string.Join(' ', source.Classes.AsEnumerable())}
                    """));
            });
        });
        return command;
    }

    private static Command Check()
    {
        var file = FileOption("--gazetteer", "An imported gazetteer in place of the one in the user's data folder.");
        var command = new Command("check", "Checks an imported gazetteer for damage.") { file };
        command.SetAction(parsed => Use(parsed.GetValue(file), imported =>
        {
            imported.Verify();
            Console.Out.WriteLine($"{imported.Count} places, no damage found.");
        }));
        return command;
    }

    private static Option<string?> FileOption(string name, string description) => new(name) { Description = description, HelpName = "FILE" };

    private static int Run(string[] files, string[] countries, string classes, string path)
    {
        var progress = new ProgressLine(TotalBytes(files), "rows");
        var import = new GazetteerImport
        {
            Files = files,
            Countries = countries,
            Classes = classes,
            Progress = (rows, refused, bytes) => progress.Show(rows - refused, refused, bytes),
            Fault = fault =>
            {
                progress.Hide();
                Console.Error.WriteLine("error: " + fault);
            },
        };
        try
        {
            var source = import.Run(path);
            progress.Hide();
            using var imported = GazetteerIndex.Open(path);
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{imported.Count} places of {source.Rows} rows in {path}, version {imported.Version}. {GazetteerSource.Licence}"));
            return source.Refused == 0 ? ExitCodes.Done : ExitCodes.SomeFailed;
        }
        catch (InvalidDataException e)
        {
            progress.Hide();
            Console.Error.WriteLine($"error: {e.Message} Nothing was imported.");
            return ExitCodes.NothingRead;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            progress.Hide();
            Console.Error.WriteLine($"error: {path} cannot be written ({e.Message.TrimEnd('.')}). Nothing was imported.");
            return ExitCodes.Output;
        }
    }

    private static int Use(string? file, Action<GazetteerIndex> action)
    {
        try
        {
            if (PathOf(file) is not { } path) return ExitCodes.NothingRead;
            using var imported = GazetteerIndex.Open(path);
            action(imported);
            return ExitCodes.Done;
        }
        catch (InvalidDataException e)
        {
            Console.Error.WriteLine("error: " + e.Message);
            return ExitCodes.NothingRead;
        }
    }

    private static string? PathOf(string? file)
    {
        if ((file ?? UserGazetteer.Path) is { } path) return path;
        Console.Error.WriteLine("error: this user has no data folder (neither XDG_DATA_HOME nor HOME is set); name the gazetteer's file.");
        return null;
    }

    private static long? TotalBytes(string[] files) => files.All(File.Exists) ? files.Sum(f => new FileInfo(f).Length) : null;

    private static string[] Codes(string[]? cells) => [.. (cells ?? []).SelectMany(c => c.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Select(c => c.ToUpperInvariant()).Distinct()];

    private static string Letters(string? cell) => new([.. (cell ?? "").ToUpperInvariant().Where(c => c is not (',' or ' ')).Distinct().Order()]);
}
