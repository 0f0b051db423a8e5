using System.Globalization;
using System.Text;

namespace Ascribe.Events;

/// <summary>A linear model that chooses among options: the one whose weights sum highest.</summary>
internal sealed class ChoiceWeights<TKind>
    where TKind : struct, Enum
{
    private const int Values = ChoiceOptions<TKind>.Values;

    private static readonly string[] s_kinds = Enum.GetNames<TKind>();

    /// <summary>By kind times <see cref="ChoiceOptions{TKind}.Values"/> plus value; log odds.</summary>
    public float[] Weights { get; } = new float[s_kinds.Length * Values];

    /// <param name="name">Of the table among the models, without extension.</param>
    /// <exception cref="InvalidDataException">The table is missing or a line is malformed.</exception>
    public static ChoiceWeights<TKind> Load(string name)
    {
        var resource = $"models/en/{name}.tsv";
        using var stream = typeof(ChoiceWeights<TKind>).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidDataException($"{resource}: the weights are missing; `lab train {name}` makes them.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var loaded = new ChoiceWeights<TKind>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var cells = line.Split('\t');
            if (cells.Length != 3 || !Enum.TryParse<TKind>(cells[0], out var kind) || !byte.TryParse(cells[1], CultureInfo.InvariantCulture, out var value) || value >= Values
                || !float.TryParse(cells[2], NumberStyles.Float, CultureInfo.InvariantCulture, out var weight))
                throw new InvalidDataException($"{resource}: '{line}' is no weight.");
            loaded.Weights[Convert.ToInt32(kind, CultureInfo.InvariantCulture) * Values + value] = weight;
        }

        return loaded;
    }

    /// <summary>The weights as a table of kind, value and weight; those that round to nothing are left out.</summary>
    public void Write(TextWriter writer)
    {
        for (var i = 0; i < Weights.Length; i++)
        {
            if (MathF.Abs(Weights[i]) >= 0.005f) writer.Write(string.Create(CultureInfo.InvariantCulture, $"{s_kinds[i / Values]}\t{i % Values}\t{Weights[i]:0.00}\n"));
        }
    }

    public float Score(ReadOnlySpan<int> features)
    {
        var sum = 0f;
        foreach (var feature in features) sum += Weights[feature];
        return sum;
    }

    /// <summary>The best option; of equals the first.</summary>
    /// <param name="favoured">An option that is chosen unless another beats it by the margin, or -1.</param>
    /// <param name="margin">In log odds.</param>
    public int Best(ChoiceOptions<TKind> options, int favoured = -1, float margin = 0)
    {
        var (best, highest) = (0, float.NegativeInfinity);
        for (var option = 0; option < options.Count; option++)
        {
            if (Score(options[option]) + (option == favoured ? margin : 0) is var score && score > highest) (best, highest) = (option, score);
        }

        return best;
    }
}
