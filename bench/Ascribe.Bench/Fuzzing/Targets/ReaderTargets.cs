using Ascribe.Dossiers.Dossiers;
using Ascribe.Dossiers.Ledger;
using Ascribe.Dossiers.Merging;
using Ascribe.Dossiers.Search;
using Ascribe.Records;
using Ascribe.Reports;

namespace Ascribe.Bench.Fuzzing.Targets;

/// <summary>The reader: any Unicode in, a valid record out, which goes into a ledger and comes back byte for byte, and of which incidents are made.</summary>
internal static class ReaderTargets
{
    private const int LongestTitle = 80;

    public static IEnumerable<FuzzTarget> All(Workplace workplace)
    {
        var sketches = new Lazy<SketchReader>(() => new SketchReader(MergingModel.Load().Words));
        yield return FuzzTarget.OfText("reader", () => Samples.Reports.SelectMany(Pieces), text =>
        {
            // The first line is the title: what stands between both is the reader's matter, too.
            var cut = text.IndexOf('\n') is >= 0 and < LongestTitle and var at ? at : 0;
            var report = new Report { Id = "any", Title = cut == 0 ? null : text[..cut], Text = text[cut..], Published = PublicationTime.On(new NodaTime.LocalDate(2024, 3, 5)) };
            var record = workplace.Reader.Read(report);
            var (source, json) = (RecordJson.Write(report), RecordJson.Write(record));
            if (RecordJson.Write(RecordJson.Read(json)) != json) throw new BrokenPromiseException("The record is not read as it was written.");
            if (EntryBody.Unpack(EntryBody.Pack(json, source), () => source) != json) throw new BrokenPromiseException("The record does not come out of the ledger as it went in.");
            Incidents(record, sketches.Value);
            return true;
        }) with
        { Words = ["\"", "“", "”", "’", "said", "claimed", "denied", "12", "no fewer than", "between", "Monday", "last week", "(Reuters)", "...", "U.S.", "Al-", "'s", "—", "قال", "не", "中"], Longest = 1500 };
    }

    /// <summary>What the ledger keeps of the incidents of a record.</summary>
    public static void Incidents(Record record, SketchReader reader)
    {
        var sketches = reader.Read(record);
        foreach (var sketch in sketches)
        {
            if (!IsSame(SketchCodec.Unpack(SketchCodec.Pack(sketch)), sketch)) throw new BrokenPromiseException("A sketch does not come back.");
            FactsCodec.Unpack(FactsCodec.Pack(IncidentFacts.Of(new DossierReport(new(sketch.Report, sketch.Number), record, sketch.Events, 0))));
        }
    }

    /// <summary>But for weights, which lose a little.</summary>
    public static bool IsSame(IncidentSketch first, IncidentSketch second) =>
        first.Report == second.Report && first.Whole.Terms.AsSpan().SequenceEqual(second.Whole.Terms) && first.Lead.Terms.AsSpan().SequenceEqual(second.Lead.Terms) && first.Title.Terms.AsSpan().SequenceEqual(second.Title.Terms)
        && first.Shingles.AsSpan().SequenceEqual(second.Shingles) && first.Names.Select(n => n.Hash).SequenceEqual(second.Names.Select(n => n.Hash)) && first.Days == second.Days && first.Places.Count == second.Places.Count && first.Types.SetEquals(second.Types) && first.Killed == second.Killed && first.Length == second.Length;

    /// <summary>Some paragraphs: the time of a reading grows with its text, and chance finds more in short ones.</summary>
    private static IEnumerable<string> Pieces(Report report)
    {
        var paragraphs = report.Text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < paragraphs.Length; i += 2) yield return $"{report.Title}\n\n{string.Join("\n\n", paragraphs.Skip(i).Take(2))}";
    }
}
