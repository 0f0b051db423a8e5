namespace Ascribe.Language.Models;

/// <summary>
/// The weights of two convolutions that make a word a word in context. The first one sees the inputs of the words around, the second one the
/// rectified sums of the first; its own rectified sums are added to those.
/// </summary>
internal sealed class Convolutions
{
    /// <summary>Words to each side that the first convolution sees.</summary>
    public const int Reach = 2;
    public const int Window = 2 * Reach + 1;

    /// <summary>Rows that the second convolution sees: the word and one to each side.</summary>
    public const int FarWindow = 3;

    /// <param name="size">Numbers of a word in context: a multiple of 32.</param>
    public Convolutions(int size)
    {
        Size = size;
        Near = new float[Window * SentenceNetwork.InputSize * size];
        NearBias = new float[size];
        Far = new float[FarWindow * size * size];
        FarBias = new float[size];
    }

    public int Size { get; }

    /// <summary>First convolution: of every offset of the window InputSize × Size; its bias.</summary>
    public float[] Near { get; }

    public float[] NearBias { get; }

    /// <summary>Second convolution: of every offset of its window Size × Size; its bias.</summary>
    public float[] Far { get; }

    public float[] FarBias { get; }
}
