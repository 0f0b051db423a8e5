using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Ascribe.Bench.Fuzzing;

/// <summary>What a parser did with an input and must not do.</summary>
/// <param name="Key">Equal for faults that are likely one and the same.</param>
/// <param name="Told">For people.</param>
internal sealed record Fault(string Key, string Told)
{
    private const int ShownBytes = 400, ShownFrames = 6;

    /// <summary>An exception that is not the parser's documented answer.</summary>
    public static Fault Of(Exception thrown)
    {
        var frames = new StackTrace(thrown).GetFrames().Select(f => f.GetMethod()).Where(m => m?.DeclaringType is not null).Select(m => $"{m!.DeclaringType!.Name}.{m.Name}").ToList();
        return new Fault($"{thrown.GetType().Name} {frames.FirstOrDefault()}", $"{thrown.GetType().Name}: {thrown.Message}{(thrown.InnerException is { } inner ? $" ({inner.GetType().Name}: {inner.Message})" : "")}{string.Concat(frames.Take(ShownFrames).Select(f => "\n      in " + f))}");
    }

    public static Fault Slow(TimeSpan took) => new("slow", string.Create(CultureInfo.InvariantCulture, $"it took {took.TotalSeconds:0.0} s."));

    public static Fault Greedy(long bytes) => new("greedy", string.Create(CultureInfo.InvariantCulture, $"it allocated {bytes / 1e6:0} MB."));

    /// <summary>An input as a report shows it: as text where it is one, and always as something that can be pasted.</summary>
    public static string Shown(byte[] input)
    {
        var text = new StringBuilder();
        foreach (var b in input.AsSpan(0, Math.Min(ShownBytes, input.Length))) text.Append(b is >= 0x20 and < 0x7F and not (byte)'\\' ? ((char)b).ToString() : $"\\x{b:X2}");
        return $"{input.Length} bytes: {text}{(input.Length > ShownBytes ? "…" : "")}";
    }
}

/// <summary>A parser breaks its word: what it accepted does not come back, or comes back as something that cannot be.</summary>
internal sealed class BrokenPromiseException(string message) : Exception(message);
