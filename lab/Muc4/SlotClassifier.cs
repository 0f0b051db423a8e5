using System.Text;

namespace Ascribe.Lab.Muc4;

/// <summary>Chooses the value of a set slot; an empty value fills nothing.</summary>
internal sealed record SlotClassifier(SparseNetwork Classifier, string[] Values)
{
    public string Choose(uint[] features)
    {
        var p = Classifier.Predict(features);
        return Values[Array.IndexOf(p, p.Max())];
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
