using System.CommandLine;

namespace Ascribe.Lab;

/// <summary><c>lab build-gazetteer</c>: the embedded gazetteer from the extracts of GeoNames.</summary>
internal static class BuildGazetteerCommand
{
    public static Command Create()
    {
        var data = new Option<string>("--data") { Description = "The folder of the extracts.", Required = true };
        var output = new Option<string>("--out") { Description = "The file to write.", DefaultValueFactory = _ => "models/gazetteer.bin" };
        var command = new Command("build-gazetteer", "Makes the embedded gazetteer from extracts of GeoNames (CC BY 4.0).") { data, output };
        command.SetAction(parsed =>
        {
            var builder = new GazetteerBuilder(parsed.GetRequiredValue(data));
            builder.Write(parsed.GetRequiredValue(output));
            Console.Error.WriteLine(builder.Summary);
            return 0;
        });
        return command;
    }
}
