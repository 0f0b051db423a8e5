namespace Ascribe.Browser;

/// <summary>Where pictures of the pages are kept.</summary>
internal static class Screenshots
{
    public static string Folder { get; } = Directory.CreateDirectory(Path.Combine(RepositoryRoot.Path, "tests", "Ascribe.Browser", "TestResults", "screenshots")).FullName;
}
