using System.Diagnostics;
using System.Text;

namespace Ascribe.Tests.Cli;

/// <summary>The command as its users run it: a process of its own, with arguments, streams and an exit code.</summary>
internal sealed class AscribeProcess : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();

    private AscribeProcess(ProcessStartInfo start)
    {
        // A gazetteer that the user who runs the tests once imported must not change what they see.
        start.Environment["XDG_DATA_HOME"] = Path.Combine(AppContext.BaseDirectory, "no-user-data");
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Keep(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(_errors, line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>What has come on the standard output so far, in whole lines.</summary>
    public string Output => Kept(_output);

    public string Errors => Kept(_errors);

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    public static AscribeProcess Start(params string[] arguments)
    {
        var (file, first) = Command;
        var start = new ProcessStartInfo(file) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8 };
        foreach (var argument in (string[])[.. first, .. arguments]) start.ArgumentList.Add(argument);
        return new AscribeProcess(start);
    }

    /// <summary>Runs the command to its end.</summary>
    /// <param name="input">What stands on its standard input.</param>
    public static (int ExitCode, string Output, string Errors) Run(string[] arguments, string input = "")
    {
        using var process = Start(arguments);
        process._process.StandardInput.Write(input);
        process._process.StandardInput.Close();
        process.Wait();
        return (process.ExitCode, process.Output, process.Errors);
    }

    /// <summary>Runs a line of bash in which <c>"$@"</c> is the command; for redirections and limits.</summary>
    public static (int ExitCode, string Output, string Errors) RunInShell(string script, string[] arguments)
    {
        var (file, first) = Command;
        var start = new ProcessStartInfo("/bin/bash") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8 };
        foreach (var argument in (string[])["-c", script, "bash", file, .. first, .. arguments]) start.ArgumentList.Add(argument);
        using var process = new AscribeProcess(start);
        process._process.StandardInput.Close();
        process.Wait();
        return (process.ExitCode, process.Output, process.Errors);
    }

    /// <summary>Writes to its standard input, which stays open.</summary>
    public void Write(string input) => _process.StandardInput.Write(input);

    /// <summary>SIGKILL: the process gets no chance to tidy up.</summary>
    public void Kill()
    {
        _process.Kill();
        Wait();
    }

    public void Wait() => _process.WaitForExit();

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    /// <summary>The command that the build put beside the tests.</summary>
    private static (string File, string[] First) Command => (Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet", [Path.Combine(AppContext.BaseDirectory, "ascribe.dll")]);

    private static void Keep(StringBuilder to, string? line)
    {
        if (line is null) return;
        lock (to) to.Append(line).Append('\n');
    }

    private static string Kept(StringBuilder from)
    {
        lock (from) return from.ToString();
    }
}
