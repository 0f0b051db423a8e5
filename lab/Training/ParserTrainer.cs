using Ascribe.Language;
using Ascribe.Language.Models;

namespace Ascribe.Lab.Training;

/// <summary>Trains the parser with a dynamic oracle: after the first pass it follows its own mistakes nine times in ten.</summary>
internal static class ParserTrainer
{
    private const double Exploration = 0.9;

    public static (LinearModel Actions, LinearModel Labels) Train(IReadOnlyList<TreebankSentence> sentences, PartOfSpeech[][] tags, int epochs, int seed = 1)
    {
        var actions = new AveragedPerceptron(DependencyParser.Actions, DependencyParser.ActionBits);
        var labels = new AveragedPerceptron(Dependencies.Count, DependencyParser.LabelBits);
        var random = new Random(seed);
        var order = Enumerable.Range(0, sentences.Count).ToArray();
        var words = new WordFeatures();
        var state = new ParserState();
        var actionFeatures = new uint[DependencyParser.ActionFeatureCount];
        var labelFeatures = new uint[DependencyParser.LabelFeatureCount];
        var scores = new float[LinearModel.StrideOf(Dependencies.Count)];
        var costs = new int[DependencyParser.Actions];
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var index in order)
            {
                var sentence = sentences[index];
                var gold = new GoldTree(sentence.Heads);
                words.Load(sentence.Document, new TokenRange(0, sentence.Document.Count), TaggerTrainer.CaseOf(random));
                state.Start(words.Count);
                while (!state.IsDone)
                {
                    DependencyParser.ActionFeatures(words, tags[index], state, actionFeatures);
                    actions.Score(actionFeatures, scores);
                    gold.Costs(state, costs);
                    int guess = -1, right = -1;
                    for (var a = 0; a < DependencyParser.Actions; a++)
                    {
                        if (costs[a] == int.MaxValue) continue;
                        if (guess < 0 || scores[a] > scores[guess]) guess = a;
                        if (right < 0 || costs[a] < costs[right] || costs[a] == costs[right] && scores[a] > scores[right]) right = a;
                    }

                    actions.Tick();
                    if (costs[guess] > costs[right]) actions.Update(actionFeatures, right, guess);
                    var taken = epoch > 0 && random.NextDouble() < Exploration ? guess : right;
                    if (taken == DependencyParser.Shift)
                    {
                        state.Shift();
                        continue;
                    }

                    var dependent = state.Stack(0);
                    var head = taken == DependencyParser.Left ? state.Buffer : state.Stack(1);
                    var label = Dependency.Root;
                    if (head < state.Count)
                    {
                        DependencyParser.LabelFeatures(words, tags[index], state, head, dependent, labelFeatures);
                        labels.Score(labelFeatures, scores);
                        label = (Dependency)TaggerTrainer.Best(scores.AsSpan(0, Dependencies.Count));
                        if (sentence.Heads[dependent] == head)
                        {
                            labels.Tick();
                            if (label != sentence.Labels[dependent]) labels.Update(labelFeatures, (int)sentence.Labels[dependent], (int)label);
                        }
                    }

                    if (taken == DependencyParser.Left) state.LeftArc(label);
                    else state.RightArc(label);
                }
            }
        }

        return (actions.Quantise(), labels.Quantise());
    }
}
