namespace Ascribe.Dossiers.Ledger;

/// <summary>Brings a ledger of an older format to the present one. Entries and their seals stay what they are.</summary>
internal static class LedgerUpgrade
{
    /// <summary>Format 1 kept bodies as plain text.</summary>
    public static void FromFirst(LedgerFile file)
    {
        file.Define("pack", EntryBody.Pack);
        file.Write(() =>
        {
            // Another program may have been first.
            if (file.Number("PRAGMA user_version") != 1) return 0;
            file.Execute("ALTER TABLE entry RENAME TO first_entry");
            file.Execute("DROP INDEX entry_report");
            file.Execute("DROP INDEX entry_record");
            file.Execute(ReportLedger.Schema);
            file.Execute(
                """
                INSERT INTO entry (sequence, kind, report, report_sha256, reader, title, outlet, published, events, claims, body, seal)
                SELECT sequence, kind, report, report_sha256, reader,
                       CASE kind WHEN 'record_read' THEN json_extract(body, '$.report.title') END, CASE kind WHEN 'record_read' THEN json_extract(body, '$.report.outlet') END,
                       CASE kind WHEN 'record_read' THEN json_extract(body, '$.report.published') END, CASE kind WHEN 'record_read' THEN json_array_length(body, '$.events') END,
                       CASE kind WHEN 'record_read' THEN json_array_length(body, '$.claims') END, pack(body), seal
                FROM first_entry ORDER BY sequence
                """);
            file.Execute("DROP TABLE first_entry");
            return file.Execute("PRAGMA user_version = 2");
        });
    }
}
