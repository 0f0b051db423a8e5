using Ascribe.Language;
using Ascribe.Language.Models;

namespace Ascribe.Lab.Training;

/// <summary>
/// Trees for news that nobody has parsed, from several networks: of each sentence the tree that the others agree with most. A network that learns from
/// them as well as from treebanks knows the wording of the news (tri-training and distillation: Weiss et al. 2015, Kuncoro et al. 2016).
/// </summary>
internal sealed class Teachers(IReadOnlyList<SentenceModel> models)
{
    private const int Shortest = 6;
    private const int Longest = 40;

    /// <summary>The share of words, as two networks see them, of which a tree is kept.</summary>
    private const double LeastAgreement = 0.8;

    /// <summary>Sentences spread evenly over the files, tagged and parsed.</summary>
    /// <param name="paths">Files of unlabelled text, a paragraph a line; lines that begin with '#' are skipped.</param>
    /// <param name="every">Of so many sentences one is taken.</param>
    public IEnumerable<TreebankSentence> Parse(IEnumerable<string> paths, int every)
    {
        var segmenter = Segmenter.ByRules("en");
        var seen = 0;
        foreach (var line in paths.SelectMany(CorpusFiles.Lines))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var document = segmenter.Segment(line);
            for (var s = 0; s < document.SentenceCount; s++)
            {
                var tokens = document.SentenceTokens(s);
                if (tokens.Count is < Shortest or > Longest || seen++ % every != 0) continue;
                if (Agreed(Treebank.DocumentOf([.. Enumerable.Range(tokens.First, tokens.Count).Select(t => document[t].Text.ToString())])) is { } parsed) yield return parsed;
            }
        }
    }

    private TreebankSentence? Agreed(Document document)
    {
        var trees = models.Select(m => Parsed(m, document)).ToArray();
        var (best, agreement) = (-1, 0.0);
        for (var i = 0; i < trees.Length; i++)
        {
            var same = trees.Where((_, j) => j != i).Average(other => Agreement(trees[i], other));
            if (same > agreement) (best, agreement) = (i, same);
        }

        return agreement < LeastAgreement ? null : trees[best];
    }

    private static TreebankSentence Parsed(SentenceModel model, Document document)
    {
        model.Analyze(document);
        return new TreebankSentence(document, [.. document.Tags], [.. document.Heads], [.. document.Relations]);
    }

    private static double Agreement(TreebankSentence one, TreebankSentence other)
    {
        var same = 0;
        for (var i = 0; i < one.Heads.Length; i++)
        {
            if (one.Heads[i] == other.Heads[i] && one.Labels[i] == other.Labels[i]) same++;
        }

        return (double)same / one.Heads.Length;
    }
}
