using System.Text;
using Ascribe.Lab.Training;
using Ascribe.Language;
using Ascribe.Language.Models;

namespace Ascribe.Lab.Predictions;

/// <summary>
/// Column files with names: the token first, the tag (IOB2 of PER, LOC, ORG, MISC) last. The tags of the input are not looked at. Lines "-DOCSTART-" part
/// documents; without them each sentence is one.
/// </summary>
internal static class NamesPrediction
{
    private const string DocumentStart = "-DOCSTART-";

    private static readonly string[] s_kinds = ["PER", "ORG", "LOC", "MISC"];

    public static void Run(PredictionRun run)
    {
        var model = SentenceModel.Load(ModelStore.Open("en", run.Models));
        using var writer = new StreamWriter(run.Output, append: false, new UTF8Encoding(false));
        var words = new List<string>();
        var firsts = new List<int>();
        var hasDocuments = false;
        var begins = true;
        foreach (var line in CorpusFiles.Lines(run.Inputs[0]))
        {
            var word = line.Trim().Length == 0 ? null : line.Split('\t', ' ')[0];
            if (word == DocumentStart || word is null && !hasDocuments)
            {
                Write(writer, model, words, firsts);
                hasDocuments |= word is not null;
                if (word is not null) writer.Write($"{word} O\n\n");
            }

            if (word is not null and not DocumentStart)
            {
                if (begins) firsts.Add(words.Count);
                words.Add(word);
            }

            begins = word is null or DocumentStart;
        }

        Write(writer, model, words, firsts);
    }

    private static void Write(StreamWriter writer, SentenceModel model, List<string> words, List<int> firsts)
    {
        var document = Treebank.DocumentOf(words, firsts);
        model.Analyze(document);
        var tags = new string[words.Count];
        Array.Fill(tags, "O");
        foreach (var name in document.Names)
        {
            for (var t = name.Tokens.First; t < name.Tokens.End; t++) tags[t] = (t == name.Tokens.First ? "B-" : "I-") + s_kinds[(int)name.Kind.Broad()];
        }

        for (var s = 0; s < document.SentenceCount; s++)
        {
            var tokens = document.SentenceTokens(s);
            for (var t = tokens.First; t < tokens.End; t++) writer.Write($"{words[t]} {tags[t]}\n");
            writer.Write('\n');
        }

        words.Clear();
        firsts.Clear();
    }
}
