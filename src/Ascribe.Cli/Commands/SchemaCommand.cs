using System.CommandLine;

namespace Ascribe.Cli.Commands;

/// <summary><c>ascribe schema</c>: the JSON schema of records.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var command = new Command("schema", "Prints the JSON schema (2020-12) of records.");
        command.SetAction(_ => OutputStream.Use(null, writer =>
        {
            using var stream = typeof(SchemaCommand).Assembly.GetManifestResourceStream("ascribe-record-1.schema.json")!;
            using var reader = new StreamReader(stream);
            writer.Write(reader.ReadToEnd());
            return ExitCodes.Done;
        }));
        return command;
    }
}
