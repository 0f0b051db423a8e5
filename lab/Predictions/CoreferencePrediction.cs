using System.Text;
using Ascribe.Lab.Training;
using Ascribe.Language;
using Ascribe.Language.Coreference;
using Ascribe.Language.Models;

namespace Ascribe.Lab.Predictions;

/// <summary>CoNLL-U with chains (<c>Entity=</c> in MISC, brackets with the chain's number) over gold tokens and sentences; no other column of the input is looked at, unless the mentions are given.</summary>
internal static class CoreferencePrediction
{
    public static void Run(PredictionRun run)
    {
        var analyzer = new CoreferenceAnalyzer(run.Models);
        var reader = ChainReader.Load(ModelStore.Open("en", run.Models));
        using var writer = new StreamWriter(run.Output, append: false, new UTF8Encoding(false));
        foreach (var text in CoreferenceText.Read(run.Inputs[0]))
        {
            analyzer.Analyze(text.Document);
            Write(writer, text, run.GoldMentions ? reader.Read(new MentionTable(text.Document, GoldMentions(text))) : reader.Read(text.Document));
        }
    }

    /// <summary>All mentions of the corpus, single ones too, with kind and head by the predicted tags and parse.</summary>
    private static List<Mention> GoldMentions(CoreferenceText text) =>
        [.. text.Chains.Values.SelectMany(c => c).Distinct().OrderBy(m => m.First).ThenByDescending(m => m.End).Select(m => MentionFinder.Given(text.Document, m))];

    private static void Write(StreamWriter writer, CoreferenceText text, IReadOnlyList<Chain> chains)
    {
        var document = text.Document;
        var (opens, singles, closes) = (new string[document.Count], new string[document.Count], new string[document.Count]);
        for (var c = 0; c < chains.Count; c++)
        {
            foreach (var (tokens, _, _) in chains[c].Mentions)
            {
                if (tokens.Count == 1)
                {
                    singles[tokens.First] += $"({c + 1})";
                    continue;
                }

                opens[tokens.First] += $"({c + 1}";
                closes[tokens.End - 1] += $"{c + 1})";
            }
        }

        writer.Write($"# newdoc id = {text.Id}\n");
        foreach (var sentence in document.Sentences)
        {
            for (var t = sentence.Tokens.First; t < sentence.Tokens.End; t++)
            {
                var token = document[t];
                var entity = closes[t] + singles[t] + opens[t];
                var head = token.Head < 0 ? 0 : token.Head - sentence.Tokens.First + 1;
                writer.Write($"{t - sentence.Tokens.First + 1}\t{token.Text}\t{token.Lemma}\t_\t{token.Tag.Name()}\t_\t{head}\t{token.Relation.Name()}\t_\t{(entity.Length > 0 ? "Entity=" + entity : "_")}\n");
            }

            writer.Write('\n');
        }
    }
}
