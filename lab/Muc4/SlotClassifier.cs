using System.Text;

namespace Ascribe.Lab.Muc4;

/// <summary>Chooses the value of a set slot; an empty value fills nothing.</summary>
internal sealed record SlotClassifier(SparseNetwork Classifier, string[] Values)
{
    /// <summary>A value that is likelier than this to be right fills the slot; where none is, the empty one does if there is one.</summary>
    private const float FillThreshold = 0.3f;

    public string Choose(uint[] features) => Choose(Values, Classifier.Predict(features));

    /// <summary>The value that earns most: it is half right where a narrower one is right.</summary>
    /// <param name="values">What may fill the slot.</param>
    /// <param name="p">The probability of each.</param>
    public static string Choose(string[] values, float[] p)
    {
        var (best, highest) = ("", -1f);
        for (var v = 0; v < values.Length; v++)
        {
            if (values[v].Length == 0) continue;
            var credit = p[v];
            for (var w = 0; w < values.Length; w++)
            {
                if (SlotHierarchy.IsUnder(values[w], values[v])) credit += p[w] / 2;
            }

            if (credit > highest) (best, highest) = (values[v], credit);
        }

        return highest < FillThreshold && values.Contains("") ? "" : best;
    }

    public void Write(Stream stream)
    {
        stream.WriteByte((byte)Values.Length);
        foreach (var value in Values) WriteText(stream, value);
        Classifier.Write(stream);
    }

    public static SlotClassifier Read(Stream stream)
    {
        var values = new string[Math.Max(0, stream.ReadByte())];
        for (var v = 0; v < values.Length; v++) values[v] = ReadText(stream);
        return new SlotClassifier(SparseNetwork.Read(stream), values);
    }

    public static void WriteText(Stream stream, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        stream.WriteByte((byte)bytes.Length);
        stream.Write(bytes);
    }

    public static string ReadText(Stream stream)
    {
        var bytes = new byte[Math.Max(0, stream.ReadByte())];
        stream.ReadExactly(bytes);
        return Encoding.UTF8.GetString(bytes);
    }
}
