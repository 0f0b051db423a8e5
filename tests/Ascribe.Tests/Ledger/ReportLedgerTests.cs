using Ascribe.Dossiers.Ledger;
using Ascribe.Records;
using Ascribe.Reports;

namespace Ascribe.Tests.Ledger;

public sealed class ReportLedgerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ascribe-ledger-").FullName;

    private string File => Path.Combine(_folder, "test.ascribe");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_same_report_is_added_once()
    {
        using var ledger = ReportLedger.Open(File);
        Assert.Equal(AddResult.Added, Add(ledger, "r1", "Gunmen attacked a convoy."));
        Assert.Equal(AddResult.Unchanged, Add(ledger, "r1", "Gunmen attacked a convoy."));
        Assert.Equal(2, ledger.Count);
    }

    [Fact]
    public void A_newer_reading_supersedes_the_older_and_keeps_it()
    {
        var report = new Report { Id = "r1", Text = "Gunmen attacked a convoy." };
        var record = SharedReader.Instance.Read(report);
        var newer = record with { Reader = new ReaderVersion("9.9.9", record.Reader.Models) };
        using var ledger = ReportLedger.Open(File);
        ledger.Add(report, record);
        Assert.False(ledger.Holds(report, newer.Reader));
        Assert.Equal(AddResult.ReadAgain, ledger.Add(report, newer));
        Assert.True(ledger.Holds(report, newer.Reader));
        Assert.True(ledger.Holds(report, record.Reader));
        Assert.Equal("9.9.9", ledger.Find("r1")!.Reader.Version);
        Assert.Equal(3, ledger.Count);
        Assert.StartsWith("9.9.9", Assert.Single(ledger.List()).Reader, StringComparison.Ordinal);
        Assert.Empty(ledger.Check());
    }

    [Fact]
    public void Another_text_of_the_same_id_is_kept_beside_the_first()
    {
        using var ledger = ReportLedger.Open(File);
        Add(ledger, "r1", "Gunmen attacked a convoy.");
        Assert.Equal(AddResult.Changed, Add(ledger, "r1", "Gunmen attacked two convoys."));
        Assert.Equal("Gunmen attacked two convoys.", ledger.Find("r1")!.Report.Text);
        Assert.Equal(4, ledger.Count);
    }

    [Fact]
    public void A_date_that_is_told_later_counts()
    {
        using var ledger = ReportLedger.Open(File);
        Add(ledger, "r1", "Gunmen attacked a convoy on Friday.");
        Assert.Equal(AddResult.Changed, Add(ledger, "r1", "Gunmen attacked a convoy on Friday.", PublicationTime.On(new NodaTime.LocalDate(2024, 3, 4))));
        Assert.Equal("2024-03-04", Assert.Single(ledger.List()).Published);
    }

    [Fact]
    public void Of_a_batch_with_an_invalid_record_nothing_is_added()
    {
        var report = new Report { Id = "r2", Text = "Gunmen attacked a convoy." };
        var record = SharedReader.Instance.Read(report);
        var broken = record with { Report = record.Report with { Text = "X" + record.Report.Text } };
        using var ledger = ReportLedger.Open(File);
        Assert.Throws<InvalidDataException>(() => ledger.Add([new ReportReading(report with { Id = "r1" }, record with { Report = report with { Id = "r1" } }), new ReportReading(report, broken)]));
        Assert.Equal(0, ledger.Count);
    }

    [Theory]
    [InlineData("a\0b Gunmen attacked a convoy.")]
    [InlineData("\uD800 Gunmen attacked a convoy. \uDC00")]
    [InlineData("😀 قصفت القوات المدينة \u202E")]
    public void Odd_text_comes_out_as_it_went_in(string text)
    {
        using var ledger = ReportLedger.Open(File);
        Add(ledger, "r1", text);
        Assert.Equal(AddResult.Unchanged, Add(ledger, "r1", text));
        // Half a surrogate pair is no character; JSON and UTF-8 have U+FFFD for it.
        Assert.Equal(text.Replace('\uD800', '\uFFFD').Replace(" \uDC00", " \uFFFD", StringComparison.Ordinal), ledger.Find("r1")!.Report.Text);
        Assert.Empty(ledger.Check());
    }

    [Fact]
    public void A_file_that_is_no_ledger_is_refused()
    {
        System.IO.File.WriteAllText(File, new string('x', 5000));
        Assert.Contains("no ledger", Assert.Throws<LedgerException>(() => ReportLedger.Open(File)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ledger_that_is_not_there_is_said_to_be_missing() =>
        Assert.Contains("no such ledger", Assert.Throws<LedgerException>(() => ReportLedger.Open(File, create: false)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_ledger_of_a_newer_format_is_refused()
    {
        ReportLedger.Open(File).Dispose();
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={File};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version = 99";
            command.ExecuteNonQuery();
        }

        Assert.Contains("format 99", Assert.Throws<LedgerException>(() => ReportLedger.Open(File)).Message, StringComparison.Ordinal);
    }

    private static AddResult Add(ReportLedger ledger, string id, string text, PublicationTime? published = null)
    {
        var report = new Report { Id = id, Text = text, Published = published };
        return ledger.Add(report, SharedReader.Instance.Read(report));
    }
}
