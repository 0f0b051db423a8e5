using Ascribe.Language;

namespace Ascribe.Lab.Trials;

/// <summary>
/// The weights that tagger and parser share. A word is a vector from its form, its endings and its shape; two convolutions over its
/// neighbours make it a word in context; the tagger reads that vector, the parser those of the words around the place where it stands.
/// </summary>
internal sealed class SyntaxNetwork
{
    public const int WordSize = 64;
    public const int EndingSize = 24;
    public const int ShapeSize = 8;
    public const int EndingBits = 13;
    public const int InputSize = WordSize + EndingSize + ShapeSize;

    /// <summary>Words to each side that the first convolution sees.</summary>
    public const int Reach = 2;
    public const int Window = 2 * Reach + 1;
    public const int ContextSize = 96;

    /// <summary>Words that the parser looks at: s0, s1, s2, b0, the outermost children of s0, the right one of s1, the left one of b0.</summary>
    public const int Positions = 8;
    public const int StateSize = 128;

    /// <summary>Child labels that the parser looks at: left and right of s0 and s1, left of b0.</summary>
    public const int LabelSlots = 5;

    public static readonly int TagStride = (PartsOfSpeech.Count + 7) / 8 * 8;
    public static readonly int LabelStride = (Dependencies.Count + 7) / 8 * 8;

    /// <summary>Actions take the first lane of the heads.</summary>
    public const int ActionStride = 8;

    /// <summary>Rows of <see cref="Distances"/>: distance of s0 to b0 and of s1 to s0, children of s0, s1 and b0.</summary>
    public const int DistanceRows = 8 + 8 + 16 + 16 + 4;

    public SyntaxNetwork(Dictionary<uint, int> rows)
    {
        Rows = rows;
        Words = new float[(rows.Count + 1) * WordSize];
    }

    /// <summary>Row of a form in <see cref="Words"/>, by its hash; the last row stands for all others.</summary>
    public Dictionary<uint, int> Rows { get; }

    public float[] Words { get; }

    public float[] Endings { get; } = new float[EndingSize << EndingBits];

    public float[] Shapes { get; } = new float[8 * ShapeSize];

    /// <summary>First convolution: (Window · InputSize) × ContextSize, and its bias.</summary>
    public float[] Near { get; } = new float[Window * InputSize * ContextSize];

    public float[] NearBias { get; } = new float[ContextSize];

    /// <summary>Second convolution: (3 · ContextSize) × ContextSize, and its bias; its result is added to its input.</summary>
    public float[] Far { get; } = new float[3 * ContextSize * ContextSize];

    public float[] FarBias { get; } = new float[ContextSize];

    /// <summary>ContextSize × TagStride, and its bias.</summary>
    public float[] Tags { get; } = new float[ContextSize * TagStride];

    public float[] TagBias { get; } = new float[TagStride];

    /// <summary>ContextSize × (Positions · StateSize).</summary>
    public float[] Places { get; } = new float[ContextSize * Positions * StateSize];

    /// <summary>What a position adds where it is empty, and where it is the root: two rows each.</summary>
    public float[] NoWord { get; } = new float[2 * Positions * StateSize];

    public float[] Labels { get; } = new float[LabelSlots * 64 * StateSize];

    public float[] Distances { get; } = new float[DistanceRows * StateSize];

    public float[] StateBias { get; } = new float[StateSize];

    /// <summary>StateSize × ActionStride, and its bias.</summary>
    public float[] Actions { get; } = new float[StateSize * ActionStride];

    public float[] ActionBias { get; } = new float[ActionStride];

    /// <summary>Names of arcs to the left, then to the right: StateSize × LabelStride each, and their biases.</summary>
    public float[][] ArcLabels { get; } = [new float[StateSize * LabelStride], new float[StateSize * LabelStride]];

    public float[][] ArcLabelBias { get; } = [new float[LabelStride], new float[LabelStride]];

    /// <summary>All weights but the tables of words and endings, which are learnt row by row.</summary>
    public IEnumerable<float[]> Dense =>
    [
        Shapes, Near, NearBias, Far, FarBias, Tags, TagBias, Places, NoWord, Labels, Distances, StateBias, Actions, ActionBias,
        ArcLabels[0], ArcLabels[1], ArcLabelBias[0], ArcLabelBias[1],
    ];
}
