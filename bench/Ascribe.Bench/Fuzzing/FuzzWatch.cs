using System.Globalization;

namespace Ascribe.Bench.Fuzzing;

/// <summary>
/// Knows which input is under way, so that one that never ends, or takes the process with it, can be repeated: the first is told and ends the process, the second
/// is told by the next run, for the number of each input is kept in a file while it is taken.
/// </summary>
internal sealed class FuzzWatch : IDisposable
{
    /// <summary>After so long an input counts as one that never ends.</summary>
    private const int Hung = 60_000;

    private const string Pattern = "ascribe-fuzz-*.last";

    private readonly long _seed;
    private readonly string _path;
    private readonly FileStream _file;
    private readonly Timer _timer;
    private string _name = "";
    private long _number;
    private long _begun;

    public FuzzWatch(long seed)
    {
        _seed = seed;
        TellLast();
        _path = Path.Combine(Path.GetTempPath(), $"ascribe-fuzz-{Environment.ProcessId}.last");
        _file = new FileStream(_path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        _timer = new Timer(_ => Look(), null, 1000, 1000);
    }

    public void Begin(string name, long number)
    {
        (_name, _number) = (name, number);
        RandomAccess.Write(_file.SafeFileHandle, System.Text.Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Repeat(name, number)}\n")), 0);
        Volatile.Write(ref _begun, Environment.TickCount64);
    }

    public void End() => Volatile.Write(ref _begun, 0);

    public void Dispose()
    {
        _timer.Dispose();
        _file.Dispose();
        File.Delete(_path);
    }

    public string Repeat(string name, long number) => string.Create(CultureInfo.InvariantCulture, $"--only {name} --input {number} --seed {_seed}");

    private void Look()
    {
        var begun = Volatile.Read(ref _begun);
        if (begun == 0 || Environment.TickCount64 - begun < Hung) return;
        Console.Error.WriteLine($"{_name}: an input does not end. To repeat it: {Repeat(_name, _number)}");
        Environment.Exit(1);
    }

    private static void TellLast()
    {
        foreach (var path in Directory.GetFiles(Path.GetTempPath(), Pattern))
        {
            if (int.TryParse(Path.GetFileNameWithoutExtension(path).Split('-')[^1], CultureInfo.InvariantCulture, out var id) && Directory.Exists($"/proc/{id}")) continue;
            Console.Error.WriteLine($"A run before ended within an input. To repeat it: {File.ReadLines(path).FirstOrDefault()}");
            File.Delete(path);
        }
    }
}
