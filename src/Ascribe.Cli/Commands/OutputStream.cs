using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Ascribe.Cli.Commands;

/// <summary>Where data goes: a file or the standard output. What is written is passed on at once.</summary>
internal static class OutputStream
{
    /// <summary>EPIPE of Linux and macOS: whoever read the output has gone, as "head" does when it has enough.</summary>
    private const int BrokenPipe = 32;

    /// <summary>Runs an action that writes; an output that cannot be written is one sentence and its own exit code.</summary>
    /// <param name="path">A file, or null: the standard output.</param>
    /// <param name="mayEnd">True where the work is done when whoever reads the output has enough.</param>
    public static int Use(string? path, Func<TextWriter, int> action, bool mayEnd = true)
    {
        try
        {
            using var writer = Open(path);
            return action(writer);
        }
        catch (IOException e) when (mayEnd && path is null && e.HResult == BrokenPipe)
        {
            return ExitCodes.Done;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"error: {path ?? "the standard output"} cannot be written ({e.Message.TrimEnd('.')}).");
            return ExitCodes.Output;
        }
    }

    private static StreamWriter Open(string? path)
    {
        var stream = path is not null ? new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0) : StandardOutput();
        return new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 1 << 16) { AutoFlush = true };
    }

    private static Stream StandardOutput()
    {
        if (OperatingSystem.IsWindows() || !Console.IsOutputRedirected) return Console.OpenStandardOutput();
        // The console's stream would hide a broken pipe. A file, though, may be shared with other programs ("{ ascribe …; ascribe …; } > file"):
        // a FileStream would leave the shared position where it was.
        var stream = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return stream.CanSeek ? Console.OpenStandardOutput() : stream;
    }
}
