using System.Diagnostics;
using System.Globalization;

namespace Ascribe.Cli.Commands;

/// <summary>A line on the error stream that tells how far a batch is; nothing when that stream is no terminal or the batch is short.</summary>
internal sealed class ProgressLine
{
    private readonly bool _active = !Console.IsErrorRedirected;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private long _shown;
    private bool _visible;

    private ProgressLine()
    {
    }

    public static ProgressLine Start() => new();

    public void Show(int read, int failed)
    {
        if (!_active || _clock.ElapsedMilliseconds - _shown < 200) return;
        _shown = _clock.ElapsedMilliseconds;
        var rate = read / Math.Max(0.001, _clock.Elapsed.TotalSeconds);
        Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{read} read, {failed} failed, {rate:F0} reports/s "));
        _visible = true;
    }

    public void Hide()
    {
        if (!_visible) return;
        Console.Error.Write("\r\u001b[K");
        _visible = false;
    }

    public void End() => Hide();
}
