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
        var record = Read("r1", "Gunmen attacked a convoy.");
        using var ledger = ReportLedger.Open(File);
        Assert.Equal(AddResult.Added, ledger.Add(record));
        Assert.Equal(AddResult.Unchanged, ledger.Add(record));
        Assert.Equal(2, ledger.Count);
    }

    [Fact]
    public void A_newer_reading_supersedes_the_older_and_keeps_it()
    {
        var record = Read("r1", "Gunmen attacked a convoy.");
        var newer = record with { Reader = new ReaderVersion("9.9.9", record.Reader.Models) };
        using var ledger = ReportLedger.Open(File);
        ledger.Add(record);
        Assert.Equal(AddResult.ReadAgain, ledger.Add(newer));
        Assert.Contains("9.9.9", ledger.Find("r1"), StringComparison.Ordinal);
        Assert.Equal(3, ledger.Count);
        Assert.Single(ledger.List());
    }

    [Fact]
    public void Another_text_of_the_same_id_is_kept_beside_the_first()
    {
        using var ledger = ReportLedger.Open(File);
        ledger.Add(Read("r1", "Gunmen attacked a convoy."));
        Assert.Equal(AddResult.NewText, ledger.Add(Read("r1", "Gunmen attacked two convoys.")));
    }

    [Fact]
    public void A_batch_that_was_not_committed_is_not_there()
    {
        using (var ledger = ReportLedger.Open(File))
        {
            ledger.BeginBatch();
            ledger.Add(Read("r1", "Gunmen attacked a convoy."));
        }

        using var again = ReportLedger.Open(File);
        Assert.Equal(0, again.Count);
        Assert.Empty(again.Check());
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

    private static Record Read(string id, string text) => SharedReader.Instance.Read(new Report { Id = id, Text = text });
}
