using System.Text;

namespace Ascribe.Language;

/// <summary>
/// The lexicons that analysis itself needs: tab-separated lines below a header line, '#' comments, embedded as
/// "lexicons/LANGUAGE/NAME.tsv". A language without the file has an empty list.
/// </summary>
internal static class WordList
{
    /// <summary>The cells of every line below the header; missing cells are empty.</summary>
    /// <exception cref="InvalidDataException">A line has more or fewer cells than the list has columns; the message names it.</exception>
    public static IEnumerable<string[]> Read(string language, string name, int columns)
    {
        var path = $"lexicons/{language}/{name}.tsv";
        using var stream = typeof(WordList).Assembly.GetManifestResourceStream(path);
        if (stream is null) yield break;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var header = true;
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var cells = line.Split('\t');
            if (cells.Length != columns) throw new InvalidDataException($"{path}, line {number}: {cells.Length} cells, {columns} expected.");
            if (!header) yield return cells;
            header = false;
        }
    }
}
