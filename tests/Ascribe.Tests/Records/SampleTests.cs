using Ascribe.Claims;
using Ascribe.Events;
using Ascribe.Records;
using Ascribe.Sources;

namespace Ascribe.Tests.Records;

/// <summary>What a careful reader finds in the samples, and approved snapshots of their records.</summary>
public sealed class SampleTests
{
    public static TheoryData<string> Samples => [.. Directory.GetFiles(RepositoryRoot.Combine("samples"), "*.txt").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_record_is_the_approved_one(string sample)
    {
        // The reader's version changes with the models; the rest must not change unseen. ASCRIBE_APPROVE=1 accepts what is read now.
        var record = Read(sample) with { Reader = new ReaderVersion("approved", new Dictionary<string, string>()) };
        var json = RecordJson.Write(record, indented: true) + "\n";
        var approved = RepositoryRoot.Combine("tests", "Ascribe.Tests", "Records", "Approved", sample + ".approved.json");
        if (Environment.GetEnvironmentVariable("ASCRIBE_APPROVE") == "1") File.WriteAllText(approved, json);
        Assert.Equal(File.ReadAllText(approved), json);
    }

    [Fact]
    public void Nobody_claims_the_rockets_and_two_militias_are_accused()
    {
        var record = Read("embassy-rockets");
        var attack = Assert.Single(record.Events, e => e.Main);
        Assert.Equal("rocket_shelling", attack.Type);
        Assert.Equal(new NodaTime.LocalDate(2023, 12, 8), attack.Time.Interval.Earliest);
        Assert.Equal(ResponsibilityStatus.Unclaimed, attack.Responsibility.Leading.Status);
        Assert.Equal(["Kataib Hezbollah", "Harakat al-Nujaba"], attack.Perpetrators.Where(p => p.Basis == PerpetratorBasis.Accused).Select(p => p.Text));
        Assert.Contains(record.Tallies, t => t.Count.Min == 84 && t.Since == new NodaTime.LocalDate(2023, 10, 17));
    }

    [Fact]
    public void A_denial_is_kept_as_a_denial()
    {
        var record = Read("airport-denial");
        Assert.Contains(record.Claims, c => c.Stance == Stance.Denies && c.Speaker.Name == "Israeli army");
        Assert.Contains(record.Claims, c => c.Stance == Stance.Accuses && c.Speaker.Name == "Syria");
    }

    internal static Record Read(string sample)
    {
        var outcome = Assert.Single(ReportFiles.Open(RepositoryRoot.Combine("samples", sample + ".txt")));
        return SharedReader.Instance.Read(outcome.Report ?? throw new InvalidDataException(outcome.Error!.ToString()));
    }
}
