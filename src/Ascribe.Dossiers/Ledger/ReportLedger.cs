using System.Globalization;
using Ascribe.Dossiers.Review;
using Ascribe.Records;
using Ascribe.Reports;

namespace Ascribe.Dossiers.Ledger;

/// <summary>
/// The append-only ledger: one SQLite file in WAL mode. Entries are <c>report_added</c>, <c>record_read</c> and <c>decision</c>; a later reading supersedes an earlier
/// one and never deletes it. Each entry carries a seal, the SHA-256 of itself and of the seal before, so that a later change of any entry shows.
/// What <see cref="Add(IReadOnlyList{ReportReading})"/> has returned for is on the disk: a process killed or a machine switched off afterwards loses none of
/// it, and adding the same reports again duplicates nothing.
/// </summary>
public sealed class ReportLedger : IDisposable
{
    /// <summary>Title, outlet, day and numbers of a record stand beside its body, so that a list need not unpack it.</summary>
    internal const string Schema =
        """
        CREATE TABLE entry (
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
        CREATE UNIQUE INDEX entry_report ON entry (report, report_sha256) WHERE kind = 'report_added';
        CREATE UNIQUE INDEX entry_record ON entry (report, report_sha256, reader) WHERE kind = 'record_read';
        """;

    private readonly LedgerFile _file;

    private ReportLedger(LedgerFile file) => _file = file;

    /// <summary>Opens a ledger, or makes one where there is no file.</summary>
    /// <param name="patience">How long to wait for another program that is writing; null: 30 seconds. Whole seconds count.</param>
    /// <exception cref="LedgerException">The file is no ledger, of a newer format, locked, damaged, or cannot be written.</exception>
    public static ReportLedger Open(string path, bool create = true, TimeSpan? patience = null) =>
        new(LedgerFile.Open(path, create, patience ?? TimeSpan.FromSeconds(30), Schema));

    /// <summary>Adds one report with its record; see <see cref="Add(IReadOnlyList{ReportReading})"/>.</summary>
    /// <exception cref="LedgerException">The ledger cannot be written.</exception>
    public AddResult Add(Report report, Record record) => Add([new ReportReading(report, record)])[0];

    /// <summary>Adds reports with their records, all or none. They are on the disk when this returns.</summary>
    /// <exception cref="LedgerException">The ledger cannot be written; nothing was added.</exception>
    /// <exception cref="InvalidDataException">A record is invalid (see <see cref="RecordJson"/>); nothing was added.</exception>
    public IReadOnlyList<AddResult> Add(IReadOnlyList<ReportReading> readings)
    {
        ArgumentNullException.ThrowIfNull(readings);
        // Everything slow comes first: the ledger is locked for the writing alone, so that several programs can add at once.
        var entries = readings.Select(r => (
            r.Report.Id,
            Identity: IdentityOf(r.Report),
            Report: RecordJson.Write(r.Report),
            Reader: NameOf(r.Record.Reader),
            Json: RecordJson.Write(r.Record),
            r.Record)).ToList();
        return _file.Write<IReadOnlyList<AddResult>>(() =>
        {
            var results = new List<AddResult>(entries.Count);
            var seal = _file.Text("SELECT seal FROM entry ORDER BY sequence DESC LIMIT 1") ?? "";
            foreach (var entry in entries)
            {
                var known = _file.Number("SELECT count(*) FROM entry WHERE kind = 'report_added' AND report = $1", entry.Id) > 0;
                var added = Insert("report_added", entry.Id, entry.Identity, null, entry.Report, null, ref seal);
                var read = Insert("record_read", entry.Id, entry.Identity, entry.Reader, entry.Json, entry.Record, ref seal);
                results.Add(added ? known ? AddResult.Changed : AddResult.Added : read ? AddResult.ReadAgain : AddResult.Unchanged);
            }

            return results;
        });
    }

    /// <summary>True when exactly this report has been read by this reader version.</summary>
    public bool Holds(Report report, ReaderVersion reader)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(reader);
        return _file.Number(
            "SELECT count(*) FROM entry WHERE kind = 'record_read' AND report = $1 AND report_sha256 = $2 AND reader = $3",
            report.Id, IdentityOf(report), NameOf(reader)) > 0;
    }

    /// <summary>The current reading of each report, in the order in which the reports came.</summary>
    /// <exception cref="LedgerException">The ledger is locked or damaged.</exception>
    public IEnumerable<LedgerRow> List() => _file.Rows(
        """
        SELECT sequence, entry.report, title, outlet, published, reader, events, claims
        FROM entry JOIN (SELECT max(sequence) AS last, min(sequence) AS first FROM entry WHERE kind = 'record_read' GROUP BY report) ON sequence = last
        ORDER BY first
        """,
        row =>
        {
            string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
            return new LedgerRow(row.GetInt64(0), row.GetString(1), Text(2), Text(3), Text(4), row.GetString(5), row.GetInt32(6), row.GetInt32(7));
        });

    /// <summary>The current reading of a report, or null.</summary>
    /// <exception cref="LedgerException">The ledger is locked or damaged, or the record in it was changed.</exception>
    public Record? Find(string reportId)
    {
        return _file.Bytes("SELECT body FROM entry WHERE kind = 'record_read' AND report = $1 ORDER BY sequence DESC LIMIT 1", reportId) is { } body ? RecordOf(reportId, body) : null;
    }

    /// <summary>The current record of each report, in the order in which the reports came.</summary>
    /// <exception cref="LedgerException">The ledger is locked or damaged, or a record in it was changed.</exception>
    public IEnumerable<Record> Records() => _file.Rows(
        """
        SELECT entry.report, body FROM entry JOIN (SELECT max(sequence) AS last, min(sequence) AS first FROM entry WHERE kind = 'record_read' GROUP BY report) ON sequence = last
        ORDER BY first
        """,
        row => (Id: row.GetString(0), Body: row.GetFieldValue<byte[]>(1))).Select(r => RecordOf(r.Id, r.Body));

    /// <summary>The readings behind an entry, in their order, superseded ones included.</summary>
    internal IEnumerable<(long Sequence, Record Record)> ReadingsAfter(long sequence) => _file.Rows(
        "SELECT sequence, report, body FROM entry WHERE kind = 'record_read' AND sequence > $1 ORDER BY sequence",
        row => (Sequence: row.GetInt64(0), Id: row.GetString(1), Body: row.GetFieldValue<byte[]>(2)), sequence).Select(r => (r.Sequence, RecordOf(r.Id, r.Body)));

    /// <summary>The file, for the views that lie in it beside the entries.</summary>
    internal LedgerFile File => _file;

    /// <summary>Writes down a decision; see <see cref="Decide(IReadOnlyList{Decision})"/>.</summary>
    /// <returns>The number of its entry.</returns>
    /// <exception cref="DecisionException">The decision has a fault.</exception>
    /// <exception cref="LedgerException">The ledger cannot be written.</exception>
    public long Decide(Decision decision) => Decide([decision])[0];

    /// <summary>Writes down decisions, all or none. They are on the disk when this returns. A decision whose key is in the ledger already is not written again.</summary>
    /// <returns>For each the number of its entry: of the earlier one, where its key was there.</returns>
    /// <exception cref="DecisionException">A decision has a <see cref="Decision.Fault"/>; nothing was written.</exception>
    /// <exception cref="LedgerException">The ledger cannot be written; nothing was.</exception>
    public IReadOnlyList<long> Decide(IReadOnlyList<Decision> decisions)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        if (decisions.FirstOrDefault(d => d.Fault is not null) is { } faulty) throw new DecisionException(faulty.Fault!);
        var entries = decisions.Select(d => (d.Report, d.Signed.Key, Body: DecisionJson.Write(d))).ToList();
        return _file.Write<IReadOnlyList<long>>(() =>
        {
            // Keys are looked up by it, and decisions found among a million reports. Ledgers made earlier lack it.
            _file.Execute("CREATE INDEX IF NOT EXISTS entry_decision ON entry (report_sha256) WHERE kind = 'decision'");
            var numbers = new List<long>(entries.Count);
            var seal = _file.Text("SELECT seal FROM entry ORDER BY sequence DESC LIMIT 1") ?? "";
            foreach (var (report, key, body) in entries)
            {
                var identity = RecordJson.HashOf(key is null ? body : "key\n" + key);
                var earlier = key is null ? 0 : _file.Number("SELECT ifnull(min(sequence), 0) FROM entry WHERE kind = 'decision' AND report_sha256 = $1", identity);
                if (earlier == 0)
                {
                    Insert("decision", report, identity, null, body, null, ref seal);
                    earlier = _file.Number("SELECT max(sequence) FROM entry");
                }

                numbers.Add(earlier);
            }

            return numbers;
        });
    }

    /// <summary>All decisions in the order in which they were made, those undone and the undoing included.</summary>
    /// <exception cref="LedgerException">The ledger is locked or damaged.</exception>
    public IReadOnlyList<DecisionEntry> Decisions() =>
        [.. _file.Rows("SELECT sequence, body FROM entry WHERE kind = 'decision' ORDER BY sequence", row => (Sequence: row.GetInt64(0), Body: row.GetFieldValue<byte[]>(1))).Select(r => new DecisionEntry(r.Sequence, DecisionOf(r.Sequence, r.Body)))];

    /// <summary>Number of entries.</summary>
    public long Count => _file.Number("SELECT count(*) FROM entry");

    /// <summary>Looks for damage: pages and indexes, the seals, and records that do not fit their reports. Empty: none found.</summary>
    /// <exception cref="LedgerException">The ledger is locked.</exception>
    public IReadOnlyList<string> Check()
    {
        var found = new List<string>();
        try
        {
            found.AddRange(_file.Rows("PRAGMA integrity_check", row => row.GetString(0)).Where(line => line != "ok").Select(line => $"{_file.Path}: {line}."));
            var seal = "";
            foreach (var (sequence, kind, report, identity, reader, packed, sealedAs, beside) in _file.Rows(
                "SELECT sequence, kind, report, report_sha256, reader, body, seal, concat_ws(char(10), title, outlet, published, events, claims) FROM entry ORDER BY sequence",
                row => (row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.IsDBNull(4) ? null : row.GetString(4), row.GetFieldValue<byte[]>(5), row.GetString(6), row.GetString(7))))
            {
                var at = $"{_file.Path}: entry {sequence} (report '{report}')";
                var body = Unpacked(packed);
                if (body is null || SealOf(seal, kind, report, identity, reader, body) != sealedAs) found.Add($"{at} or the one before it was changed or taken away: the seal does not fit.");
                seal = sealedAs;
                if (body is not null && Fault(kind, body, beside) is { } fault) found.Add($"{at}: {fault}");
            }
        }
        catch (LedgerException e)
        {
            found.Add(e.Message);
        }

        return found;
    }

    public void Dispose() => _file.Dispose();

    /// <summary>What makes a report the same when it comes again: all that its source said.</summary>
    private static string IdentityOf(Report report) => RecordJson.HashOf(RecordJson.Write(report));

    private static string NameOf(ReaderVersion reader) =>
        reader.Version + "+" + string.Join(',', reader.Models.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => $"{m.Key}:{m.Value}"));

    private static string SealOf(string before, string kind, string report, string identity, string? reader, string body) =>
        RecordJson.HashOf(string.Create(CultureInfo.InvariantCulture, $"{before}\n{kind}\n{report.Length}\n{report}\n{identity}\n{reader}\n{body}"));

    /// <summary>The text of a body; null where its bytes are damaged.</summary>
    private static string? Unpacked(byte[] body)
    {
        try
        {
            return EntryBody.Unpack(body);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private Record RecordOf(string reportId, byte[] body)
    {
        try
        {
            return RecordJson.Read(EntryBody.Unpack(body));
        }
        catch (InvalidDataException e)
        {
            throw new LedgerException($"{_file.Path}: the record of report '{reportId}' is damaged. {e.Message}", e);
        }
    }

    private Decision DecisionOf(long sequence, byte[] body)
    {
        try
        {
            return DecisionJson.Read(EntryBody.Unpack(body));
        }
        catch (InvalidDataException e)
        {
            throw new LedgerException($"{_file.Path}: the decision of entry {sequence} is damaged. {e.Message}", e);
        }
    }

    /// <param name="beside">What stands beside the body for lists, a line each.</param>
    private static string? Fault(string kind, string body, string beside)
    {
        try
        {
            if (kind == "record_read" && Beside(RecordJson.Read(body)) != beside) return "what stands beside the record for lists is not what the record says.";
            if (kind == "decision") DecisionJson.Read(body);
            return null;
        }
        catch (InvalidDataException e)
        {
            return e.Message;
        }
    }

    private static string Beside(Record record) =>
        string.Join('\n', ((string?[])[record.Report.Title, record.Report.Outlet, record.Report.Published?.ToString(), $"{record.Events.Count}", $"{record.Claims.Count}"]).OfType<string>());

    private bool Insert(string kind, string report, string identity, string? reader, string body, Record? record, ref string seal)
    {
        var next = SealOf(seal, kind, report, identity, reader, body);
        if (_file.Execute(
            "INSERT INTO entry (kind, report, report_sha256, reader, title, outlet, published, events, claims, body, seal) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING",
            kind, report, identity, reader, record?.Report.Title, record?.Report.Outlet, record?.Report.Published?.ToString(), record?.Events.Count, record?.Claims.Count, EntryBody.Pack(body), next) == 0)
            return false;
        seal = next;
        return true;
    }
}
