namespace Ascribe.Language.Models;

/// <summary>A <see cref="SentenceNetwork"/> with its large matrices laid out for products. Immutable, shared by all threads.</summary>
internal sealed class PackedNetwork
{
    public PackedNetwork(SentenceNetwork weights)
    {
        const int input = SentenceNetwork.InputSize, context = SentenceNetwork.ContextSize, window = SentenceNetwork.Window;
        Weights = weights;
        // A word's part in all offsets of the window side by side: one product a word.
        var near = new float[input * window * context];
        for (var offset = 0; offset < window; offset++)
        {
            for (var i = 0; i < input; i++) weights.Near.AsSpan((offset * input + i) * context, context).CopyTo(near.AsSpan((i * window + offset) * context));
        }

        Near = new PackedMatrix(near, input, window * context);
        Far = new PackedMatrix(weights.Far, 3 * context, context);
        Heads = new PackedMatrix(weights.Heads, context, SentenceNetwork.HeadSize);
        Places = new PackedMatrix(weights.Places, context, SentenceNetwork.Positions * SentenceNetwork.StateSize);
    }

    public SentenceNetwork Weights { get; }

    public PackedMatrix Near { get; }

    public PackedMatrix Far { get; }

    public PackedMatrix Heads { get; }

    public PackedMatrix Places { get; }
}
