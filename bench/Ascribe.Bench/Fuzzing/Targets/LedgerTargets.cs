using System.Text;
using Ascribe.Dossiers.Dossiers;
using Ascribe.Dossiers.Index;
using Ascribe.Dossiers.Ledger;
using Ascribe.Dossiers.Merging;
using Ascribe.Dossiers.Search;
using Ascribe.Records;

namespace Ascribe.Bench.Fuzzing.Targets;

/// <summary>What lies packed in a ledger, which somebody else may have made.</summary>
internal static class LedgerTargets
{
    private static readonly Type[] s_refusals = [typeof(InvalidDataException)];

    public static IEnumerable<FuzzTarget> All(Workplace workplace)
    {
        var report = new Lazy<string>(() => RecordJson.Write(workplace.Records[0].Report));
        var record = new Lazy<string>(() => RecordJson.Write(workplace.Records[0]));
        return
        [
            new("entry-body", () => [EntryBody.Pack(report.Value), EntryBody.Pack(record.Value, report.Value)], bytes => EntryBody.Unpack(bytes, () => report.Value).Length > 0) { Refusals = s_refusals },
            new("record-cut", () => [RecordCut.TryCut(Encoding.UTF8.GetBytes(record.Value), Encoding.UTF8.GetBytes(report.Value))!], bytes => TakeCut(bytes, Encoding.UTF8.GetBytes(report.Value))) { Refusals = s_refusals, Longest = 20_000 },
            new("sketch", () => Sketches(workplace).Select(s => SketchCodec.Pack(s.Sketch)), TakeSketch) { Refusals = s_refusals },
            new("facts", () => Sketches(workplace).Select(s => FactsCodec.Pack(IncidentFacts.Of(new DossierReport(new(s.Sketch.Report, s.Sketch.Number), s.Record, s.Sketch.Events, 0)))), TakeFacts) { Refusals = s_refusals },
            new("postings", Postings, TakePostings) { Refusals = s_refusals },
            new("ledger", () => [File.ReadAllBytes(workplace.Ledger("whole"))], bytes => TakeLedger(workplace.PathOf("damaged"), bytes)) { Refusals = [typeof(LedgerException)], Longest = int.MaxValue },
        ];
    }

    private static bool TakeCut(byte[] bytes, byte[] report)
    {
        var record = RecordCut.Restore(bytes, report);
        if (RecordCut.TryCut(record, report) is { } cut && !RecordCut.Restore(cut, report).AsSpan().SequenceEqual(record)) throw new BrokenPromiseException("The record does not come back.");
        return true;
    }

    private static bool TakeSketch(byte[] bytes)
    {
        var sketch = SketchCodec.Unpack(bytes);
        return ReaderTargets.IsSame(SketchCodec.Unpack(SketchCodec.Pack(sketch)), sketch) ? true : throw new BrokenPromiseException("The sketch does not come back.");
    }

    private static bool TakeFacts(byte[] bytes)
    {
        var facts = FactsCodec.Unpack(bytes);
        FactsCodec.Unpack(FactsCodec.Pack(facts));
        return SearchCodes.Of(facts).Count() >= 0;
    }

    private static bool TakePostings(byte[] bytes)
    {
        var lists = new PostingReader(bytes);
        var postings = new List<Posting>();
        while (lists.Next(out var key, out var list)) PostingReader.Read(key, list, postings);
        return true;
    }

    /// <summary>A whole file, with all that is made of it.</summary>
    private static bool TakeLedger(string path, byte[] bytes)
    {
        foreach (var old in Directory.GetFiles(Path.GetDirectoryName(path)!, Path.GetFileName(path) + "*")) File.Delete(old);
        File.WriteAllBytes(path, bytes);
        using var ledger = ReportLedger.Open(path, create: false);
        var isWhole = ledger.Check().Count == 0;
        ledger.Decisions();
        if (ledger.List().Count() < ledger.Records().Count()) throw new BrokenPromiseException("There are more records than reports.");
        foreach (var summary in DossierShelf.Open(ledger).Summaries(new DossierQuery())) DossierShelf.Open(ledger).Find(summary.Id);
        return isWhole;
    }

    private static IEnumerable<(Record Record, IncidentSketch Sketch)> Sketches(Workplace workplace)
    {
        var reader = new SketchReader(MergingModel.Load().Words);
        return workplace.Records.SelectMany(r => reader.Read(r).Select(s => (r, s)));
    }

    private static IEnumerable<byte[]> Postings()
    {
        var writer = new PostingWriter(256);
        writer.Write(3, [new Posting(3, 1, 200, 0), new Posting(3, 70_000, 1, 255)]);
        writer.Write(300, [new Posting(300, 2, 7, 7)]);
        writer.Write(ushort.MaxValue, [.. Enumerable.Range(1, 60).Select(i => new Posting(ushort.MaxValue, i * i, (byte)i, 0))]);
        yield return writer.ToArray();
    }
}
