using System.Text.Json;
using Ascribe.Lab.Merging;
using Ascribe.Lab.Muc4;

namespace Ascribe.Lab.Counting;

/// <summary>Learns tolls from reports whose incidents stand in the register.</summary>
internal sealed class TollTrainer
{
    private readonly Dictionary<string, (int Killed, int Injured)> _register;

    /// <param name="register">gva.incidents.jsonl.gz.</param>
    public TollTrainer(string register) => _register = CorpusFiles.Objects(register).ToDictionary(r => r.GetProperty("incident_id").GetString()!, r => (Number(r, "killed"), Number(r, "injured")), StringComparer.Ordinal);

    public TollModel Train(IEnumerable<MergingCorpus.Entry> entries)
    {
        var known = entries.Where(e => e.Incidents.Count > 0 && _register.ContainsKey(e.Incidents[0])).Select(e => (Features: TollFeatures.Of(e.Record), Toll: _register[e.Incidents[0]])).ToArray();
        var trainer = SparseTrainer.Documents with { LeastExamples = 8 };
        return new TollModel(
            trainer.Train(TollModel.Most + 1, known.Select(k => new SparseExample(k.Features, Math.Min(k.Toll.Killed, TollModel.Most)))),
            trainer.Train(TollModel.Most + 1, known.Select(k => new SparseExample(k.Features, Math.Min(k.Toll.Injured, TollModel.Most)))));
    }

    private static int Number(JsonElement row, string name) => row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt32() : 0;
}
