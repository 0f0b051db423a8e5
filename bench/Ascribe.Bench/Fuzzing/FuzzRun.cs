using System.Diagnostics;

namespace Ascribe.Bench.Fuzzing;

/// <summary>One target with what its inputs have come to.</summary>
internal sealed class FuzzRun(FuzzTarget target, long seed, FuzzWatch watch)
{
    /// <summary>No input may take longer, in time of the processor: other programs may have it meanwhile.</summary>
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(2);

    /// <summary>No input of a few kilobytes may allocate more, in bytes; a longer one so much more for each of its bytes.</summary>
    private const long MostAllocated = 100_000_000, MoreForEach = 2000;

    private readonly Dictionary<string, (long Input, byte[] Bytes, Fault Fault)> _faults = new(StringComparer.Ordinal);
    private Mutator? _mutator;

    public string Name => target.Name;

    public long Inputs { get; private set; }

    public long Accepted { get; private set; }

    public long Refused { get; private set; }

    public long Faults { get; private set; }

    /// <summary>Time of the processor.</summary>
    public TimeSpan Spent { get; private set; }

    /// <summary>One of each kind, shrunk.</summary>
    public IEnumerable<(long Input, byte[] Bytes, Fault Fault)> Kinds => _faults.Values;

    /// <summary>Goes on for a while.</summary>
    /// <param name="until">So many inputs in all.</param>
    public void Go(long until, TimeSpan slice)
    {
        _mutator ??= Begin();
        var (begun, worked) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        while (Inputs < until && Stopwatch.GetElapsedTime(begun) < slice) One(Inputs);
        Spent += Environment.CpuUsage.TotalTime - worked;
    }

    /// <summary>One input alone, as it was in a run.</summary>
    public void Repeat(long input)
    {
        _mutator ??= Begin();
        One(input);
    }

    private Mutator Begin()
    {
        byte[][] seeds = [.. target.Seeds()];
        // A target that takes none of its seeds tries nothing but the first test of its parser.
        var any = false;
        Fault? fault = null;
        foreach (var bytes in seeds)
        {
            var found = Try(bytes, out var accepted);
            fault ??= found;
            any |= accepted;
        }

        if (!any) throw new InvalidOperationException($"The target '{Name}' refuses its own seeds. {fault?.Told}");
        return new Mutator(seeds, target.Words, target.Longest);
    }

    private void One(long number)
    {
        var bytes = _mutator!.Input(InputRandom.Of(seed, Name, number));
        watch.Begin(Name, number);
        var fault = Try(bytes, out var accepted);
        watch.End();
        Inputs++;
        if (fault is null)
        {
            if (accepted) Accepted++;
            else Refused++;
            return;
        }

        Faults++;
        if (_faults.ContainsKey(fault.Key)) return;
        var shrunk = fault.Key is "slow" ? bytes : Shrinker.Shrink(bytes, smaller => Try(smaller, out _)?.Key == fault.Key);
        _faults[fault.Key] = (number, shrunk, Try(shrunk, out _) ?? fault);
    }

    private Fault? Try(byte[] bytes, out bool accepted)
    {
        accepted = false;
        var (before, begun) = (GC.GetAllocatedBytesForCurrentThread(), Environment.CpuUsage.TotalTime);
        try
        {
            accepted = target.Take(bytes);
        }
        catch (Exception e) when (target.Refusals.Any(r => r.IsInstanceOfType(e)))
        {
            // Its answer to bad input.
        }
        catch (Exception e)
        {
            return Fault.Of(e);
        }

        if (Environment.CpuUsage.TotalTime - begun is var took && took > s_longest) return Fault.Slow(took);
        return GC.GetAllocatedBytesForCurrentThread() - before is var allocated && allocated > MostAllocated + MoreForEach * bytes.Length ? Fault.Greedy(allocated) : null;
    }
}
