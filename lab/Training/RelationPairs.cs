using Ascribe.Lab.Muc4;
using Ascribe.Language;

namespace Ascribe.Lab.Training;

/// <summary>All pairs of mentions that stand in one sentence, with what is looked at. Classes: none, then each type from the first mention to the second, then the types that do not hold both ways from the second to the first.</summary>
internal sealed class RelationPairs
{
    private static readonly (string Type, bool IsBack)[] s_classes =
    [
        ("", false), .. Re3dRelation.Types.Select(t => (t, false)), .. Re3dRelation.Types.Where(t => !Re3dRelation.IsMutual(t)).Select(t => (t, true)),
    ];

    private readonly List<(TextSpan First, TextSpan Second, uint[] Features)> _pairs = [];

    public static int Classes => s_classes.Length;

    /// <param name="mentions">In text order, none overlapping another.</param>
    public static RelationPairs Of(Document document, IReadOnlyList<Re3dMention> mentions)
    {
        var pairs = new RelationPairs();
        var features = new PairFeatures(document, mentions);
        for (var i = 0; i < mentions.Count; i++)
        {
            for (var j = i + 1; j < mentions.Count && features.AreTogether(i, j); j++) pairs._pairs.Add((mentions[i].Span, mentions[j].Span, features.Of(i, j)));
        }

        return pairs;
    }

    /// <summary>Each pair with its relation; several relations of one pair give several examples.</summary>
    public IEnumerable<SparseExample> Examples(IReadOnlyList<Re3dRelation> gold)
    {
        foreach (var (first, second, features) in _pairs)
        {
            var any = false;
            for (var c = 1; c < s_classes.Length; c++)
            {
                if (!gold.Any(Relation(c, first, second).Meets)) continue;
                any = true;
                yield return new SparseExample(features, c);
            }

            if (!any) yield return new SparseExample(features, 0);
        }
    }

    /// <summary>The relations that are at least so likely.</summary>
    public IEnumerable<Re3dRelation> Relations(SparseNetwork model, float likely)
    {
        foreach (var (first, second, features) in _pairs)
        {
            var odds = model.Predict(features);
            for (var c = 1; c < odds.Length; c++)
            {
                if (odds[c] >= likely) yield return Relation(c, first, second);
            }
        }
    }

    private static Re3dRelation Relation(int of, TextSpan first, TextSpan second) =>
        s_classes[of].IsBack ? new Re3dRelation(s_classes[of].Type, second, first) : new Re3dRelation(s_classes[of].Type, first, second);
}
