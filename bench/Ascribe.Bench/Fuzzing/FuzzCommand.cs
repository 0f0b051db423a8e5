using System.CommandLine;
using System.Diagnostics;
using System.Globalization;

namespace Ascribe.Bench.Fuzzing;

/// <summary><c>fuzz</c>: every parser that meets foreign bytes, under inputs made by chance.</summary>
internal static class FuzzCommand
{
    private static readonly TimeSpan s_slice = TimeSpan.FromMilliseconds(200);

    /// <returns>0: no fault; 1: faults; 2: wrong options.</returns>
    public static int Run(string[] options)
    {
        using var workplace = new Workplace();
        var targets = new FuzzTargets(workplace);
        string[] names = [.. targets.Names];
        var inputs = new Option<long>("--inputs") { Description = "So many for each parser.", DefaultValueFactory = _ => 10_000_000 };
        var seconds = new Option<double>("--seconds") { Description = "No longer than this for all; the parsers share it evenly.", DefaultValueFactory = _ => double.PositiveInfinity };
        var seed = new Option<long>("--seed") { Description = "Other inputs for another number.", DefaultValueFactory = _ => 1 };
        var only = new Option<string[]>("--only") { Description = "These parsers alone.", AllowMultipleArgumentsPerToken = true };
        only.AcceptOnlyFromAmong(names);
        var input = new Option<long?>("--input") { Description = "One input alone, by the number that a fault was told with." };
        var command = new RootCommand("Hands each parser that meets foreign bytes inputs made by chance. Exit code 1: one of them threw what it does not document, was slow or greedy, or does not give back what it took.") { inputs, seconds, seed, only, input };
        command.SetAction(parsed =>
        {
            using var watch = new FuzzWatch(parsed.GetValue(seed));
            var asked = parsed.GetValue(only) is { Length: > 0 } given ? given : names;
            FuzzRun[] runs = [.. targets.All.Where(t => asked.Contains(t.Name)).Select(t => new FuzzRun(t, parsed.GetValue(seed), watch))];
            if (parsed.GetValue(input) is { } one) Array.ForEach(runs, run => run.Repeat(one));
            else Go(runs, parsed.GetValue(inputs), parsed.GetValue(seconds));
            return Tell(runs, watch);
        });
        return command.Parse(options).Invoke();
    }

    /// <summary>In turns of equal time, so that a slow parser gets its part.</summary>
    private static void Go(FuzzRun[] runs, long inputs, double seconds)
    {
        var (begun, told) = (Stopwatch.GetTimestamp(), 0);
        while (runs.Any(r => r.Inputs < inputs))
        {
            foreach (var run in runs)
            {
                if (Stopwatch.GetElapsedTime(begun).TotalSeconds >= seconds) return;
                run.Go(inputs, s_slice);
            }

            if ((int)Stopwatch.GetElapsedTime(begun).TotalMinutes is var minutes && minutes == told) continue;
            told = minutes;
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{minutes} min: {runs.Sum(r => r.Inputs):N0} inputs, {runs.Sum(r => r.Faults)} faults"));
        }
    }

    private static int Tell(FuzzRun[] runs, FuzzWatch watch)
    {
        foreach (var run in runs)
        {
            foreach (var (number, bytes, fault) in run.Kinds)
            {
                Console.WriteLine($"{run.Name}: {fault.Told}");
                Console.WriteLine($"   shown by {Fault.Shown(bytes)}");
                Console.WriteLine($"   to repeat it: {watch.Repeat(run.Name, number)}");
            }
        }

        Row("parser", "inputs", "accepted", "refused", "faults", "inputs/s");
        foreach (var run in runs) Row(run.Name, Number(run.Inputs), Number(run.Accepted), Number(run.Refused), Number(run.Faults), Number(run.Spent > TimeSpan.Zero ? run.Inputs / run.Spent.TotalSeconds : 0));
        Row("all", Number(runs.Sum(r => r.Inputs)), Number(runs.Sum(r => r.Accepted)), Number(runs.Sum(r => r.Refused)), Number(runs.Sum(r => r.Faults)), "");
        return runs.Any(r => r.Faults > 0) ? 1 : 0;
    }

    private static void Row(string name, params string[] cells) => Console.WriteLine(name.PadRight(18) + string.Concat(cells.Select(c => c.PadLeft(14))));

    private static string Number(double number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
