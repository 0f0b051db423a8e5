using System.Text;

namespace Ascribe.Lab.Training;

/// <summary>A document of a treebank as it was written: an empty line before each paragraph.</summary>
/// <param name="Starts">Offsets at which a sentence begins.</param>
internal sealed record TreebankText(string Text, IReadOnlySet<int> Starts)
{
    /// <param name="skipDocument">Documents to leave out, by their "newdoc id".</param>
    public static IEnumerable<TreebankText> Read(string path, Func<string, bool>? skipDocument = null)
    {
        var text = new StringBuilder();
        var starts = new HashSet<int>();
        var skip = false;
        var gap = "";
        var last = "";
        foreach (var line in CorpusFiles.Lines(path).Append("# newdoc"))
        {
            if (line.StartsWith("# newdoc", StringComparison.Ordinal))
            {
                if (text.Length > 0) yield return new TreebankText(text.ToString(), starts);
                text.Clear();
                starts = [];
                gap = "";
                skip = skipDocument?.Invoke(line[(line.IndexOf('=', StringComparison.Ordinal) + 2)..]) ?? false;
            }
            else if (line.StartsWith("# newpar", StringComparison.Ordinal) && text.Length > 0)
            {
                gap = "\n\n";
            }
            else if (line.StartsWith("# text = ", StringComparison.Ordinal) && !skip)
            {
                text.Append(gap);
                starts.Add(text.Length);
                text.Append(line, "# text = ".Length, line.Length - "# text = ".Length);
            }
            else if (line.Length == 0)
            {
                gap = last.Contains("SpaceAfter=No", StringComparison.Ordinal) ? "" : " ";
            }

            last = line;
        }
    }

    /// <summary>The same text when its case is lost.</summary>
    public TreebankText InCapitals() => this with { Text = Text.ToUpperInvariant() };
}
