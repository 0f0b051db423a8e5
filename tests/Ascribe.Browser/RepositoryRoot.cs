namespace Ascribe.Browser;

/// <summary>The folder of the repository, found upwards from the test's own.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Ascribe.slnx"))) return folder.FullName;
        }

        throw new DirectoryNotFoundException("Ascribe.slnx is not above the tests.");
    }
}
