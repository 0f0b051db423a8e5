namespace Ascribe.Browser;

/// <summary>The browser of the machine; Playwright's own is not downloaded.</summary>
internal static class Chromium
{
    public const string Missing = "There is no Chromium on this machine (apt-get install chromium; or ASCRIBE_CHROMIUM names it).";

    private static readonly string[] s_usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    /// <summary>Nothing is fetched in the background, so that tests see only what the desk does.</summary>
    public static readonly string[] Arguments = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    /// <summary>Its path, or null.</summary>
    public static string? Path { get; } = s_usual.Prepend(Environment.GetEnvironmentVariable("ASCRIBE_CHROMIUM") ?? "").FirstOrDefault(File.Exists);
}
