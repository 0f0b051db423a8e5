using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Ascribe.Browser.ChromiumFixture))]

namespace Ascribe.Browser;

/// <summary>One browser for all tests: the one of the machine, for Playwright's own is not downloaded. Without one nothing is started, and each test is skipped.</summary>
public sealed class ChromiumFixture : IAsyncLifetime
{
    private static readonly string[] s_usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    /// <summary>Nothing is fetched in the background, so that tests see only what the desk does; drawings are made by the processor.</summary>
    private static readonly string[] s_arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Whether there is a browser on this machine.</summary>
    internal static string? Path { get; } = s_usual.Prepend(Environment.GetEnvironmentVariable("ASCRIBE_CHROMIUM") ?? "").FirstOrDefault(File.Exists);

    public async ValueTask InitializeAsync()
    {
        if (Path is null) return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Path, Args = s_arguments });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>What one person sees of a desk: cookies and settings of its own.</summary>
    internal async Task<IBrowserContext> ContextFor(string address)
    {
        Assert.SkipWhen(_browser is null, "There is no Chromium on this machine (apt-get install chromium; or ASCRIBE_CHROMIUM names it).");
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = address, ReducedMotion = ReducedMotion.Reduce });
        // A page that loads slowly on a busy machine is no fault.
        context.SetDefaultTimeout(60_000);
        return context;
    }
}
