namespace Ascribe.Sources;

/// <summary>The files behind a path: itself, or those of a folder and its sub-folders.</summary>
internal static class ReportFolder
{
    /// <summary>
    /// Each file with the path that names it in messages, in the order of the names (by code unit); no file where the path cannot be
    /// opened. In folders only names with a known ending count; hidden ones and links to folders are passed over.
    /// </summary>
    public static IEnumerable<(FileInfo? File, string Path)> Files(string path)
    {
        if (!Directory.Exists(path))
        {
            yield return (File.Exists(path) ? new FileInfo(path) : null, path);
            yield break;
        }

        var folders = new Stack<string>();
        folders.Push(path);
        while (folders.TryPop(out var folder))
        {
            if (Entries(folder) is not { } entries)
            {
                yield return (null, folder);
                continue;
            }

            foreach (var entry in entries)
            {
                if (entry is FileInfo file && ReportFormats.ByName(file.Name) is not null)
                    yield return (File.Exists(file.FullName) ? file : null, Path.Combine(folder, file.Name));
            }

            for (var i = entries.Count - 1; i >= 0; i--)
            {
                if (entries[i] is DirectoryInfo { LinkTarget: null } inner) folders.Push(Path.Combine(folder, inner.Name));
            }
        }
    }

    private static List<FileSystemInfo>? Entries(string folder)
    {
        try
        {
            var entries = new DirectoryInfo(folder).EnumerateFileSystemInfos().Where(e => !e.Name.StartsWith('.')).ToList();
            entries.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
            return entries;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
