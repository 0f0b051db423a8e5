namespace Ascribe.Language.Models;

/// <summary>A <see cref="SentenceNetwork"/> with its large matrices laid out for products. Immutable, shared by all threads.</summary>
internal sealed class PackedNetwork(SentenceNetwork weights)
{
    public SentenceNetwork Weights => weights;

    public PackedConvolutions Syntax { get; } = new(weights.Syntax);

    public PackedConvolutions Names { get; } = new(weights.Names);

    public FixedMatrix TagScores { get; } = new(weights.TagScores, weights.TagBias, SentenceNetwork.SyntaxSize, SentenceNetwork.TagStride, FixedPoint.Context, FixedPoint.Score);

    public FixedMatrix NameScores { get; } = new(weights.NameScores, weights.NameBias, SentenceNetwork.BothSize, SentenceNetwork.NameStride, FixedPoint.Context, FixedPoint.Score);

    public FixedMatrix Places { get; } = new(weights.Places, [], SentenceNetwork.SyntaxSize, SentenceNetwork.Positions * SentenceNetwork.StateSize, FixedPoint.Context, FixedPoint.State);

    public short[] Traits { get; } = FixedPoint.Of(weights.Traits, FixedPoint.State);

    public short[] StateBias { get; } = FixedPoint.Of(weights.StateBias, FixedPoint.State);

    /// <summary>Scores of the parser's actions.</summary>
    public FixedMatrix Actions { get; } = new(Transposed(weights.Actions, SentenceParser.Actions), weights.ActionBias, SentenceNetwork.StateSize, SentenceParser.Actions, FixedPoint.State, FixedPoint.Score);

    /// <summary>Scores of the names of arcs to the left, then to the right.</summary>
    public FixedMatrix[] Labels { get; } = [.. Enumerable.Range(0, 2).Select(side => new FixedMatrix(
        weights.Labels[side], weights.LabelBias[side], SentenceNetwork.StateSize, SentenceNetwork.LabelStride, FixedPoint.State, FixedPoint.Score))];

    private static float[] Transposed(float[] values, int rows)
    {
        var columns = values.Length / rows;
        var to = new float[values.Length];
        for (var i = 0; i < values.Length; i++) to[i % columns * rows + i / columns] = values[i];
        return to;
    }
}
