using Ascribe.Actors;
using Ascribe.Dossiers.Actors;
using Ascribe.Dossiers.Dossiers;
using Ascribe.Dossiers.Ledger;
using Ascribe.Dossiers.Review;
using Ascribe.Records;
using Ascribe.Reports;
using Microsoft.Data.Sqlite;

namespace Ascribe.Tests.Dossiers.Actors;

public sealed class ActorShelfTests : IDisposable
{
    private static readonly Signature s_signed = new("Rana", "2024-03-05T09:00:00Z", "seen");

    private readonly string _folder = Directory.CreateTempSubdirectory("ascribe-actors-").FullName;
    private readonly ReportLedger _ledger;

    public ActorShelfTests() => _ledger = ReportLedger.Open(Path.Combine(_folder, "test.ascribe"));

    public void Dispose()
    {
        _ledger.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private ActorShelf Shelf => ActorShelf.Open(_ledger, DossierShelf.Open(_ledger));

    [Fact]
    public void Who_is_named_alike_is_one()
    {
        Add("r1", Person("Adnan Barzoki"), Group("al-Nasr Front"), Known("ISIL", "islamic-state"), Person("Salim"));
        Add("r2", Person("ADNAN BARZOKI"), Group("Al Nasr Front"), Known("Islamic State", "islamic-state"), Person("Salim"), Group("gunmen"), Group("Gunmen"));
        Assert.Equal(["Adnan Barzoki 2", "Islamic State 2", "Salim 1", "Salim 1", "al-Nasr Front 2"], All());
        Assert.Equal(2, Shelf.Find("islamic-state")!.Reports.Count);
        Assert.Equal(Shelf.Find("ISIL")!.Summary, Shelf.Find("Islamic State")!.Summary);
        Assert.Equal(["al-Nasr Front", "Al Nasr Front"], Shelf.Find("alnasr front")!.Names.Select(n => n.Text).OrderDescending(StringComparer.Ordinal));
        Assert.Equal(2, Shelf.Search("salim").Count);
        Assert.Null(Shelf.Find("Salim"));
    }

    [Fact]
    public void Whoever_is_told_on_opposed_sides_is_two_who_may_be_one()
    {
        Add("r1", Person("Omar Haddad"), Group("Harbour Brigade"), Tie(RelationKind.CommanderOf, 0, 1));
        Add("r2", Person("Omar Haddad"), Body("Interior Ministry", "SY"), Tie(RelationKind.SpokesmanOf, 0, 1));
        Add("r3", Person("Omar Haddad"), Body("Interior Ministry", "IQ"));
        Assert.Equal(2, Shelf.Search("omar haddad").Count);
        Assert.Equal(2, Shelf.Search("interior ministry").Count);
        var twin = Assert.Single(Shelf.Find(Shelf.Search("omar haddad")[0].Id)!.PossiblySame);
        Assert.Equal(["the same name", "but one with an armed group, the other not"], twin.Reasons);
    }

    [Fact]
    public void Names_that_may_mean_one_are_shown_with_the_reason()
    {
        Add("r1", Group("Northern Valley Liberation Front"), Person("Adnan Barzoki"));
        Add("r2", Group("NVLF"), Group("Valley Liberation Front"), Person("Barzoki"), Group("Front of Lights"));
        var twins = Shelf.Find("Northern Valley Liberation Front")!.PossiblySame;
        Assert.Equal([("NVLF", "the initials of the other"), ("Valley Liberation Front", "stands in the longer name: Valley Liberation Front")], twins.Select(t => (t.Name, t.Reasons[0])).Order());
        Assert.Equal("the short name: Barzoki", Assert.Single(Shelf.Find("Barzoki")!.PossiblySame).Reasons[0]);
    }

    [Fact]
    public void What_is_decided_holds_until_it_is_undone_and_old_ids_lead_on()
    {
        Add("r1", Group("Northern Valley Front"));
        Add("r2", Group("NVF"));
        var (first, second) = (Shelf.Find("Northern Valley Front")!.Summary.Id, Shelf.Find("NVF")!.Summary.Id);
        var same = Decide(Verdict.Same, "NVF", first);
        Assert.Equal(["Northern Valley Front 2"], All());
        Assert.Equal((first, 2), (Shelf.Find(second)!.Summary.Id, Shelf.Find("NVF")!.Names.Count));
        Assert.Empty(Shelf.Find(first)!.PossiblySame);
        Assert.Throws<DecisionException>(() => Decide(Verdict.Same, first, second));
        Decide(Verdict.Different, first, second);
        Assert.Equal(["NVF 1", "Northern Valley Front 1"], All());
        Assert.Empty(Shelf.Find(first)!.PossiblySame);
        Decide(Verdict.Unsure, first, second);
        Assert.True(Assert.Single(Shelf.Find(second)!.PossiblySame).Unsure);
        _ledger.Decide(new UndoDecision(s_signed, same));
        Assert.Equal(2, All().Length);
        Assert.Empty(_ledger.Check());
    }

    [Fact]
    public void What_one_report_calls_so_can_be_taken_out()
    {
        Add("r1", Person("Ali Hassan"));
        Add("r2", Person("Ali Hassan"));
        Add("r3", Person("Ali Hassan"));
        var id = Shelf.Find("Ali Hassan")!.Summary.Id;
        var parted = Decide(Verdict.Different, id, "r2");
        Assert.Equal(["Ali Hassan 1", "Ali Hassan 2"], All());
        Assert.Equal(["r3", "r1"], Shelf.Find(id)!.Reports.Select(r => r.Id));
        var other = new ActorKey("r2", "Ali Hassan").Id;
        Assert.Equal("r2", Assert.Single(Shelf.Find(other)!.Reports).Id);
        var joined = Decide(Verdict.Same, id, other);
        Assert.Equal(["Ali Hassan 3"], All());
        _ledger.Decide(new UndoDecision(s_signed, joined));
        _ledger.Decide(new UndoDecision(s_signed, parted));
        Assert.Equal(["Ali Hassan 3"], All());
        // The report that named him first keeps his id with the others.
        Decide(Verdict.Different, id, "r1");
        Assert.Equal(["Ali Hassan 1", "Ali Hassan 2"], All());
        Assert.Equal("r1", Assert.Single(Shelf.Find(id)!.Reports).Id);
        Assert.Equal(["r3", "r2"], Shelf.Find(other)!.Reports.Select(r => r.Id));
    }

    [Fact]
    public void A_report_read_again_keeps_ids_and_decisions_and_loses_whom_it_no_longer_names()
    {
        Add("r1", Group("Harbour Brigade"), Person("Omar Haddad"));
        Add("r2", Group("HB Brigade"));
        Decide(Verdict.Same, "Harbour Brigade", "HB Brigade");
        var id = Shelf.Find("Harbour Brigade")!.Summary.Id;
        Add("r1", "2", Group("Harbour Brigade"));
        Assert.Equal(["Harbour Brigade 2"], All());
        Assert.Equal(id, Shelf.Find("HB Brigade")!.Summary.Id);
        Add("r1", "3", Person("Omar Haddad"));
        Assert.Equal(["HB Brigade 1", "Omar Haddad 1"], All());
    }

    [Fact]
    public void Made_anew_the_tables_are_the_same()
    {
        DossierReports.AddAll(_ledger);
        Add("r1", Group("Harbour Brigade"), Person("Omar Haddad"));
        Add("r1", "2", Person("Omar Haddad"));
        var before = Lines();
        ActorShelf.Rebuild(_ledger);
        Assert.Equal(before, Lines());
        Execute("UPDATE actor_state SET version = 'of old'; DELETE FROM actor");
        Assert.Equal(before, Lines());
        Execute("DROP TABLE actor_state");
        Add("r2", Person("Omar Haddad"));
        Assert.Contains("Omar Haddad 2", All());
    }

    [Fact]
    public void A_profile_tells_parts_claims_and_ties_with_their_sources()
    {
        DossierReports.AddAll(_ledger);
        var profile = Shelf.Find("islamic-state")!;
        var dossier = DossierShelf.Open(_ledger).Find("first")!.Id;
        var claimed = Assert.Single(profile.Parts, p => p.Kind == PartKind.Claimed);
        Assert.Equal((dossier, "second"), (claimed.Dossier, claimed.Report));
        Assert.Contains(profile.Says, c => c.Report == "second");
        var colonel = Shelf.Find("Adnan Barzoki")!;
        Assert.Contains(colonel.Roles, r => r.Text.Contains("olonel", StringComparison.Ordinal));
        Assert.Equal(3, colonel.Summary.Reports);
        Assert.Contains(colonel.Relations, r => r is { IsSubject: true, Report: "first" });
        Assert.Contains(colonel.Parts, p => p.Kind == PartKind.Speaker && p.Dossier == dossier);
        Assert.Contains(Shelf.Find("Hamid Jaralla")!.Parts, p => p.Kind == PartKind.Victim);
        _ledger.Decide(new MarkDecision(s_signed, "second", Tlp.Red));
        Assert.Equal(Tlp.Red, Shelf.Find("islamic-state")!.Marking);
    }

    [Fact]
    public void Asked_for_one_those_are_found_whom_decisions_made_one_with_him()
    {
        DossierReports.AddAll(_ledger);
        DossierReports.Add(_ledger, "late", "Bomb kills two soldiers in Maiduguri", "A bomb killed two soldiers in Maiduguri on Friday, police said. Boko Haram claimed responsibility for the bombing in a statement.", "2016-04-09");
        string[] With(string actor) => [.. DossierShelf.Open(_ledger).Find(new DossierQuery { Actor = actor }).Select(d => d.Id)];
        var (other, group) = (With("Boko Haram"), With("islamic-state"));
        Assert.NotEmpty(other);
        Assert.NotEmpty(group.Except(other));
        Assert.Equal(other, With(Shelf.Find("Boko Haram")!.Summary.Id));
        var same = Decide(Verdict.Same, "Boko Haram", "islamic-state");
        Assert.Equal(other.Union(group).Order(StringComparer.Ordinal), With("Boko Haram").Order(StringComparer.Ordinal));
        Assert.Equal(With("Boko Haram"), With(Shelf.Find("islamic-state")!.Summary.Id));
        Assert.Equal(With("Boko Haram"), With("islamic-state"));
        _ledger.Decide(new UndoDecision(s_signed, same));
        Assert.Equal(other, With("Boko Haram"));
        Assert.Equal(group, With("islamic-state"));
    }

    private string[] All() => [.. Shelf.All().Select(a => $"{a.Name} {a.Reports}").Order(StringComparer.Ordinal)];

    private string[] Lines() => [.. Shelf.All().Select(a => a.ToString())];

    private long Decide(Verdict verdict, string first, string second) => _ledger.Decide(DecisionMaker.Actors(s_signed, verdict, Shelf, first, second));

    private static Action<List<Actor>, List<Relation>> Person(string name) => Named(name, ActorKind.Person, null, null);

    private static Action<List<Actor>, List<Relation>> Group(string name) => Named(name, ActorKind.ArmedGroup, null, null);

    private static Action<List<Actor>, List<Relation>> Body(string name, string country) => Named(name, ActorKind.GovernmentBody, country, null);

    private static Action<List<Actor>, List<Relation>> Known(string name, string tableId) => Named(name, ActorKind.ArmedGroup, null, tableId);

    private static Action<List<Actor>, List<Relation>> Named(string name, ActorKind kind, string? country, string? tableId) =>
        (actors, _) => actors.Add(new Actor { Id = $"a{actors.Count + 1}", Name = name, Kind = kind, Country = country, ActorId = tableId, Mentions = [] });

    private static Action<List<Actor>, List<Relation>> Tie(RelationKind kind, int subject, int other) =>
        (_, relations) => relations.Add(new Relation { Id = $"r{relations.Count + 1}", Subject = $"a{subject + 1}", Kind = kind, Object = $"a{other + 1}", Claims = [], Spans = [] });

    private void Add(string id, params Action<List<Actor>, List<Relation>>[] told) => Add(id, "1", told);

    /// <summary>A report of which nothing is read but who is named.</summary>
    private void Add(string id, string version, params Action<List<Actor>, List<Relation>>[] told)
    {
        var (actors, relations) = (new List<Actor>(), new List<Relation>());
        foreach (var tell in told) tell(actors, relations);
        var report = new Report { Id = id, Text = $"Report {id} of the harbour." };
        var record = new Record
        {
            Report = report,
            Events = [],
            Claims = [],
            Actors = actors,
            Relations = relations,
            Tallies = [],
            Reader = new ReaderVersion(version, new Dictionary<string, string>()),
        };
        _ledger.Add(report, record);
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "test.ascribe")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The test's own words.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
