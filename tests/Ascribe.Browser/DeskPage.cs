using System.Diagnostics;
using System.Text.Json;
using Microsoft.Playwright;

namespace Ascribe.Browser;

/// <summary>A page of the desk. When it is left, nothing may have gone wrong in it: no error of a script, nothing that the content security policy refused, no page of another site.</summary>
internal sealed class DeskPage : IAsyncDisposable
{
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Keeps, in the page, what it asks and has no answer to. What the page before it asked is forgotten with that page: the browser does not always tell that it was given up.
    /// The stream of news, which never ends, is no such question.
    /// </summary>
    private const string Asked = """
        window.asked = new Map();
        const ask = window.fetch;
        window.fetch = async (...question) => {
            const key = Symbol();
            window.asked.set(key, question[0]);
            try {
                const answer = await ask(...question);
                await answer.clone().arrayBuffer();
                return answer;
            } finally {
                window.asked.delete(key);
            }
        };
        """;

    private readonly List<string> _faults = [];
    private readonly bool _isAlone;

    private DeskPage(IPage page, bool isAlone)
    {
        It = page;
        _isAlone = isAlone;
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

    /// <param name="isAlone">Whether the browser ends with the page.</param>
    public static async Task<DeskPage> Of(IBrowserContext context, bool isAlone = false)
    {
        var page = await context.NewPageAsync();
        await page.AddInitScriptAsync(Asked);
        return new DeskPage(page, isAlone);
    }

    /// <summary>Settings as of somebody who comes for the first time; what a test changes is kept until its page is left.</summary>
    public async Task Prepare(string language, string theme, int width)
    {
        await It.SetViewportSizeAsync(width, 900);
        await It.AddInitScriptAsync($$"""
            if (!sessionStorage.getItem('prepared')) {
                sessionStorage.setItem('prepared', '1');
                localStorage.clear();
                localStorage.setItem('ascribe.language', '"{{language}}"');
                localStorage.setItem('ascribe.theme', '"{{theme}}"');
            }
            """);
    }

    public async Task Go(string path)
    {
        await It.GotoAsync(path);
        await It.Locator("main").WaitForAsync();
        await Settle();
    }

    /// <summary>Waits until nothing is being waited for.</summary>
    public async Task Settle()
    {
        var begun = Stopwatch.StartNew();
        while (true)
        {
            await It.WaitForFunctionAsync("() => !document.querySelector('.waiting')");
            // Two pictures later; a page that is not drawn makes none.
            await It.EvaluateAsync("() => new Promise(r => { requestAnimationFrame(() => requestAnimationFrame(r)); setTimeout(r, 500); })").WaitAsync(s_longest);
            var asked = await It.EvaluateAsync<string[]>("() => [...(window.asked?.values() ?? [])].map(String)");
            if (asked.Length == 0) return;
            Assert.True(begun.Elapsed < s_longest, $"after a minute no answer to {string.Join(", ", asked)}");
        }
    }

    public async Task Press(params string[] keys)
    {
        foreach (var key in keys) await It.Keyboard.PressAsync(key);
    }

    /// <summary>Commits all that is decided; nothing may be refused.</summary>
    /// <param name="why">The reason of the only decision, or null.</param>
    public async Task Commit(string? why = null)
    {
        await Press("c");
        if (why is not null) await It.Locator("dialog .row input").FillAsync(why);
        await It.Locator("dialog .buttons .primary").ClickAsync();
        await It.WaitForFunctionAsync("() => !document.querySelector('dialog') || document.querySelector('dialog .refused, dialog .trouble')");
        Assert.Empty(await It.Locator("dialog .refused, dialog .trouble").AllInnerTextsAsync());
        await Settle();
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

    /// <summary>A picture of the whole page, or of the window where a dialog is open, for people to look at.</summary>
    public async Task Keep(string name)
    {
        // The window grows instead of the picture: what is fixed to its edges would lie across the middle of the page.
        var (width, height) = (It.ViewportSize!.Width, It.ViewportSize.Height);
        var whole = await It.EvaluateAsync<int>("() => document.querySelector('dialog') ? 0 : document.documentElement.scrollHeight");
        if (whole > height) await It.SetViewportSizeAsync(width, whole);
        await It.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Screenshots.Folder, name + ".png") });
        if (whole > height) await It.SetViewportSizeAsync(width, height);
    }

    public async ValueTask DisposeAsync()
    {
        if (_isAlone) await It.Context.CloseAsync();
        else await It.CloseAsync();
        Assert.Empty(_faults);
    }
}
