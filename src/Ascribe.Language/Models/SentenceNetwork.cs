using System.Buffers.Binary;

namespace Ascribe.Language.Models;

/// <summary>
/// The weights of tagger, name recogniser and parser. A word is a vector from its form, its endings and its look, which all three share; two
/// convolutions over its neighbours make it a word in context, once for syntax and once for names. Tags are read from the first vector, names from
/// both, the parser's choices from the first ones of the words around the place where it stands.
/// </summary>
internal sealed class SentenceNetwork
{
    public const string FileName = "sentence";

    public const int WordSize = 64;
    public const int EndingSize = 24;
    public const int LookSize = 8;
    public const int InputSize = WordSize + EndingSize + LookSize;
    public const int EndingBits = 14;

    /// <summary>Rows of endings that a word has: its last two, three and four letters, and its first three.</summary>
    public const int EndingsOfWord = 4;

    /// <summary>Eight shapes, with and without capitals that tell something, first of the sentence or not.</summary>
    public const int Looks = 32;

    /// <summary>Numbers of a word in context: for tags and parser, and for names.</summary>
    public const int SyntaxSize = 96;
    public const int NameSize = 64;

    /// <summary>Names are read from both.</summary>
    public const int BothSize = SyntaxSize + NameSize;

    /// <summary>Words that the parser looks at: the three on top of the stack and the first of the buffer.</summary>
    public const int Positions = 4;
    public const int StateSize = 128;

    /// <summary>Columns of the scores of a word's tags and names, of which the last ones are empty.</summary>
    public const int TagStride = 64;
    public const int NameStride = 48;
    public const int LabelStride = 56;

    public SentenceNetwork(Dictionary<uint, int> rows)
    {
        Rows = rows;
        Words = new float[(rows.Count + 1) * WordSize];
    }

    /// <summary>Row of a form in <see cref="Words"/>, by its hash; the last row stands for all others.</summary>
    public Dictionary<uint, int> Rows { get; }

    public float[] Words { get; }

    public float[] Endings { get; } = new float[EndingSize << EndingBits];

    public float[] Look { get; } = new float[Looks * LookSize];

    /// <summary>Make a word in context for tags and parser.</summary>
    public Convolutions Syntax { get; } = new(SyntaxSize);

    /// <summary>Make a word in context for names.</summary>
    public Convolutions Names { get; } = new(NameSize);

    /// <summary>Scores of tags: SyntaxSize × TagStride, and their bias.</summary>
    public float[] TagScores { get; } = new float[SyntaxSize * TagStride];

    public float[] TagBias { get; } = new float[TagStride];

    /// <summary>Scores of the classes of names: BothSize × NameStride, and their bias.</summary>
    public float[] NameScores { get; } = new float[BothSize * NameStride];

    public float[] NameBias { get; } = new float[NameStride];

    /// <summary>What a word adds to the parser's state at each position: SyntaxSize × (Positions · StateSize).</summary>
    public float[] Places { get; } = new float[SyntaxSize * Positions * StateSize];

    /// <summary>What else adds to the parser's state, in rows of StateSize, see <see cref="ParserLook"/>.</summary>
    public float[] Traits { get; } = new float[ParserLook.TraitRows * StateSize];

    public float[] StateBias { get; } = new float[StateSize];

    /// <summary>A row of StateSize for each action, and the biases in the first places.</summary>
    public float[] Actions { get; } = new float[SentenceParser.Actions * StateSize];

    public float[] ActionBias { get; } = new float[8];

    /// <summary>Names of arcs to the left, then to the right: StateSize × LabelStride each, and their biases.</summary>
    public float[][] Labels { get; } = [new float[StateSize * LabelStride], new float[StateSize * LabelStride]];

    public float[][] LabelBias { get; } = [new float[LabelStride], new float[LabelStride]];

    /// <summary>All weights.</summary>
    public IReadOnlyList<float[]> All => [Words, Endings, .. Dense];

    /// <summary>All weights but the tables of words and endings, which are learnt row by row.</summary>
    public IReadOnlyList<float[]> Dense =>
    [
        Look, Syntax.Near, Syntax.NearBias, Syntax.Far, Syntax.FarBias, Names.Near, Names.NearBias, Names.Far, Names.FarBias, TagScores, TagBias, NameScores, NameBias,
        Places, Traits, StateBias, Actions, ActionBias, Labels[0], Labels[1], LabelBias[0], LabelBias[1],
    ];

    /// <summary>
    /// Writes the weights: number of forms (int32), their hashes in the order of their rows, the rows of words as 8-bit numbers after a
    /// 16-bit scale, and all else as 16-bit numbers in the order of <see cref="Endings"/> and <see cref="Dense"/>. Little-endian.
    /// </summary>
    public void Write(Stream stream)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, Rows.Count);
        stream.Write(bytes);
        foreach (var (form, _) in Rows.OrderBy(r => r.Value))
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes, form);
            stream.Write(bytes);
        }

        var row = new byte[2 + WordSize];
        for (var word = 0; word <= Rows.Count; word++)
        {
            var weights = Words.AsSpan(word * WordSize, WordSize);
            var largest = 0f;
            foreach (var weight in weights) largest = MathF.Max(largest, MathF.Abs(weight));
            var scale = (Half)(largest / 127);
            BinaryPrimitives.WriteHalfLittleEndian(row, scale);
            for (var i = 0; i < WordSize; i++) row[2 + i] = scale == (Half)0 ? (byte)0 : (byte)(sbyte)Math.Clamp(MathF.Round(weights[i] / (float)scale), -127, 127);
            stream.Write(row);
        }

        foreach (var weights in (IEnumerable<float[]>)[Endings, .. Dense])
        {
            var halves = new byte[2 * weights.Length];
            for (var i = 0; i < weights.Length; i++) BinaryPrimitives.WriteHalfLittleEndian(halves.AsSpan(2 * i), (Half)weights[i]);
            stream.Write(halves);
        }
    }

    /// <exception cref="EndOfStreamException">The stream ends before the last weight.</exception>
    /// <exception cref="InvalidDataException">The number of forms cannot be, or a form stands twice.</exception>
    public static SentenceNetwork Read(Stream stream)
    {
        var bytes = new byte[4];
        stream.ReadExactly(bytes);
        var count = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        if (count is < 0 or > 1 << 20) throw new InvalidDataException($"{count} forms");
        var hashes = new byte[4 * count];
        stream.ReadExactly(hashes);
        var rows = new Dictionary<uint, int>(count);
        for (var word = 0; word < count; word++)
        {
            if (!rows.TryAdd(BinaryPrimitives.ReadUInt32LittleEndian(hashes.AsSpan(4 * word)), word)) throw new InvalidDataException("a form stands twice");
        }

        var network = new SentenceNetwork(rows);
        var row = new byte[2 + WordSize];
        for (var word = 0; word <= count; word++)
        {
            stream.ReadExactly(row);
            var scale = (float)BinaryPrimitives.ReadHalfLittleEndian(row);
            for (var i = 0; i < WordSize; i++) network.Words[word * WordSize + i] = (sbyte)row[2 + i] * scale;
        }

        foreach (var weights in (IEnumerable<float[]>)[network.Endings, .. network.Dense])
        {
            var halves = new byte[2 * weights.Length];
            stream.ReadExactly(halves);
            for (var i = 0; i < weights.Length; i++) weights[i] = (float)BinaryPrimitives.ReadHalfLittleEndian(halves.AsSpan(2 * i));
        }

        return network;
    }
}
