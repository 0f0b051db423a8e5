using System.CommandLine;

namespace Ascribe.Cli.Commands;

/// <summary>The option that says in which form data is printed.</summary>
internal static class FormatOption
{
    public static Option<string> Create(string standard, string description, params string[] formats)
    {
        var option = new Option<string>("--format", "-f") { Description = description, DefaultValueFactory = _ => standard };
        option.AcceptOnlyFromAmong(formats);
        return option;
    }
}
