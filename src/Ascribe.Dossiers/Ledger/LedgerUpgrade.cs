using System.IO.Compression;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Ascribe.Dossiers.Ledger;

/// <summary>Brings a ledger of an older format to the present one, all of it or nothing. Entries and their seals stay what they are.</summary>
internal static class LedgerUpgrade
{
    /// <summary>Format 1 kept bodies as plain text and nothing beside them.</summary>
    private const string First =
        """
        SELECT sequence, kind, report, report_sha256, reader,
               CASE kind WHEN 'record_read' THEN json_extract(body, '$.report.title') END, CASE kind WHEN 'record_read' THEN json_extract(body, '$.report.outlet') END,
               CASE kind WHEN 'record_read' THEN json_extract(body, '$.report.published') END, CASE kind WHEN 'record_read' THEN json_array_length(body, '$.events') END,
               CASE kind WHEN 'record_read' THEN json_array_length(body, '$.claims') END, seal, body
        FROM old_entry ORDER BY sequence
        """;

    /// <summary>Format 2 kept each body by itself, compressed with Brotli.</summary>
    private const string Second = "SELECT sequence, kind, report, report_sha256, reader, title, outlet, published, events, claims, seal, body FROM old_entry ORDER BY sequence";

    /// <param name="version">The older format.</param>
    /// <exception cref="LedgerException">A body cannot be read; the ledger stays what it was.</exception>
    public static void From(LedgerFile file, long version)
    {
        var upgraded = file.Write(() =>
        {
            // Another program may have been first.
            if (file.Number("PRAGMA user_version") != version) return false;
            file.Execute("ALTER TABLE entry RENAME TO old_entry");
            file.Execute("DROP INDEX entry_report");
            file.Execute("DROP INDEX entry_record");
            file.Execute("DROP INDEX IF EXISTS entry_decision");
            file.Execute(ReportLedger.Schema);
            foreach (var row in file.Rows(version == 1 ? First : Second, Values)) Move(file, row);
            file.Execute("DROP TABLE old_entry");
            file.Execute($"PRAGMA user_version = {LedgerFile.FormatVersion}");
            return true;
        });
        // Gives the room of the old bodies back; a program that is stopped here leaves a ledger that is whole and larger than it need be.
        if (upgraded) file.Execute("VACUUM");
    }

    private static object?[] Values(SqliteDataReader row)
    {
        var values = new object?[row.FieldCount];
        for (var i = 0; i < values.Length; i++) values[i] = row.IsDBNull(i) ? null : row.GetValue(i);
        return values;
    }

    /// <summary>Writes one entry of the old table into the new one.</summary>
    private static void Move(LedgerFile file, object?[] row)
    {
        try
        {
            row[3] = Convert.FromHexString((string)row[3]!);
            row[10] = Convert.FromHexString((string)row[10]!);
            var body = row[11] as string ?? Brotli((byte[])row[11]!);
            string? report = null;
            if ((string)row[1]! == "record_read" && file.Bytes("SELECT body FROM entry WHERE kind = 'report_added' AND report = $1 AND report_sha256 = $2", row[2], row[3]) is { } source)
                report = EntryBody.Unpack(source, () => null);
            row[11] = EntryBody.Pack(body, report);
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException or FormatException)
        {
            throw new LedgerException($"{file.Path}: entry {row[0]} is damaged, so that the ledger cannot be brought to format {LedgerFile.FormatVersion}; it stays what it was.", e);
        }

        file.Execute(
            "INSERT INTO entry (sequence, kind, report, report_sha256, reader, title, outlet, published, events, claims, seal, body) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)", row);
    }

    private static string Brotli(byte[] packed)
    {
        using var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        var text = new MemoryStream();
        brotli.CopyTo(text);
        return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
    }
}
