using Ascribe.Records;
using Microsoft.Data.Sqlite;

namespace Ascribe.Dossiers.Ledger;

/// <summary>
/// The append-only ledger: one SQLite file in WAL mode. Entries are <c>report_added</c> and <c>record_read</c>; a later reading supersedes an earlier
/// one and never deletes it. Each entry is committed before the next is taken, in batches of bounded size: what a killed process had
/// committed stays, and adding the same reports again duplicates nothing.
/// </summary>
public sealed class ReportLedger : IDisposable
{
    /// <summary>"ascr" in ASCII: tells our files from other SQLite files.</summary>
    private const int ApplicationId = 0x61736372;

    private const int FormatVersion = 1;
    private const int BusySeconds = 5;

    private const string Schema =
        """
        CREATE TABLE entry (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            kind TEXT NOT NULL CHECK (kind IN ('report_added', 'record_read', 'decision')),
            report TEXT NOT NULL,
            text_sha256 TEXT NOT NULL,
            reader TEXT,
            body TEXT NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX entry_report ON entry (report, text_sha256) WHERE kind = 'report_added';
        CREATE UNIQUE INDEX entry_record ON entry (report, text_sha256, reader) WHERE kind = 'record_read';
        """;

    private readonly string _path;
    private readonly SqliteConnection _connection;
    private SqliteTransaction? _batch;

    private ReportLedger(string path, SqliteConnection connection)
    {
        _path = path;
        _connection = connection;
    }

    /// <summary>Opens a ledger, or makes one where there is no file.</summary>
    /// <exception cref="LedgerException">The file is no ledger, of a newer format, locked, damaged, or cannot be written.</exception>
    public static ReportLedger Open(string path, bool create = true)
    {
        if (!create && !File.Exists(path)) throw new LedgerException($"{path}: there is no such ledger.");
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            DefaultTimeout = BusySeconds,
            Mode = create ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite,
            Pooling = false,
        }.ToString());
        var ledger = new ReportLedger(path, connection);
        try
        {
            connection.Open();
            ledger.Prepare();
            return ledger;
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw ledger.Told(e);
        }
        catch (LedgerException)
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Adds a report with its record. Within <see cref="BeginBatch"/> it is safe once the batch is committed, else at once.</summary>
    /// <exception cref="LedgerException">The ledger cannot be written.</exception>
    public AddResult Add(Record record)
    {
        ArgumentNullException.ThrowIfNull(record);
        try
        {
            var report = record.Report;
            var json = RecordJson.Write(record);
            var hash = RecordJson.HashOf(report.Text);
            var reader = ReaderOf(record);
            var others = Scalar("SELECT count(*) FROM entry WHERE kind = 'report_added' AND report = $1 AND text_sha256 <> $2", report.Id, hash);
            var added = Insert("report_added", report.Id, hash, null, report.Text);
            var read = Insert("record_read", report.Id, hash, reader, json);
            return added ? others > 0 ? AddResult.NewText : AddResult.Added : read ? AddResult.ReadAgain : AddResult.Unchanged;
        }
        catch (SqliteException e)
        {
            throw Told(e);
        }
    }

    /// <summary>True when this text has been read by this reader version.</summary>
    public bool Holds(string reportId, string text, ReaderVersion reader) =>
        Scalar(
            "SELECT count(*) FROM entry WHERE kind = 'record_read' AND report = $1 AND text_sha256 = $2 AND reader = $3",
            reportId, RecordJson.HashOf(text), NameOf(reader)) > 0;

    /// <summary>What follows is committed as one by <see cref="CommitBatch"/>.</summary>
    public void BeginBatch() => _batch ??= Guard(_connection.BeginTransaction);

    public void CommitBatch()
    {
        if (_batch is not { } batch) return;
        _batch = null;
        Guard(() =>
        {
            batch.Commit();
            batch.Dispose();
            return true;
        });
    }

    /// <summary>The current reading of each report, in the order in which the reports came.</summary>
    public IEnumerable<LedgerRow> List()
    {
        using var command = Command(
            """
            SELECT max(sequence), report, json_extract(body, '$.report.title'), json_extract(body, '$.report.outlet'), json_extract(body, '$.report.published'),
                   reader, json_array_length(body, '$.events'), json_array_length(body, '$.claims')
            FROM entry WHERE kind = 'record_read' GROUP BY report ORDER BY min(sequence)
            """);
        using var rows = Guard(command.ExecuteReader);
        while (rows.Read())
        {
            string? Text(int column) => rows.IsDBNull(column) ? null : rows.GetString(column);
            yield return new LedgerRow(rows.GetInt64(0), rows.GetString(1), Text(2), Text(3), Text(4), rows.GetString(5), rows.GetInt32(6), rows.GetInt32(7));
        }
    }

    /// <summary>The JSON of the current reading of a report, or null.</summary>
    public string? Find(string reportId)
    {
        using var command = Command("SELECT body FROM entry WHERE kind = 'record_read' AND report = $1 ORDER BY sequence DESC LIMIT 1", reportId);
        return Guard(command.ExecuteScalar) as string;
    }

    /// <summary>Number of entries.</summary>
    public long Count => Scalar("SELECT count(*) FROM entry");

    /// <summary>Looks for damage: pages, indexes, and texts whose hash no longer fits. Empty: none found.</summary>
    public IReadOnlyList<string> Check()
    {
        var found = new List<string>();
        using (var command = Command("PRAGMA integrity_check"))
        using (var rows = Guard(command.ExecuteReader))
        {
            while (rows.Read())
            {
                if (rows.GetString(0) != "ok") found.Add($"{_path}: {rows.GetString(0)}.");
            }
        }

        using (var command = Command("SELECT sequence, report, text_sha256, body FROM entry WHERE kind = 'report_added'"))
        using (var rows = Guard(command.ExecuteReader))
        {
            while (rows.Read())
            {
                if (RecordJson.HashOf(rows.GetString(3)) != rows.GetString(2)) found.Add($"{_path}: the text of entry {rows.GetInt64(0)} (report '{rows.GetString(1)}') was changed.");
            }
        }

        return found;
    }

    public void Dispose()
    {
        _batch?.Dispose();
        _connection.Dispose();
    }

    private static string ReaderOf(Record record) => NameOf(record.Reader);

    private static string NameOf(ReaderVersion reader) =>
        reader.Version + "+" + string.Join(',', reader.Models.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => $"{m.Key}:{m.Value}"));

    private void Prepare()
    {
        var application = Scalar("PRAGMA application_id");
        var version = Scalar("PRAGMA user_version");
        var tables = Scalar("SELECT count(*) FROM sqlite_master");
        if (application != ApplicationId && (application != 0 || tables > 0)) throw new LedgerException($"{_path}: this is a SQLite file, but no ledger.");
        if (version > FormatVersion)
            throw new LedgerException($"{_path}: the ledger has format {version}, this program knows format {FormatVersion}; a newer ascribe is needed.");
        Execute("PRAGMA journal_mode = WAL");
        Execute("PRAGMA synchronous = FULL");
        if (tables > 0) return;
        BeginBatch();
        if (Scalar("SELECT count(*) FROM sqlite_master") == 0)
        {
            Execute(Schema);
            Execute($"PRAGMA application_id = {ApplicationId}");
            Execute($"PRAGMA user_version = {FormatVersion}");
        }

        CommitBatch();
    }

    private bool Insert(string kind, string report, string hash, string? reader, string body)
    {
        using var command = Command(
            "INSERT INTO entry (kind, report, text_sha256, reader, body) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING", kind, report, hash, reader, body);
        return command.ExecuteNonQuery() > 0;
    }

    private SqliteCommand Command(string sql, params string?[] values)
    {
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // All statements are constants of this file; values are parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Transaction = _batch;
        for (var i = 0; i < values.Length; i++) command.Parameters.AddWithValue($"${i + 1}", (object?)values[i] ?? DBNull.Value);
        return command;
    }

    private long Scalar(string sql, params string?[] values)
    {
        using var command = Command(sql, values);
        return Convert.ToInt64(Guard(command.ExecuteScalar), System.Globalization.CultureInfo.InvariantCulture);
    }

    private void Execute(string sql)
    {
        using var command = Command(sql);
        command.ExecuteNonQuery();
    }

    private T Guard<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (SqliteException e)
        {
            throw Told(e);
        }
    }

    private LedgerException Told(SqliteException e) => new(
        e.SqliteErrorCode switch
        {
            5 or 6 => $"{_path}: another program has locked the ledger for more than {BusySeconds} seconds.",
            8 => $"{_path}: the ledger cannot be written.",
            11 => $"{_path}: the ledger is damaged; 'ascribe check' says where.",
            13 => $"{_path}: the disk is full.",
            14 => $"{_path}: the file cannot be opened.",
            26 => $"{_path}: this is no ledger.",
            _ => $"{_path}: {e.Message}",
        },
        e);
}
