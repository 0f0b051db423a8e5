using System.Text;
using Ascribe.Lab.Training;
using Ascribe.Language.Models;

namespace Ascribe.Lab.Predictions;

/// <summary>Column files with names: the token first, the tag (IOB2 of PER, LOC, ORG, MISC) last. The tags of the input are not looked at.</summary>
internal static class NamesPrediction
{
    private static readonly string[] s_kinds = ["PER", "ORG", "LOC", "MISC"];

    public static void Run(PredictionRun run)
    {
        var model = SentenceModel.Load(ModelStore.Open("en", run.Models));
        using var writer = new StreamWriter(run.Output, append: false, new UTF8Encoding(false));
        var words = new List<string>();
        foreach (var line in CorpusFiles.Lines(run.Inputs[0]).Append(""))
        {
            if (line.Trim().Length > 0)
            {
                words.Add(line.Split('\t', ' ')[0]);
                continue;
            }

            if (words.Count == 0) continue;
            var document = Treebank.DocumentOf(words);
            model.Analyze(document);
            var tags = new string[words.Count];
            Array.Fill(tags, "O");
            foreach (var name in document.Names)
            {
                for (var t = name.Tokens.First; t < name.Tokens.End; t++) tags[t] = (t == name.Tokens.First ? "B-" : "I-") + s_kinds[(int)name.Kind];
            }

            for (var i = 0; i < words.Count; i++) writer.Write($"{words[i]} {tags[i]}\n");
            writer.Write('\n');
            words.Clear();
        }
    }
}
