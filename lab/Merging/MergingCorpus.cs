using System.Text.Json;
using Ascribe.Dossiers.Merging;
using Ascribe.Records;

namespace Ascribe.Lab.Merging;

/// <summary>Reports of known incidents with their sketches.</summary>
internal sealed class MergingCorpus
{
    private MergingCorpus(IReadOnlyList<Entry> entries) => Entries = entries;

    /// <param name="Record">What was read of the report.</param>
    /// <param name="Sketches">Its incidents.</param>
    /// <param name="Incidents">Ids of the incidents that it tells of; empty where the file does not say.</param>
    /// <param name="Topic">What must not be parted between folds.</param>
    internal sealed record Entry(Record Record, IReadOnlyList<IncidentSketch> Sketches, IReadOnlyList<string> Incidents, string Topic);

    /// <summary>In the order of publication, then of ids.</summary>
    public IReadOnlyList<Entry> Entries { get; }

    /// <param name="paths">Files of reports.</param>
    /// <param name="models">A folder of models to read with, or null: those that ship.</param>
    /// <param name="words">How rare words are.</param>
    /// <param name="records">Files of records that "lab predict records" made of them; reports that are not there are read.</param>
    public static MergingCorpus Read(IEnumerable<string> paths, string? models, BackgroundWords words, IEnumerable<string>? records = null)
    {
        var reader = new Lazy<RecordReader>(() => RecordReader.Load(models));
        var sketches = new SketchReader(words);
        JsonElement[] rows = [.. paths.SelectMany(CorpusFiles.Objects).Where(r => RecordReader.Languages.Contains(ReportObjects.Read(r).Language))];
        var known = (records ?? []).SelectMany(CorpusFiles.Lines).ToDictionary(IdOf, StringComparer.Ordinal);
        var read = new Record[rows.Length];
        Parallel.For(0, rows.Length, i =>
        {
            var report = ReportObjects.Read(rows[i]);
            read[i] = known.TryGetValue(report.Id, out var json) ? RecordJson.Read(json) : reader.Value.Read(report);
        });
        return new MergingCorpus([.. rows.Zip(read)
            .Select(r => new Entry(r.Second, sketches.Read(r.Second), Incidents(r.First), TopicOf(r.First)))
            .OrderBy(e => e.Record.Report.Published?.Day.ToString("uuuu-MM-dd", null) ?? "", StringComparer.Ordinal).ThenBy(e => e.Record.Report.Id, StringComparer.Ordinal)]);
    }

    private static string IdOf(string record)
    {
        using var json = JsonDocument.Parse(record);
        return json.RootElement.GetProperty("report").GetProperty("id").GetString()!;
    }

    /// <summary>In gvc and gva the state, in ECB+ the pair of like incidents; the topics of other corpora are too wide, and their incidents are far apart.</summary>
    private static string TopicOf(JsonElement row) => row.TryGetProperty("corpus", out var corpus) && corpus.GetString() is "gvc" or "gva" or "ecbplus" && row.TryGetProperty("topic", out var topic)
        ? topic.ToString() : Incidents(row).FirstOrDefault("");

    private static string[] Incidents(JsonElement row) => row.TryGetProperty("incident_ids", out var ids) ? [.. ids.EnumerateArray().Select(i => i.GetString()!)]
        : row.TryGetProperty("cluster", out var cluster) && cluster.ValueKind == JsonValueKind.String ? [cluster.GetString()!] : [];
}
