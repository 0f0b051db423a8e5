using System.Text;

namespace Ascribe.Lab.Muc4;

/// <summary>Whether two entities belong to one incident: what their words speak for, and a forest that looks at that, at where they stand, and at how both stand to the other entities of the document.</summary>
internal sealed class PairClassifier
{
    private readonly SparseClassifier _words;
    private readonly Forest _forest;

    private PairClassifier(SparseClassifier words, Forest forest) => (_words, _forest) = (words, forest);

    public static PairClassifier Train(IReadOnlyList<PreparedText> texts)
    {
        var others = Folds.Of(texts.Count, train => Words([.. train.Select(i => texts[i])]));
        var (rows, labels) = (new List<float[]>(), new List<bool>());
        for (var t = 0; t < texts.Count; t++)
        {
            var told = Told(texts[t]);
            var pairs = new Pairs(texts[t].Text, told, told.ConvertAll(e => others[t].Types.Predict(e.Entity.Features)), others[t].Words);
            for (var i = 0; i < told.Count; i++)
            {
                for (var j = i + 1; j < told.Count; j++)
                {
                    rows.Add(pairs.Numbers(i, j));
                    labels.Add(AreTogether(told[i].Entity, told[j].Entity));
                }
            }
        }

        return new PairClassifier(Words(texts).Words, Forest.Train(rows, [.. labels]));
    }

    private static List<(Entity Entity, IncidentRole Role)> Told(PreparedText text) => [.. text.Entities.Where(e => e.Role != IncidentRole.None).Select(e => (e, e.Role))];

    private static bool AreTogether(Entity a, Entity b) => a.Fillers.Any(f => b.Fillers.Any(g => g.Template == f.Template));

    private static (SparseClassifier Types, SparseClassifier Words) Words(IReadOnlyList<PreparedText> texts)
    {
        var types = IncidentTrainer.LearnTypes(texts);
        return (types, new SparseTrainer().Train(2, texts.SelectMany(Examples)));

        IEnumerable<SparseExample> Examples(PreparedText text)
        {
            var told = Told(text);
            var pairs = new EntityPairs(text.Text);
            var of = told.ConvertAll(e => TypeOf(types.Predict(e.Entity.Features)));
            for (var i = 0; i < told.Count; i++)
            {
                for (var j = i + 1; j < told.Count; j++)
                {
                    // A document of many entities has many pairs: it shall not count for more than it tells.
                    yield return new SparseExample(pairs.Words(told[i], told[j], of[i], of[j]), AreTogether(told[i].Entity, told[j].Entity) ? 1 : 0, 1 / MathF.Sqrt(told.Count));
                }
            }
        }
    }

    private static string TypeOf(float[] types) => IncidentModel.Types[Array.IndexOf(types, types.Max())];

    /// <summary>The probability that two of some entities belong to one incident, by their indices.</summary>
    /// <param name="types">The probability of each type, by entity.</param>
    public float[,] Judge(IncidentText text, IReadOnlyList<(Entity Entity, IncidentRole Role)> entities, IReadOnlyList<float[]> types)
    {
        var pairs = new Pairs(text, entities, types, _words);
        var together = new float[entities.Count, entities.Count];
        for (var i = 0; i < entities.Count; i++)
        {
            for (var j = i + 1; j < entities.Count; j++) together[i, j] = together[j, i] = _forest.Predict(pairs.Numbers(i, j));
        }

        return together;
    }

    public void Write(Stream stream)
    {
        _words.Write(stream);
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        _forest.Write(writer);
    }

    /// <exception cref="InvalidDataException">The numbers cannot be.</exception>
    public static PairClassifier Read(Stream stream)
    {
        var words = SparseClassifier.Read(stream);
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        return new PairClassifier(words, Forest.Read(reader));
    }

    /// <summary>The pairs of a document.</summary>
    private sealed class Pairs
    {
        private readonly EntityPairs _pairs;
        private readonly IReadOnlyList<(Entity Entity, IncidentRole Role)> _entities;
        private readonly IReadOnlyList<float[]> _types;

        /// <summary>How much the words speak for a pair.</summary>
        private readonly float[,] _words;

        private readonly float _mean;

        public Pairs(IncidentText text, IReadOnlyList<(Entity Entity, IncidentRole Role)> entities, IReadOnlyList<float[]> types, SparseClassifier words)
        {
            (_pairs, _entities, _types) = (new EntityPairs(text), entities, types);
            _words = new float[entities.Count, entities.Count];
            for (var i = 0; i < entities.Count; i++)
            {
                for (var j = i + 1; j < entities.Count; j++)
                {
                    _words[i, j] = _words[j, i] = words.Predict(_pairs.Words(entities[i], entities[j], TypeOf(types[i]), TypeOf(types[j])))[1];
                    _mean += 2 * _words[i, j] / (entities.Count * (entities.Count - 1));
                }
            }
        }

        public float[] Numbers(int a, int b)
        {
            var numbers = _pairs.Numbers(_entities[a], _entities[b]);
            var (apart, bridge, both, either) = (0f, 0f, 0f, 0f);
            for (var c = 0; c < _entities.Count; c++)
            {
                if (c == a || c == b) continue;
                apart += Math.Abs(_words[a, c] - _words[b, c]);
                bridge = Math.Max(bridge, Math.Min(_words[a, c], _words[b, c]));
                both += _words[a, c] * _words[b, c];
                either += _words[a, c] + _words[b, c];
            }

            var others = Math.Max(1, _entities.Count - 2);
            numbers.AddRange([Opinion.LogOdds(_words[a, b]), _mean, _entities.Count, _types[a].Zip(_types[b], (p, q) => p * q).Sum(), apart / others, bridge, both / others, either / others]);
            return [.. numbers];
        }
    }
}
