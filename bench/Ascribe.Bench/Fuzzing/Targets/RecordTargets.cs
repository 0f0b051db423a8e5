using System.Text;
using Ascribe.Dossiers.Dossiers;
using Ascribe.Dossiers.Merging;
using Ascribe.Dossiers.Review;
using Ascribe.Language;
using Ascribe.Records;
using Ascribe.Reports;

namespace Ascribe.Bench.Fuzzing.Targets;

/// <summary>The JSON of records, reports and decisions, and what reviewers type. What is accepted is written and read again to the same.</summary>
internal static class RecordTargets
{
    private static readonly Type[] s_refusals = [typeof(InvalidDataException)];

    public static IEnumerable<FuzzTarget> All(Workplace workplace)
    {
        var sketches = new Lazy<SketchReader>(() => new SketchReader(MergingModel.Load().Words));
        return
        [
            new("record", () => Small(workplace).Select(r => Encoding.UTF8.GetBytes(RecordJson.Write(r))), bytes => TakeRecord(bytes, sketches.Value)) { Refusals = s_refusals, Longest = 20_000 },
            new("report", () => Samples.Reports.Select(r => Encoding.UTF8.GetBytes(RecordJson.Write(r))), TakeReport) { Refusals = s_refusals },
            new("decision", () => Decisions().Select(d => Encoding.UTF8.GetBytes(DecisionJson.Write(d))), TakeDecision) { Refusals = s_refusals },
            FuzzTarget.OfText("written-value", () => ["rocket_shelling", "2024-03-05", "about 12", "10-12", "12 or more", "up to 12", "Tikrit (IQ)", "TLP:AMBER+STRICT"], TakeWritten),
        ];
    }

    private static bool TakeRecord(byte[] bytes, SketchReader sketches)
    {
        var record = RecordJson.Read(Encoding.UTF8.GetString(bytes));
        var json = RecordJson.Write(record);
        if (RecordJson.Write(RecordJson.Read(json)) != json) throw new BrokenPromiseException("The record is not read as it was written.");
        ReaderTargets.Incidents(record, sketches);
        return true;
    }

    private static bool TakeReport(byte[] bytes)
    {
        // The hash is put right, so that other texts are accepted, too.
        var text = Encoding.UTF8.GetString(bytes);
        var json = RecordJson.Write(RecordJson.ReadReport(WithHash(text)));
        return RecordJson.Write(RecordJson.ReadReport(json)) == json ? true : throw new BrokenPromiseException("The report is not read as it was written.");
    }

    private static string WithHash(string json)
    {
        try
        {
            using var document = System.Text.Json.JsonDocument.Parse(json);
            var (text, hash) = (document.RootElement.GetProperty("text").GetString(), document.RootElement.GetProperty("text_sha256").GetString());
            return text is null || string.IsNullOrEmpty(hash) ? json : json.Replace(hash, RecordJson.HashOf(text), StringComparison.Ordinal);
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return json;
        }
    }

    private static bool TakeDecision(byte[] bytes)
    {
        var json = DecisionJson.Write(DecisionJson.Read(Encoding.UTF8.GetString(bytes)));
        return DecisionJson.Write(DecisionJson.Read(json)) == json ? true : throw new BrokenPromiseException("The decision is not read as it was written.");
    }

    private static bool TakeWritten(string text)
    {
        var any = TlpLabel.TryParse(text, out var marking) && TlpLabel.TryParse(TlpLabel.Of(marking), out _);
        foreach (var slot in Enum.GetValues<Slot>())
        {
            if (!WrittenValue.TryParse(slot, text, out var value, out _)) continue;
            if (!WrittenValue.TryParse(slot, value, out var again, out _) || again != value) throw new BrokenPromiseException($"'{text}' of {slot} is written '{value}', and that '{again}'.");
            any = true;
        }

        return any;
    }

    /// <summary>Of a sample's beginning: a whole record has many kilobytes, of which chance hits the same kinds again and again.</summary>
    private static IEnumerable<Record> Small(Workplace workplace) => Samples.Reports.Select(r => workplace.Reader.Read(r with { Text = string.Join("\n\n", r.Text.Split("\n\n").Take(3)) }));

    private static IEnumerable<Decision> Decisions()
    {
        var signed = new Signature("Rana", "2024-03-05T09:00:00Z", "seen", "k-1");
        var (mention, dead) = (new MentionKey("r1", 2), new ValueKey(Slot.Killed, "12", "r1", ""));
        var source = new SourceSpan("r1", new Quote(new TextSpan(3, 14), "killed 14 p", inTitle: true));
        return
        [
            new IncidentDecision(signed, Verdict.Unsure, [mention], [new MentionKey("b", 0)]),
            new ActorDecision(signed, Verdict.Same, [new ActorKey("a", "Harbour Brigade")], [new ActorKey("b", "the Brigade")]),
            new AcceptDecision(signed, mention, dead),
            new RejectDecision(signed, mention, dead with { Report = null, Speaker = "police" }),
            new EditDecision(signed, mention, dead, new WrittenValue(Slot.Killed, "14", source)),
            new AddDecision(signed, mention, new WrittenValue(Slot.Place, "Tikrit (IQ)", null)),
            new StateDecision(signed, mention, ReviewState.NeedsHelp),
            new AssignDecision(signed, mention, null),
            new MarkDecision(signed, "r1", Tlp.AmberStrict),
            new UndoDecision(signed with { By = null, Why = null, Key = null }, 7),
        ];
    }
}
