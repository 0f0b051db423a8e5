using System.Text;
using Ascribe.Language;

namespace Ascribe.Lab.Training;

/// <summary>A sentence of a treebank: its words as a document of one sentence, with the gold columns.</summary>
internal sealed record TreebankSentence(Document Document, PartOfSpeech[] Tags, int[] Heads, Dependency[] Labels);

/// <summary>Reads CoNLL-U.</summary>
internal static class Treebank
{
    /// <param name="skipDocument">Documents to leave out, by their "newdoc id".</param>
    public static IEnumerable<TreebankSentence> Read(string path, Func<string, bool>? skipDocument = null)
    {
        var rows = new List<string[]>();
        var skip = false;
        foreach (var line in CorpusFiles.Lines(path))
        {
            if (line.StartsWith("# newdoc id = ", StringComparison.Ordinal)) skip = skipDocument?.Invoke(line["# newdoc id = ".Length..]) ?? false;
            if (line.Length == 0)
            {
                if (rows.Count > 0 && !skip) yield return Sentence(rows);
                rows.Clear();
            }
            else if (line[0] != '#')
            {
                var cells = line.Split('\t');
                if (!cells[0].Contains('-', StringComparison.Ordinal) && !cells[0].Contains('.', StringComparison.Ordinal)) rows.Add(cells);
            }
        }

        if (rows.Count > 0 && !skip) yield return Sentence(rows);
    }

    /// <summary>A document of one sentence from its words.</summary>
    public static Document DocumentOf(IReadOnlyList<string> words) => DocumentOf(words, words.Count == 0 ? [] : [0]);

    /// <summary>A document from its words.</summary>
    /// <param name="sentenceFirsts">Index of the first word of each sentence.</param>
    public static Document DocumentOf(IReadOnlyList<string> words, IReadOnlyList<int> sentenceFirsts)
    {
        var text = new StringBuilder();
        var spans = new TextSpan[words.Count];
        var forms = new string[words.Count];
        for (var i = 0; i < words.Count; i++)
        {
            if (i > 0) text.Append(' ');
            var start = text.Length;
            text.Append(words[i]);
            spans[i] = new TextSpan(start, text.Length);
            forms[i] = TokenForm.Fold(words[i]);
        }

        return new Document(text.ToString(), spans, forms, [.. sentenceFirsts], [.. sentenceFirsts.Select(_ => true)]);
    }

    private static TreebankSentence Sentence(List<string[]> rows) => new(
        DocumentOf([.. rows.Select(r => r[1])]),
        [.. rows.Select(r => PartsOfSpeech.Parse(r[4]))],
        [.. rows.Select(r => int.TryParse(r[6], out var head) ? head - 1 : -1)],
        [.. rows.Select(r => Dependencies.Parse(r[7]))]);
}
