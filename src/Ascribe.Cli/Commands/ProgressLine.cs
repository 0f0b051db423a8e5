using System.Diagnostics;
using System.Globalization;

namespace Ascribe.Cli.Commands;

/// <summary>A line on the error stream that tells how far a batch is; nothing when that stream is no terminal or the batch is short.</summary>
internal sealed class ProgressLine
{
    private const int BarWidth = 24;
    private static readonly TimeSpan s_short = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_between = TimeSpan.FromMilliseconds(200);

    private readonly bool _active = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb";
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly long? _total;
    private TimeSpan _shown = s_short - s_between;
    private bool _visible;

    private readonly string _unit;

    /// <param name="totalBytes">The bytes of all inputs, or null where that is not known.</param>
    /// <param name="unit">What is read.</param>
    public ProgressLine(long? totalBytes, string unit = "reports")
    {
        _total = totalBytes;
        _unit = unit;
    }

    /// <param name="bytes">How many bytes of input have been dealt with.</param>
    public void Show(long read, long failed, long bytes)
    {
        if (!_active || _clock.Elapsed - _shown < s_between) return;
        _shown = _clock.Elapsed;
        Console.Error.Write("\r" + Text(read, failed, bytes, _total, _clock.Elapsed, _unit) + "\u001b[K");
        _visible = true;
    }

    /// <summary>Makes room for other lines.</summary>
    public void Hide()
    {
        if (!_visible) return;
        Console.Error.Write("\r\u001b[K");
        _visible = false;
    }

    /// <summary>"[######------] 50 %  120 read, 1 failed, 100 reports/s, 0:12 left"; without bar and time where the total is not known.</summary>
    internal static string Text(long read, long failed, long bytes, long? total, TimeSpan elapsed, string unit = "reports")
    {
        var rate = (read + failed) / Math.Max(0.001, elapsed.TotalSeconds);
        var counts = string.Create(CultureInfo.InvariantCulture, $"{read} read, {(failed > 0 ? $"{failed} failed, " : "")}{rate:F0} {unit}/s");
        if (total is not > 0 || bytes <= 0) return counts;
        var share = Math.Min(1, (double)bytes / total.Value);
        var done = (int)(share * BarWidth);
        var left = elapsed * ((1 - share) / share);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"[{new string('#', done)}{new string('-', BarWidth - done)}] {(int)(share * 100)} %  {counts}, {(int)left.TotalHours}:{left.Minutes:00}:{left.Seconds:00} left");
    }
}
