using System.Text;
using Ascribe.Language.Models;

namespace Ascribe.Lab.Muc4;

/// <summary>How surely an organisation is named as the doer: a forest for each value, which looks at what a network says of the words, at how the reading has it, and at what such names and such outlets had in the documents that were learnt from.</summary>
internal sealed class SuretyClassifier
{
    private const string Slot = "perp_org_confidence";

    /// <summary>Share of an incident's members that are found, about.</summary>
    private const double MembersFound = 0.6;

    /// <summary>So often an incident is learnt from with a part of its members.</summary>
    private const int IncompleteTimes = 6;

    /// <summary>For what many words tell a little of.</summary>
    private static readonly SparseNetworkTrainer s_words = new() { Passes = 20, Rate = 0.005f, Dropout = 0.3f, Decay = 0.003f, LeastExamples = 2, Hidden = 16 };

    private readonly SlotClassifier _words;
    private readonly ClassRates _rates;
    private readonly Forest[] _forests;

    /// <param name="words">A network over <see cref="SuretyFeatures"/>.</param>
    /// <param name="rates">How often names and words of headers had each value.</param>
    /// <param name="forests">By value, in the order of the network's.</param>
    private SuretyClassifier(SlotClassifier words, ClassRates rates, Forest[] forests) => (_words, _rates, _forests) = (words, rates, forests);

    public static SuretyClassifier Train(IReadOnlyList<PreparedText> texts)
    {
        var random = new Random(1);
        Example[][] examples = [.. texts.Select(t => Examples(t).SelectMany(e => Enumerable.Range(0, IncompleteTimes).Select(_ => Incomplete(e, random)).Prepend(e)).ToArray())];
        SlotClassifier Words(IEnumerable<int> on) => IncidentTrainer.Learn(s_words, on.SelectMany(i => examples[i].Select(e => (new SuretyFeatures(texts[i].Text).Of(e.Entity, e.Members), (string?)e.Value))));
        var whole = Words(Enumerable.Range(0, texts.Count));
        ClassRates Rates(IEnumerable<int> on)
        {
            var counted = NoRates(whole.Values.Length);
            foreach (var i in on)
            {
                foreach (var example in examples[i])
                {
                    if (Array.IndexOf(whole.Values, example.Value) is not (>= 0 and var value)) continue;
                    foreach (var name in Names(texts[i], example.Entity)) counted.Add(name, value);
                }
            }

            return counted;
        }

        var (words, rates) = (Folds.Of(texts.Count, Words), Folds.Of(texts.Count, Rates));
        var (rows, values) = (new List<float[]>(), new List<string>());
        for (var i = 0; i < texts.Count; i++)
        {
            foreach (var example in examples[i])
            {
                rows.Add(Numbers(texts[i], example.Entity, example.Members, whole.Values, words[i], Said(texts[i], example.Entity, example.Members, words[i]), rates[i]));
                values.Add(example.Value);
            }
        }

        return new SuretyClassifier(whole, Rates(Enumerable.Range(0, texts.Count)), Array.ConvertAll(whole.Values, v => Forest.Train(rows, [.. values.Select(w => w == v)], trees: 60, depth: 3, share: 0.15)));
    }

    private static ClassRates NoRates(int values) => new(values, doubt: 2, prior: 0.2f);

    private static IEnumerable<Example> Examples(PreparedText text) =>
        IncidentTrainer.AnswersOf(Slot, text, r => r == IncidentRole.PerpetratorOrganization, isForced: true).Select(v => new Example(v.Entity, IncidentTrainer.Members(text, v.Template), v.Value));

    /// <summary>The example with a part of the incident's other members: those that are found are never all.</summary>
    private static Example Incomplete(Example example, Random random) =>
        example with { Members = [.. example.Members.Where(m => m.Entity == example.Entity || random.NextDouble() < MembersFound)] };

    /// <summary>The name of the organisation and the words of the header.</summary>
    private static IEnumerable<uint> Names(PreparedText text, Entity entity) => text.Text.HeaderWords.Select(w => FeatureHash.Of(w)).Prepend(text.NameOf(entity));

    /// <summary>What the words alone speak for, by the network's values.</summary>
    private static float[] Said(PreparedText text, Entity entity, IReadOnlyList<(Entity Entity, IncidentRole Role)> members, SlotClassifier words) =>
        words.Classifier.Predict(new SuretyFeatures(text.Text).Of(entity, members));

    private static float[] Numbers(PreparedText text, Entity entity, IReadOnlyList<(Entity Entity, IncidentRole Role)> members, string[] values, SlotClassifier words, float[] said, ClassRates rates)
    {
        var numbers = SuretyNumbers.Of(text.Text, entity, members);
        var names = Names(text, entity).ToList();
        for (var v = 0; v < values.Length; v++)
        {
            numbers.Add(Array.IndexOf(words.Values, values[v]) is >= 0 and var at ? Opinion.LogOdds(said[at]) : Opinion.LogOdds(0));
            numbers.Add(rates.Of(names[0], v));
            numbers.Add(names.Skip(1).Select(n => MathF.Log(rates.Of(n, v))).DefaultIfEmpty().Average());
        }

        return [.. numbers];
    }

    /// <param name="members">The entities of the incident with their roles.</param>
    public string Choose(PreparedText text, Entity entity, IReadOnlyList<(Entity Entity, IncidentRole Role)> members)
    {
        var said = Said(text, entity, members, _words);
        var numbers = Numbers(text, entity, members, _words.Values, _words, said, _rates);

        // The mean of both: either alone is right less often.
        return SlotClassifier.Choose(_words.Values, [.. _forests.Select((f, v) => (f.Predict(numbers) + said[v]) / 2)]);
    }

    public void Write(Stream stream)
    {
        _words.Write(stream);
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        _rates.Write(writer);
        foreach (var forest in _forests) forest.Write(writer);
    }

    /// <exception cref="InvalidDataException">The numbers cannot be.</exception>
    /// <exception cref="EndOfStreamException">The weights are cut short.</exception>
    public static SuretyClassifier Read(Stream stream)
    {
        var words = SlotClassifier.Read(stream);
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        var rates = NoRates(words.Values.Length).Read(reader);
        return new SuretyClassifier(words, rates, Array.ConvertAll(words.Values, _ => Forest.Read(reader)));
    }

    /// <param name="Members">Those whom the key names in the same template.</param>
    private sealed record Example(Entity Entity, IReadOnlyList<(Entity Entity, IncidentRole Role)> Members, string Value);
}
