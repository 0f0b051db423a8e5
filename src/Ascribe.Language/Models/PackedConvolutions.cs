namespace Ascribe.Language.Models;

/// <summary><see cref="Convolutions"/> with their matrices laid out for products. Immutable, shared by all threads.</summary>
internal sealed class PackedConvolutions
{
    public PackedConvolutions(Convolutions weights)
    {
        const int input = SentenceNetwork.InputSize, window = Convolutions.Window;
        var size = weights.Size;
        Size = size;
        // A word's part in all offsets of the window side by side: one product a word.
        var near = new float[input * window * size];
        for (var offset = 0; offset < window; offset++)
        {
            for (var i = 0; i < input; i++) weights.Near.AsSpan((offset * input + i) * size, size).CopyTo(near.AsSpan((i * window + offset) * size));
        }

        Near = new FixedMatrix(near, [], input, window * size, FixedPoint.Input, FixedPoint.Context);
        Far = new FixedMatrix(weights.Far, weights.FarBias, Convolutions.FarWindow * size, size, FixedPoint.Context, FixedPoint.Context);
        NearBias = FixedPoint.Of(weights.NearBias, FixedPoint.Context);
    }

    /// <summary>Numbers of a word in context.</summary>
    public int Size { get; }

    public FixedMatrix Near { get; }

    public short[] NearBias { get; }

    public FixedMatrix Far { get; }
}
