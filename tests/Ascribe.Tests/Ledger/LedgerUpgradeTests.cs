using System.IO.Compression;
using System.Text;
using Ascribe.Dossiers.Dossiers;
using Ascribe.Dossiers.Ledger;
using Ascribe.Dossiers.Review;
using Ascribe.Records;
using Ascribe.Tests.Dossiers;
using Microsoft.Data.Sqlite;

namespace Ascribe.Tests.Ledger;

/// <summary>Ledgers of older formats are brought to the present one, whole or not at all, and their seals still fit.</summary>
public sealed class LedgerUpgradeTests : IDisposable
{
    private const string First =
        """
        CREATE TABLE old_entry (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            kind TEXT NOT NULL CHECK (kind IN ('report_added', 'record_read', 'decision')),
            report TEXT NOT NULL,
            report_sha256 TEXT NOT NULL,
            reader TEXT,
            body TEXT NOT NULL,
            seal TEXT NOT NULL
        ) STRICT;
        INSERT INTO old_entry SELECT sequence, kind, report, lower(hex(report_sha256)), reader, unpack(sequence), lower(hex(seal)) FROM entry;
        PRAGMA user_version = 1;
        """;

    private const string Second =
        """
        CREATE TABLE old_entry (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            kind TEXT NOT NULL CHECK (kind IN ('report_added', 'record_read', 'decision')),
            report TEXT NOT NULL,
            report_sha256 TEXT NOT NULL,
            reader TEXT,
            title TEXT,
            outlet TEXT,
            published TEXT,
            events INTEGER,
            claims INTEGER,
            body BLOB NOT NULL,
            seal TEXT NOT NULL
        ) STRICT;
        INSERT INTO old_entry
            SELECT sequence, kind, report, lower(hex(report_sha256)), reader, title, outlet, published, events, claims, brotli(unpack(sequence)), lower(hex(seal)) FROM entry;
        PRAGMA user_version = 2;
        """;

    private const string Renamed =
        """
        DROP TABLE entry;
        ALTER TABLE old_entry RENAME TO entry;
        CREATE UNIQUE INDEX entry_report ON entry (report, report_sha256) WHERE kind = 'report_added';
        CREATE UNIQUE INDEX entry_record ON entry (report, report_sha256, reader) WHERE kind = 'record_read';
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("ascribe-upgrade-").FullName;

    private string File => Path.Combine(_folder, "test.ascribe");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(First)]
    [InlineData(Second)]
    public void A_ledger_of_an_older_format_is_brought_to_the_present_one(string format)
    {
        var before = Made();
        Execute(format + Renamed);
        using var upgraded = ReportLedger.Open(File);
        Assert.Empty(upgraded.Check());
        Assert.Equal(before, upgraded.Records().Select(r => RecordJson.Write(r)));
        Assert.Equal("Judge shot dead in Tikrit", upgraded.List().Single(r => r.Id == "other").Title);
        Assert.Single(upgraded.Decisions());
        Assert.Equal(4, DossierShelf.Open(upgraded).All().Count());
    }

    [Fact]
    public void A_ledger_that_cannot_be_brought_whole_stays_what_it_was()
    {
        Made();
        Execute(Second + Renamed + "UPDATE entry SET body = x'ffffffff' WHERE sequence = 4");
        var before = Values();
        Assert.Contains("entry 4 is damaged", Assert.Throws<LedgerException>(() => ReportLedger.Open(File)).Message, StringComparison.Ordinal);
        Assert.Equal(before, Values());
    }

    /// <summary>A ledger with reports and a decision; its records.</summary>
    private List<string> Made()
    {
        using var ledger = ReportLedger.Open(File);
        DossierReports.AddAll(ledger);
        ledger.Decide(new IncidentDecision(new Signature("tester", "2026-01-01T00:00:00Z", "another market"), Verdict.Different, [new MentionKey("first", 0)], [new MentionKey("second", 0)]));
        return [.. ledger.Records().Select(r => RecordJson.Write(r))];
    }

    /// <summary>Number, seal and body of each entry.</summary>
    private List<string> Values()
    {
        using var connection = Connection();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT sequence || seal || hex(body) FROM entry ORDER BY sequence";
        using var rows = command.ExecuteReader();
        var values = new List<string>();
        while (rows.Read()) values.Add(rows.GetString(0));
        return values;
    }

    private void Execute(string sql)
    {
        using var connection = Connection();
        var bodies = new Dictionary<long, string>();
        using (var command = connection.CreateCommand())
        {
            command.CommandText =
                """
                SELECT entry.sequence, entry.report, entry.body, source.body FROM entry
                LEFT JOIN entry AS source ON source.kind = 'report_added' AND entry.kind = 'record_read' AND source.report = entry.report AND source.report_sha256 = entry.report_sha256
                """;
            using var rows = command.ExecuteReader();
            while (rows.Read()) bodies[rows.GetInt64(0)] = new PackedReading(rows.GetString(1), rows.GetFieldValue<byte[]>(2), rows.IsDBNull(3) ? null : rows.GetFieldValue<byte[]>(3)).Unpack();
        }

        connection.CreateFunction("unpack", (long sequence) => bodies[sequence]);
        connection.CreateFunction("brotli", (string text) =>
        {
            var packed = new MemoryStream();
            using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest)) brotli.Write(Encoding.UTF8.GetBytes(text));
            return packed.ToArray();
        });
        using var change = connection.CreateCommand();
#pragma warning disable CA2100 // The test's own words.
        change.CommandText = sql;
#pragma warning restore CA2100
        change.ExecuteNonQuery();
    }

    private SqliteConnection Connection()
    {
        var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        return connection;
    }
}
