using System.Text.Json.Nodes;
using Ascribe.Dossiers.Dossiers;
using Ascribe.Dossiers.Ledger;
using Ascribe.Dossiers.Review;
using Ascribe.Tests.Dossiers;
using FsCheck;
using FsCheck.Fluent;

namespace Ascribe.Tests.Review;

/// <summary>Whatever is decided can be taken back, and what has nothing to do with each other may come in any order.</summary>
public sealed class DecisionPropertyTests : IDisposable
{
    private static readonly Signature s_signed = new("Rana", "2024-03-05T09:00:00Z", "seen");

    private readonly string _folder = Directory.CreateTempSubdirectory("ascribe-decide-").FullName;
    private readonly string _path;
    private readonly Decision[] _possible;

    public DecisionPropertyTests()
    {
        _path = Path.Combine(_folder, "test.ascribe");
        using var ledger = ReportLedger.Open(_path);
        DossierReports.AddAll(ledger);
        var make = new DecisionMaker(ledger, DossierShelf.Open(ledger));
        _possible =
        [
            make.Accept(s_signed, "first", Slot.Killed, "12"), make.Reject(s_signed, "first", Slot.Killed, "15"), make.Reject(s_signed, "first", Slot.Killed, "12", report: "first"),
            make.Edit(s_signed, "first", Slot.Killed, "14", "13", make.Span("copy", 10, 40)), make.Edit(s_signed, "first", Slot.Killed, "12", "15", null),
            make.Reject(s_signed, "first", Slot.Wounded, "30"), make.Add(s_signed, "first", Slot.Missing, "2", null), make.Accept(s_signed, "other", Slot.Place, "tikrit"),
            make.State(s_signed, "first", ReviewState.Ready), make.State(s_signed, "other", ReviewState.Rejected), make.Assign(s_signed, "first", "Sami"), make.Assign(s_signed, "first", null),
            make.Mark(s_signed, "first", Tlp.Green), make.Mark(s_signed, "second", Tlp.Red),
            make.Incidents(s_signed, Verdict.Same, "first", "other"), make.Incidents(s_signed, Verdict.Different, "first", "second"), make.Incidents(s_signed, Verdict.Unsure, "first", "far"),
        ];
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Undone_in_reverse_all_is_as_it_was() =>
        Prop.ForAll(Gen.Elements(_possible).NonEmptyListOf().ToArbitrary(), decisions =>
        {
            using var ledger = Copy();
            var before = new List<string>();
            var numbers = new List<long>();
            foreach (var decision in decisions)
            {
                before.Add(Dossiers(ledger));
                numbers.Add(ledger.Decide(decision));
            }

            for (var i = numbers.Count - 1; i >= 0; i--)
            {
                ledger.Decide(new UndoDecision(s_signed, numbers[i]));
                Assert.Equal(before[i], Dossiers(ledger));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(15).WithEndSize(6));

    [Fact]
    public void What_has_nothing_to_do_with_each_other_comes_in_any_order()
    {
        // One decision of each subject: a slot, the state, the assignment, a report's marking, a pair. Two dossiers may become one, so their states have to do with each other.
        var unrelated = Gen.Shuffle(_possible).Select(all => all.DistinctBy(SubjectOf).ToArray());
        Prop.ForAll(unrelated.SelectMany(Gen.Shuffle, (one, other) => (one, other)).ToArbitrary(), orders =>
        {
            using var first = Copy();
            using var second = Copy();
            first.Decide(orders.one);
            second.Decide(orders.other);
            Assert.Equal(Dossiers(first), Dossiers(second));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));
    }

    private static string SubjectOf(Decision decision) => decision switch
    {
        ValueDecision d => $"{d.Value.Slot}",
        AddDecision d => $"{d.Value.Slot}",
        MarkDecision d => $"mark {d.Of}",
        IncidentDecision => "incident",
        _ => decision.Verb,
    };

    private ReportLedger Copy()
    {
        var path = Path.Combine(_folder, Guid.NewGuid().ToString("N"));
        File.Copy(_path, path);
        return ReportLedger.Open(path);
    }

    /// <summary>All dossiers without the numbers that their decisions have.</summary>
    private static string Dossiers(ReportLedger ledger) => string.Join('\n', DossierShelf.Open(ledger).All().Select(dossier =>
    {
        var json = JsonNode.Parse(DossierJson.Write(dossier))!;
        Unnumber(json);
        return json.ToJsonString();
    }));

    private static void Unnumber(JsonNode node)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array) Unnumber(item!);
        }

        if (node is not JsonObject fields) return;
        fields.Remove("decision");
        fields.Remove("decisions");
        foreach (var (_, value) in fields)
        {
            if (value is JsonObject or JsonArray) Unnumber(value);
        }
    }
}
