using System.CommandLine;
using Ascribe.Lab.Training;
using Ascribe.Lab.Trials;

namespace Ascribe.Lab;

/// <summary><c>lab trial syntax</c>: trains what does not ship yet and tells how well it does; writes nothing.</summary>
internal static class TrialCommand
{
    public static Command Create()
    {
        var data = new Option<string>("--data") { Description = "The folder of the corpora.", DefaultValueFactory = _ => "../shared/data" };
        var epochs = new Option<int>("--epochs") { Description = "Passes over the treebanks.", DefaultValueFactory = _ => 8 };
        var syntax = new Command("syntax", "A network that tags and parses: word vectors, two convolutions, greedy transitions.") { data, epochs };
        syntax.SetAction(parsed =>
        {
            var from = parsed.GetRequiredValue(data);
            TreebankSentence[][] development =
            [
                [.. Treebank.Read(Path.Combine(from, "ling/ud-english-ewt/en_ewt-ud-dev.conllu.xz"))],
                [.. Treebank.Read(Path.Combine(from, "ling/ud-english-gum/en_gum-ud-dev.conllu.xz"))],
            ];
            SyntaxTrainer.Train(
                Corpora.EnglishTreebanks(from), WordVectors.Train(Corpora.EnglishNews(from)), parsed.GetValue(epochs),
                network => Console.Error.WriteLine(string.Join(" | ", development.Select(d => SyntaxScore.Of(network, d)))));
            return 0;
        });
        return new Command("trial", "Measures what does not ship yet.") { syntax };
    }
}
