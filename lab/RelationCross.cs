using System.Text.Json;
using Ascribe.Lab.Muc4;
using Ascribe.Lab.Training;
using Ascribe.Language;

namespace Ascribe.Lab;

/// <summary>
/// Cross-validates the relations of re3d over its documents: a network learns from the other folds how two mentions of a sentence stand to each other, and judges
/// all pairs of the fold: those of the gold mentions, and those of the mentions that were read ("given documents": raw text in, relations out). A relation is right
/// when its type is right and both arguments overlap those of a gold relation that no other has met, in the same order unless the type holds both ways.
/// </summary>
internal static class RelationCross
{
    /// <summary>A relation this likely is told.</summary>
    private const float Likely = 0.2f;

    private static readonly SparseNetworkTrainer s_trainer = new() { Passes = 20, Networks = 4, Hidden = 32, LeastExamples = 2, Dropout = 0.5f, Decay = 0.002f };

    /// <param name="models">The folder of the network of names that goes on learning; it must not have seen re3d.</param>
    /// <param name="entities">Where an earlier run wrote the mentions that it read, or null: they are read now.</param>
    /// <param name="output">Where these go, or null.</param>
    public static void Run(IReadOnlyList<Re3dDocument> corpus, int folds, int epochs, string? models, string? entities, string? output)
    {
        var read = entities is null
            ? NameCross.Read(corpus, Re3dDocument.Arguments, folds, epochs, models)
            : [.. File.ReadLines(entities).Select(l => (IReadOnlyList<Re3dMention>)[.. JsonSerializer.Deserialize<WrittenMention[]>(l)!.Select(m => new Re3dMention(new TextSpan(m.Begin, m.End), m.Type))])];
        if (output is not null) File.WriteAllLines(output, read.Select(d => JsonSerializer.Serialize(d.Select(m => new WrittenMention(m.Span.Start, m.Span.End, m.Type)))));
        var analyzer = TextAnalyzer.Load("en", models);
        var documents = corpus.Select(d => analyzer.Analyze(d.Text)).ToArray();
        var given = corpus.Select((d, i) => RelationPairs.Of(documents[i], [.. d.Mentions.OrderBy(m => m.Span)])).ToArray();
        var found = corpus.Select((_, i) => RelationPairs.Of(documents[i], read[i])).ToArray();
        var (byGiven, byFound) = (new RelationScore(), new RelationScore());
        for (var fold = 0; fold < folds; fold++)
        {
            var model = s_trainer.Train(RelationPairs.Classes, corpus.SelectMany((d, i) => i % folds == fold ? [] : given[i].Examples(d.Relations)));
            for (var d = fold; d < corpus.Count; d += folds)
            {
                byGiven.Add(corpus[d].Relations, given[d].Relations(model, Likely));
                byFound.Add(corpus[d].Relations, found[d].Relations(model, Likely));
            }
        }

        Console.WriteLine("gold entities\n" + byGiven);
        Console.WriteLine("given documents\n" + byFound);
    }

    private sealed record WrittenMention(int Begin, int End, string Type);
}
