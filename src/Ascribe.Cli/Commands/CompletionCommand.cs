using System.CommandLine;

namespace Ascribe.Cli.Commands;

/// <summary><c>ascribe completion SHELL</c>: a script that completes commands and options in a shell.</summary>
internal static class CompletionCommand
{
    public static Command Create()
    {
        var shell = new Argument<string>("shell") { Description = "bash, zsh or fish." };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish");
        var command = new Command("completion", "Prints a script for the shell: source <(ascribe completion bash)") { shell };
        command.SetAction(parsed =>
        {
            Console.Out.Write(parsed.GetRequiredValue(shell) switch
            {
                "zsh" => "_ascribe() { compadd -- $(ascribe \"[suggest:$((CURSOR))]\" \"$BUFFER\" 2>/dev/null); }\ncompdef _ascribe ascribe\n",
                "fish" => "complete -c ascribe -a '(ascribe \"[suggest]\" (commandline -cp) 2>/dev/null)'\n",
                _ => "_ascribe() { COMPREPLY=($(compgen -W \"$(ascribe \"[suggest:${COMP_POINT}]\" \"${COMP_LINE}\" 2>/dev/null)\" -- \"${COMP_WORDS[COMP_CWORD]}\")); }\ncomplete -o default -F _ascribe ascribe\n",
            });
            return ExitCodes.Done;
        });
        return command;
    }
}
