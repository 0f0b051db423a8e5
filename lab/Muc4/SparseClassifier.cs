namespace Ascribe.Lab.Muc4;

/// <summary>Multinomial logistic regression over hashed features.</summary>
/// <param name="weights">Of each feature one weight a class; log odds.</param>
internal sealed class SparseClassifier(SparseTable weights)
{
    /// <summary>The probability of each class.</summary>
    public float[] Predict(ReadOnlySpan<uint> features)
    {
        var probabilities = new float[weights.Width];
        weights.Add(features, probabilities);
        Softmax(probabilities);
        return probabilities;
    }

    public static void Softmax(Span<float> odds)
    {
        var largest = float.NegativeInfinity;
        foreach (var value in odds) largest = Math.Max(largest, value);
        var total = 0f;
        foreach (ref var value in odds)
        {
            value = MathF.Exp(value - largest);
            total += value;
        }

        foreach (ref var value in odds) value /= total;
    }

    public void Write(Stream stream) => weights.Write(stream, steps: 127);

    /// <exception cref="InvalidDataException">The numbers cannot be.</exception>
    /// <exception cref="EndOfStreamException">The weights are cut short.</exception>
    public static SparseClassifier Read(Stream stream)
    {
        var weights = SparseTable.Read(stream);
        return weights.Width >= 2 ? new SparseClassifier(weights) : throw new InvalidDataException("a classifier of one class");
    }
}
