using Ascribe.Claims;
using Ascribe.Dossiers.Dossiers;
using Ascribe.Dossiers.Ledger;
using Ascribe.Dossiers.Review;
using Ascribe.Dossiers.Search;
using Ascribe.Events;
using Ascribe.Places;
using Ascribe.Records;
using Ascribe.Tests.Dossiers;
using NodaTime;

namespace Ascribe.Tests.Search;

/// <summary>The search index finds what putting the question to one dossier after the other finds.</summary>
public sealed class SearchIndexTests : IDisposable
{
    private static readonly string[] s_towns = ["Tikrit", "Mosul", "Baghdad", "Kirkuk", "Homs", "Kabul", "Sanaa", "Samarra"];

    private static readonly string[] s_acts =
    [
        "A car bomb killed {0} people at a market in {1} on {2}, police said. The Islamic State claimed responsibility for the bombing.",
        "Gunmen shot dead {0} soldiers near {1} on {2}, the defence ministry said. No group claimed responsibility for the attack.",
        "Rockets hit a base outside {1} on {2}. The health ministry said {0} people were wounded. Hamas denied involvement in the attack.",
        "{0} workers were kidnapped in {1} on {2}, the governor said. Colonel Adnan Barzoki accused Kataib Hezbollah of the kidnapping.",
        "The army shelled a village near {1}, killing {0} civilians, residents said. An army spokesman denied the report.",
    ];

    private static readonly string[] s_days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];

    private static readonly string?[] s_texts =
        ["market", "bomb* NOT police", "\"islamic state\"", "soldiers OR workers", "kidnapped (tikrit OR mosul)", "\"the army\" village", "nowhere", "ministry -", "\"killing 3\"", "base outside kirkuk", "robert'; DROP TABLE entry --"];

    private static readonly string?[] s_names = ["Tikrit", "bagh*", "Adnan Barzoki", "islamic state", "health ministry", "police", "IS", "--", "\"", "army", "hezbollah"];

    private readonly string _folder = Directory.CreateTempSubdirectory("ascribe-search-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_index_finds_what_the_slow_way_finds()
    {
        using var ledger = ReportLedger.Open(Path.Combine(_folder, "test.ascribe"));
        Fill(ledger);
        var random = new Random(5);
        var shelf = DossierShelf.Open(ledger);
        HoldsFor(shelf, 60);

        // The same on top of decisions, with a report read again and one added.
        var all = shelf.All().Select(d => d.Reports[0].Mention).ToList();
        Decide(Verdict.Same, all[0], all[5]);
        Decide(Verdict.Same, all[3], all[9]);
        Decide(Verdict.Different, shelf.All().First(d => d.Reports.Count > 1).Reports[0].Mention, shelf.All().First(d => d.Reports.Count > 1).Reports[1].Mention);
        var record = ledger.Find("r7")!;
        ledger.Add(record.Report, record with { Reader = new ReaderVersion("9.9.9", record.Reader.Models) });
        DossierReports.Add(ledger, "late", "Car bomb in Tikrit", "A car bomb killed 9 people at a market in Tikrit on Monday, police said.", "2016-03-08");
        var contradicted = shelf.Find(new DossierQuery { Disagreement = true }).First();
        foreach (var statement in contradicted.Slots.First(s => s.Agreement == Agreement.Contradicted).Values.Skip(1).SelectMany(v => v.Statements))
            ledger.Decide(new RejectDecision(new Signature(null, "2026-01-02T00:00:00Z"), contradicted.Reports[0].Mention, new ValueKey(statement.Slot, statement.Value)));
        HoldsFor(DossierShelf.Open(ledger), 60);

        void Decide(Verdict verdict, MentionKey first, MentionKey second) => ledger.Decide(new IncidentDecision(new Signature(null, "2026-01-01T00:00:00Z", null), verdict, [first], [second]));

        void HoldsFor(DossierShelf asked, int questions)
        {
            var dossiers = asked.All().ToList();
            var found = 0;
            for (var n = 0; n < questions; n++)
            {
                var query = Question(random);
                string[] slow = [.. dossiers.Where(d => query.Fits(d)).Select(d => d.Id)];
                if (n % 5 == 0) Assert.Equal(slow, asked.Find(query).Select(d => d.Id));
                Assert.Equal(slow, asked.Summaries(query).Select(d => d.Id));
                var latest = query with { Sort = DossierSort.LatestPublication };
                string[] sorted = [.. asked.Summaries(latest).Select(d => d.Id)];
                Assert.Equal(slow.Order(StringComparer.Ordinal), sorted.Order(StringComparer.Ordinal));
                Assert.Equal(sorted, Pages(asked, latest));
                Assert.Equal(slow, Pages(asked, query));
                found += slow.Length;
            }

            Assert.InRange(found, questions / 2, questions * dossiers.Count / 3);
            LocalDate?[] days = [.. asked.Summaries(new DossierQuery { Sort = DossierSort.LatestPublication }).Select(s => s.LastPublished)];
            Assert.Equal(days.OrderByDescending(d => d ?? LocalDate.MinIsoValue), days);
        }
    }

    [Fact]
    public void A_summary_tells_what_the_dossier_tells()
    {
        using var ledger = ReportLedger.Open(Path.Combine(_folder, "test.ascribe"));
        Fill(ledger);
        var shelf = DossierShelf.Open(ledger);
        foreach (var (dossier, summary) in shelf.All().Zip(shelf.Summaries(new DossierQuery()), (d, s) => (d, s)))
        {
            Assert.Equal((dossier.Id, dossier.Title, dossier.Reports.Count, dossier.Origins), (summary.Id, summary.Title, summary.Reports, summary.Origins));
            Assert.Equal(dossier[Slot.Day]?.Best.Value, summary.Day?.ToString("uuuu-MM-dd", null));
            Assert.Equal(dossier[Slot.Place]?.Best.Value, summary.Country is { } country ? $"{summary.Place} ({country})" : summary.Place);
            Assert.Equal(dossier[Slot.Type]?.Best.Value, summary.Types.Count > 0 ? summary.Types[0] : null);
            Assert.Equal((dossier[Slot.Killed]?.Best.Value, dossier[Slot.Killed]?.Low, dossier[Slot.Killed]?.High), (summary.Killed?.Value, summary.Killed?.Low, summary.Killed?.High));
            Assert.Equal(dossier.Slots.Where(s => s.Agreement == Agreement.Contradicted).Select(s => s.Slot), summary.Contradicted);
            Assert.Equal(dossier.Reports.Max(r => r.Record.Report.Published?.Day), summary.LastPublished);
            foreach (var report in dossier.Reports)
            {
                var facts = IncidentFacts.Of(report);
                var kept = FactsCodec.Unpack(FactsCodec.Pack(facts));
                Assert.Equal(FactsCodec.Pack(facts with { Statements = [] }), FactsCodec.Pack(kept with { Statements = [] }));
                Assert.Equal(facts.Statements.Select(s => (s.Slot, s.Count, s.Authority, s.Published)), kept.Statements.Select(s => (s.Slot, s.Count, s.Authority, s.Published)));
            }
        }
    }

    [Fact]
    public void Facts_cut_short_are_told()
    {
        using var ledger = ReportLedger.Open(Path.Combine(_folder, "test.ascribe"));
        DossierReports.AddAll(ledger);
        var packed = FactsCodec.Pack(IncidentFacts.Of(DossierShelf.Open(ledger).Find("first")!.Reports[0]));
        for (var length = 0; length < packed.Length; length++) Assert.Throws<InvalidDataException>(() => FactsCodec.Unpack(packed[..length]));
    }

    private static void Fill(ReportLedger ledger)
    {
        DossierReports.AddAll(ledger);
        var random = new Random(9);
        for (var n = 0; n < 60; n++)
        {
            var (act, town, day) = (s_acts[random.Next(s_acts.Length)], s_towns[random.Next(s_towns.Length)], s_days[random.Next(s_days.Length)]);
            var text = string.Format(null, act, random.Next(2, 6), town, day);
            if (n % 9 == 0) text += " " + string.Format(null, s_acts[random.Next(s_acts.Length)], random.Next(2, 40), s_towns[random.Next(s_towns.Length)], "Sunday");
            DossierReports.Add(ledger, $"r{n}", n % 4 == 0 ? $"Attack in {town}" : "", text, $"2016-0{1 + random.Next(6)}-{10 + random.Next(15)}");
        }
    }

    private static IEnumerable<string> Pages(DossierShelf shelf, DossierQuery query)
    {
        for (string? after = null; ;)
        {
            var page = shelf.Summaries(query with { After = after, Limit = 7 }).Select(d => d.Id).ToList();
            foreach (var id in page) yield return id;
            if (page.Count < 7) yield break;
            after = page[^1];
        }
    }

    private static DossierQuery Question(Random random)
    {
        bool Asks() => random.Next(7) == 0;
        T One<T>(params T[] of) => of[random.Next(of.Length)];
        var day = new LocalDate(2016, 1, 1).PlusDays(random.Next(180));
        return new DossierQuery
        {
            Since = Asks() ? day : null,
            Until = Asks() ? day.PlusDays(30) : null,
            Type = Asks() ? One("bombing", "armed_assault", "car_bombing", "hostage_taking", "rocket_shelling") : null,
            Country = Asks() ? One("IQ", "iq", "SY", "AF", "ZZ") : null,
            Place = Asks() ? One(s_names) : null,
            Near = Asks() ? (new Coordinates(34.6, 43.7), One(0, 20.0, 200, 2000, 19000)) : null,
            Polygon = Asks() ? [new Coordinates(33, 42), new Coordinates(33, 45), new Coordinates(37, One(44, 60))] : null,
            Actor = Asks() ? One([.. s_names, "islamic-state", "kataib-hezbollah", "iraq"]) : null,
            Speaker = Asks() ? One(s_names) : null,
            Stance = Asks() ? One(Enum.GetValues<Stance>()) : null,
            Responsibility = Asks() ? One(Enum.GetValues<ResponsibilityStatus>()) : null,
            Text = Asks() ? One(s_texts) : null,
            Disagreement = Asks(),
            Contradicted = Asks() ? One(Enum.GetValues<Slot>()) : null,
            PublishedSince = Asks() ? day : null,
            Several = Asks(),
        };
    }
}
