using System.Text.Json;
using Microsoft.Playwright;

namespace Ascribe.Browser;

/// <summary>A page of the desk. When it is left, nothing may have gone wrong in it: no error of a script, nothing that the content security policy refused, no page of another site.</summary>
internal sealed class DeskPage : IAsyncDisposable
{
    private readonly List<string> _faults = [];

    private DeskPage(IPage page)
    {
        It = page;
        page.PageError += (_, error) => _faults.Add(error);
        page.Console += (_, message) =>
        {
            // An answer that is no success is part of some tests; what the page makes of it is seen there.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)) _faults.Add(message.Text);
        };
        page.Dialog += (_, dialog) =>
        {
            _faults.Add($"a dialog: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("http://127.0.0.1:", StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal)) _faults.Add($"asks {request.Url}");
        };
    }

    public IPage It { get; }

    public static async Task<DeskPage> Of(IBrowserContext context) => new(await context.NewPageAsync());

    public async Task Go(string path)
    {
        await It.GotoAsync(path);
        await It.Locator("main").WaitForAsync();
        await Settle();
    }

    /// <summary>Waits until nothing is being waited for.</summary>
    public async Task Settle()
    {
        await It.WaitForFunctionAsync("() => !document.querySelector('.waiting')");
        await It.EvaluateAsync("() => new Promise(r => requestAnimationFrame(() => requestAnimationFrame(r)))");
    }

    public async Task Press(params string[] keys)
    {
        foreach (var key in keys) await It.Keyboard.PressAsync(key);
    }

    /// <summary>What axe finds wrong, a line each.</summary>
    public async Task<IReadOnlyList<string>> Violations()
    {
        await It.EvaluateAsync(await Axe.Script());
        var found = await It.EvaluateAsync<JsonElement>("async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.map(v => `${v.id}: ${v.help} (${v.nodes.slice(0, 4).map(n => n.target.join(' ') + (n.any[0]?.message ? ' — ' + n.any[0].message : '')).join('; ')})`)");
        return [.. found.EnumerateArray().Select(v => v.GetString()!)];
    }

    /// <summary>By how many pixels the page is wider than its window.</summary>
    public Task<int> Overflow() => It.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");

    /// <summary>Kept in TestResults/screenshots beside the project's output, for people to look at.</summary>
    public Task Keep(string name) => It.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Screenshots.Folder, name + ".png"), FullPage = true });

    public async ValueTask DisposeAsync()
    {
        await It.Context.CloseAsync();
        Assert.Empty(_faults);
    }
}
