using Ascribe.Language.Models;

namespace Ascribe.Language.Languages;

/// <summary>The languages of one script, with the weights that choose among them.</summary>
/// <param name="Languages">ISO 639-1 codes, at least one.</param>
/// <param name="Weights">A class a language; null where there is but one.</param>
/// <param name="Unit">What a weight of 1 stands for in log odds; see <see cref="Scale"/>.</param>
internal sealed record LanguageChoice(IReadOnlyList<string> Languages, LinearModel? Weights, float Unit)
{
    /// <summary>Features summed at once: what the 16-bit sums of <see cref="LinearModel"/> hold.</summary>
    private const int Batch = 256;

    /// <summary>
    /// What the sum of the weights of this many features is multiplied by. Neighbouring n-grams say the same thing again: the square root
    /// keeps long texts from being surer than they should.
    /// </summary>
    public static float Scale(int features) => features == 0 ? 0 : 1 / MathF.Sqrt(features);

    public (string Language, double Probability) Best(ReadOnlySpan<uint> features)
    {
        if (Weights is null) return (Languages[0], 1);
        Span<int> sums = stackalloc int[Weights.Stride];
        Span<short> part = stackalloc short[Weights.Stride];
        var scale = Unit * Scale(features.Length);
        for (; !features.IsEmpty; features = features[Math.Min(Batch, features.Length)..])
        {
            Weights.Score(features[..Math.Min(Batch, features.Length)], part);
            for (var c = 0; c < sums.Length; c++) sums[c] += part[c];
        }

        var best = 0;
        for (var c = 1; c < Languages.Count; c++)
        {
            if (sums[c] > sums[best]) best = c;
        }

        var total = 0.0;
        for (var c = 0; c < Languages.Count; c++) total += Math.Exp((sums[c] - sums[best]) * scale);
        return (Languages[best], 1 / total);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write((byte)Languages.Count);
        foreach (var language in Languages) writer.Write(language);
        if (Weights is null) return;
        writer.Write(Unit);
        writer.Flush();
        Weights.Write(writer.BaseStream);
    }

    public static LanguageChoice Read(BinaryReader reader)
    {
        var languages = new string[reader.ReadByte()];
        for (var i = 0; i < languages.Length; i++) languages[i] = reader.ReadString();
        if (languages.Length == 0) throw new InvalidDataException("a script without languages");
        if (languages.Length == 1) return new LanguageChoice(languages, null, 0);
        var unit = reader.ReadSingle();
        var weights = LinearModel.Read(reader.BaseStream);
        if (weights.Classes != languages.Length) throw new InvalidDataException($"{weights.Classes} classes for {languages.Length} languages");
        return new LanguageChoice(languages, weights, unit);
    }
}
