namespace Ascribe.Language.Models;

/// <summary><see cref="Convolutions"/> with their matrices laid out for products. Immutable, shared by all threads.</summary>
internal sealed class PackedConvolutions
{
    public PackedConvolutions(Convolutions weights)
    {
        const int input = SentenceNetwork.InputSize, window = Convolutions.Window;
        var size = weights.Size;
        Weights = weights;
        // A word's part in all offsets of the window side by side: one product a word.
        var near = new float[input * window * size];
        for (var offset = 0; offset < window; offset++)
        {
            for (var i = 0; i < input; i++) weights.Near.AsSpan((offset * input + i) * size, size).CopyTo(near.AsSpan((i * window + offset) * size));
        }

        Near = new PackedMatrix(near, input, window * size);
        Far = new PackedMatrix(weights.Far, Convolutions.FarWindow * size, size);
    }

    public Convolutions Weights { get; }

    public PackedMatrix Near { get; }

    public PackedMatrix Far { get; }
}
