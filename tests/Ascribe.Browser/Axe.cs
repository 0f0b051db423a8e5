namespace Ascribe.Browser;

/// <summary>axe-core, as `npm ci` in desk/ has put it there.</summary>
internal static class Axe
{
    public static async Task<string> Script()
    {
        var path = Path.Combine(RepositoryRoot.Path, "desk", "node_modules", "axe-core", "axe.min.js");
        Assert.SkipUnless(File.Exists(path), "axe-core is not there: run `npm ci` in desk/.");
        return await File.ReadAllTextAsync(path);
    }
}
