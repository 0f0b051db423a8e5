using System.Globalization;
using System.Security.Cryptography;
using System.Text;
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
    /// <summary>Title, outlet, day and numbers of a record stand beside its body, so that a list need not unpack it. Decisions are found without looking at reports.</summary>
    internal const string Schema =
        """
        CREATE TABLE entry (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            kind TEXT NOT NULL CHECK (kind IN ('report_added', 'record_read', 'decision')),
            report TEXT NOT NULL,
            report_sha256 BLOB NOT NULL,
            reader TEXT,
            title TEXT,
            outlet TEXT,
            published TEXT,
            events INTEGER,
            claims INTEGER,
            seal BLOB NOT NULL,
            body BLOB NOT NULL
        ) STRICT;
        CREATE INDEX entry_report ON entry (report) WHERE kind = 'report_added';
        CREATE INDEX entry_record ON entry (report) WHERE kind = 'record_read';
        CREATE INDEX entry_decision ON entry (sequence) WHERE kind = 'decision';
        CREATE INDEX entry_decision_key ON entry (report_sha256) WHERE kind = 'decision';
        """;

    /// <summary>Beside a reading the body of the report that it was read from, for <see cref="EntryBody"/>.</summary>
    private const string WithSource = "LEFT JOIN entry AS source ON source.kind = 'report_added' AND source.report = entry.report AND source.report_sha256 = entry.report_sha256";

    private readonly LedgerFile _file;

    /// <summary>The records that were added last, by their entries: the index takes them in at once and need not unpack them.</summary>
    private readonly Dictionary<long, Record> _fresh = [];

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
        var entries = Batch.Of(readings, PackedEntry.Of);
        var fresh = new List<(long Sequence, Record Record)>();
        var added = _file.Write<IReadOnlyList<AddResult>>(() =>
        {
            var results = new List<AddResult>(entries.Count);
            var seal = LastSeal();
            foreach (var entry in entries)
            {
                var known = _file.Number("SELECT EXISTS (SELECT 1 FROM entry WHERE kind = 'report_added' AND report = $1)", entry.Id) > 0;
                var isNew = !known || _file.Number("SELECT EXISTS (SELECT 1 FROM entry WHERE kind = 'report_added' AND report = $1 AND report_sha256 = $2)", entry.Id, entry.Identity) == 0;
                if (isNew) Insert("report_added", entry.Id, entry.Identity, null, entry.Report, entry.PackedReport, null, ref seal);
                var read = isNew || !IsRead(entry.Id, entry.Identity, entry.Reader);
                if (read) fresh.Add((Insert("record_read", entry.Id, entry.Identity, entry.Reader, entry.Json, entry.PackedJson, entry.Record, ref seal), entry.Record));
                results.Add(isNew ? known ? AddResult.Changed : AddResult.Added : read ? AddResult.ReadAgain : AddResult.Unchanged);
            }

            return results;
        });
        _fresh.Clear();
        foreach (var (sequence, record) in fresh) _fresh[sequence] = record;
        return added;
    }

    /// <summary>True when exactly this report has been read by this reader version.</summary>
    public bool Holds(Report report, ReaderVersion reader)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(reader);
        return IsRead(report.Id, PackedEntry.IdentityOf(RecordJson.Write(report)), PackedEntry.NameOf(reader));
    }

    /// <summary>The current reading of each report, in the order in which the reports came; read as they are asked for.</summary>
    /// <param name="after">The <see cref="LedgerRow.First"/> of the row behind which to begin, or 0.</param>
    /// <exception cref="LedgerException">The ledger is locked or damaged.</exception>
    public IEnumerable<LedgerRow> List(long after = 0) => _file.Rows(
        """
        SELECT last.sequence, last.report, last.title, last.outlet, last.published, last.reader, last.events, last.claims, first.sequence
        FROM entry AS first JOIN entry AS last ON last.sequence = (SELECT max(sequence) FROM entry WHERE kind = 'record_read' AND report = first.report)
        WHERE first.kind = 'record_read' AND first.sequence > $1
        AND first.sequence = (SELECT min(sequence) FROM entry WHERE kind = 'record_read' AND report = first.report)
        ORDER BY first.sequence
        """,
        row =>
        {
            string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
            return new LedgerRow(row.GetInt64(0), row.GetString(1), Text(2), Text(3), Text(4), row.GetString(5), row.GetInt32(6), row.GetInt32(7), row.GetInt64(8));
        },
        after);

    /// <summary>The current reading of a report, or null.</summary>
    /// <exception cref="LedgerException">The ledger is locked or damaged, or the record in it was changed.</exception>
    public Record? Find(string reportId) =>
        _file.List(
            $"SELECT entry.report, entry.body, source.body FROM entry {WithSource} WHERE entry.kind = 'record_read' AND entry.report = $1 ORDER BY entry.sequence DESC LIMIT 1",
            PackedReading.Of, reportId) is [var packed] ? RecordOf(packed) : null;

    /// <summary>A report as it came in last, or null. Much faster than its record.</summary>
    /// <exception cref="LedgerException">The ledger is locked or damaged.</exception>
    public Report? Source(string reportId)
    {
        if (_file.Bytes("SELECT body FROM entry WHERE kind = 'report_added' AND report = $1 ORDER BY sequence DESC LIMIT 1", reportId) is not { } body) return null;
        try
        {
            return RecordJson.ReadReport(EntryBody.Unpack(body, () => null));
        }
        catch (InvalidDataException e)
        {
            throw new LedgerException($"{_file.Path}: report '{reportId}' is damaged. {e.Message}", e);
        }
    }

    /// <summary>The title of a report; null: it has none.</summary>
    /// <exception cref="LedgerException">The ledger is locked or damaged.</exception>
    internal string? TitleOf(string reportId) => _file.Text("SELECT title FROM entry WHERE kind = 'record_read' AND report = $1 ORDER BY sequence DESC LIMIT 1", reportId);

    /// <summary>The current record of each report, in the order in which the reports came.</summary>
    /// <exception cref="LedgerException">The ledger is locked or damaged, or a record in it was changed.</exception>
    public IEnumerable<Record> Records() => _file.Rows(
        $"""
        SELECT entry.report, entry.body, source.body
        FROM entry JOIN (SELECT max(sequence) AS last, min(sequence) AS first FROM entry WHERE kind = 'record_read' GROUP BY report) ON entry.sequence = last {WithSource}
        ORDER BY first
        """,
        PackedReading.Of).Select(RecordOf);

    /// <summary>The readings behind an entry, in their order, superseded ones included.</summary>
    /// <param name="most">At most so many.</param>
    internal List<(long Sequence, Record Record)> ReadingsAfter(long sequence, int most) =>
        [.. _file.List("SELECT sequence FROM entry WHERE kind = 'record_read' AND sequence > $1 ORDER BY sequence LIMIT $2", row => row.GetInt64(0), sequence, most)
            .Select(s => (s, _fresh.GetValueOrDefault(s) ?? RecordOf(_file.List($"SELECT entry.report, entry.body, source.body FROM entry {WithSource} WHERE entry.sequence = $1", PackedReading.Of, s)[0])))];

    /// <summary>The last reading of a report before an entry; null where there is none.</summary>
    internal (long Sequence, Record Record)? ReadingBefore(string report, long sequence)
    {
        var before = _file.Number("SELECT ifnull(max(sequence), 0) FROM entry WHERE kind = 'record_read' AND report = $1 AND sequence < $2", report, sequence);
        return before == 0 || _file.List($"SELECT entry.report, entry.body, source.body FROM entry {WithSource} WHERE entry.sequence = $1", PackedReading.Of, before) is not [var packed] ? null : (before, RecordOf(packed));
    }

    /// <summary>The report that an entry is about; null where there is no such entry.</summary>
    internal string? ReportOf(long sequence) => _file.Text("SELECT report FROM entry WHERE sequence = $1", sequence);

    /// <summary>The entries behind one, in their order, without their bodies.</summary>
    internal List<(long Sequence, string Kind, string Report)> EntriesAfter(long sequence, int most) => _file.List(
        "SELECT sequence, kind, report FROM entry WHERE sequence > $1 ORDER BY sequence LIMIT $2", row => (row.GetInt64(0), row.GetString(1), row.GetString(2)), sequence, most);

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
            var numbers = new List<long>(entries.Count);
            var seal = LastSeal();
            foreach (var (report, key, body) in entries)
            {
                var identity = SHA256.HashData(Encoding.UTF8.GetBytes(key is null ? body : "key\n" + key));
                var earlier = key is null ? 0 : _file.Number("SELECT ifnull(min(sequence), 0) FROM entry WHERE kind = 'decision' AND report_sha256 = $1", identity);
                numbers.Add(earlier > 0 ? earlier : Insert("decision", report, identity, null, body, EntryBody.Pack(body), null, ref seal));
            }

            return numbers;
        });
    }

    /// <summary>All decisions in the order in which they were made, those undone and the undoing included.</summary>
    /// <exception cref="LedgerException">The ledger is locked or damaged.</exception>
    public IReadOnlyList<DecisionEntry> Decisions() =>
        [.. _file.Rows("SELECT sequence, body FROM entry WHERE kind = 'decision' ORDER BY sequence", row => (Sequence: row.GetInt64(0), Body: row.GetFieldValue<byte[]>(1))).Select(r => new DecisionEntry(r.Sequence, DecisionOf(r.Sequence, r.Body)))];

    /// <summary>The number of the last entry, 0 in an empty ledger: whoever has seen it has seen all.</summary>
    public long Last => _file.Number("SELECT coalesce(max(sequence), 0) FROM entry");

    /// <summary>Number of entries.</summary>
    public long Count => _file.Number("SELECT count(*) FROM entry");

    /// <summary>Looks the entries over for damage: pages and indexes, the seals, and records that do not fit their reports. Empty: none found.</summary>
    /// <exception cref="LedgerException">The ledger is locked.</exception>
    public IReadOnlyList<string> Check()
    {
        var found = new List<string>();
        try
        {
            found.AddRange(_file.Rows("PRAGMA integrity_check(entry)", row => row.GetString(0)).Where(line => line != "ok").Select(line => $"{_file.Path}: {line}."));
            byte[] seal = [];
            foreach (var (sequence, kind, report, identity, reader, packed, sealedAs, beside, source) in _file.Rows(
                $"SELECT entry.sequence, entry.kind, entry.report, entry.report_sha256, entry.reader, entry.body, entry.seal, concat_ws(char(10), entry.title, entry.outlet, entry.published, entry.events, entry.claims), source.body FROM entry {WithSource} AND entry.kind = 'record_read' ORDER BY entry.sequence",
                row => (row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetFieldValue<byte[]>(3), row.IsDBNull(4) ? null : row.GetString(4), row.GetFieldValue<byte[]>(5), row.GetFieldValue<byte[]>(6), row.GetString(7), row.IsDBNull(8) ? null : row.GetFieldValue<byte[]>(8))))
            {
                var at = $"{_file.Path}: entry {sequence} (report '{report}')";
                var body = Unpacked(new PackedReading(report, packed, source));
                if (body is null || !SealOf(seal, kind, report, identity, reader, body).AsSpan().SequenceEqual(sealedAs)) found.Add($"{at} or the one before it was changed or taken away: the seal does not fit.");
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
    /// <summary>Hashes count as lower-case hex digits here, and no hash as nothing.</summary>
    private static byte[] SealOf(byte[] before, string kind, string report, byte[] identity, string? reader, string body) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"{Convert.ToHexStringLower(before)}\n{kind}\n{report.Length}\n{report}\n{Convert.ToHexStringLower(identity)}\n{reader}\n{body}")));

    private byte[] LastSeal() => _file.Bytes("SELECT seal FROM entry ORDER BY sequence DESC LIMIT 1") ?? [];

    private bool IsRead(string report, byte[] identity, string reader) =>
        _file.Number("SELECT EXISTS (SELECT 1 FROM entry WHERE kind = 'record_read' AND report = $1 AND report_sha256 = $2 AND reader = $3)", report, identity, reader) > 0;

    /// <summary>The text of a body; null where its bytes are damaged.</summary>
    private static string? Unpacked(PackedReading packed)
    {
        try
        {
            return packed.Unpack();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private Record RecordOf(PackedReading packed)
    {
        try
        {
            return RecordJson.Read(packed.Unpack());
        }
        catch (InvalidDataException e)
        {
            throw new LedgerException($"{_file.Path}: the record of report '{packed.Report}' is damaged. {e.Message}", e);
        }
    }

    private Decision DecisionOf(long sequence, byte[] body)
    {
        try
        {
            return DecisionJson.Read(EntryBody.Unpack(body, () => null));
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

    /// <returns>The number of the entry.</returns>
    private long Insert(string kind, string report, byte[] identity, string? reader, string body, byte[] packed, Record? record, ref byte[] seal)
    {
        seal = SealOf(seal, kind, report, identity, reader, body);
        return _file.Number(
            "INSERT INTO entry (kind, report, report_sha256, reader, title, outlet, published, events, claims, seal, body) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING sequence",
            kind, report, identity, reader, record?.Report.Title, record?.Report.Outlet, record?.Report.Published?.ToString(), record?.Events.Count, record?.Claims.Count, seal, packed);
    }
}
