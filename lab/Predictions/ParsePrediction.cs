using System.Text;
using Ascribe.Lab.Training;
using Ascribe.Language;
using Ascribe.Language.Models;

namespace Ascribe.Lab.Predictions;

/// <summary>CoNLL-U with tags, heads and relations, over gold tokens or (raw) over plain text.</summary>
internal static class ParsePrediction
{
    public static void Run(PredictionRun run)
    {
        using var writer = new StreamWriter(run.Output, append: false, new UTF8Encoding(false));
        if (run.Raw)
        {
            var analyzer = TextAnalyzer.Load("en", run.Models);
            var document = analyzer.Analyze(string.Join('\n', CorpusFiles.Lines(run.Inputs[0])));
            foreach (var sentence in document.Sentences) WriteSentence(writer, document, sentence.Tokens);
            return;
        }

        var model = SentenceModel.Load(ModelStore.Open("en", run.Models));
        foreach (var sentence in Treebank.Read(run.Inputs[0]))
        {
            model.Analyze(sentence.Document);
            WriteSentence(writer, sentence.Document, new TokenRange(0, sentence.Document.Count));
        }
    }

    private static void WriteSentence(StreamWriter writer, Document document, TokenRange tokens)
    {
        writer.Write($"# text = {document.TextOf(tokens).ReplaceLineEndings(" ")}\n");
        for (var t = tokens.First; t < tokens.End; t++)
        {
            var token = document[t];
            var head = token.Head < 0 ? 0 : token.Head - tokens.First + 1;
            var space = t + 1 < tokens.End && !document[t + 1].SpaceBefore ? "SpaceAfter=No" : "_";
            writer.Write($"{t - tokens.First + 1}\t{token.Text}\t{token.Lemma}\t_\t{token.Tag.Name()}\t_\t{head}\t{token.Relation.Name()}\t_\t{space}\n");
        }

        writer.Write('\n');
    }
}
