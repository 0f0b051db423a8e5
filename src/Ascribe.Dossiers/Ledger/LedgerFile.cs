using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Ascribe.Dossiers.Ledger;

/// <summary>The SQLite file of a ledger: opening, transactions, queries; every fault of SQLite is told as a <see cref="LedgerException"/>.</summary>
internal sealed class LedgerFile : IDisposable
{
    /// <summary>"ascr" in ASCII: tells our files from other SQLite files.</summary>
    private const int ApplicationId = 0x61736372;

    public const int FormatVersion = 3;

    /// <summary>In bytes.</summary>
    private const int PageSize = 16384;

    /// <summary>What is kept of the file in memory, in KiB.</summary>
    private const int CacheSize = 32768;

    /// <summary>Pages that the log takes before they go to their places: pages that are written again and again go there once.</summary>
    private const int LogPages = 4096;

    /// <summary>Statements that are kept prepared: those that run for every report.</summary>
    private readonly Dictionary<string, SqliteCommand> _prepared = new(StringComparer.Ordinal);

    private readonly SqliteConnection _connection;
    private readonly int _patienceSeconds;
    private SqliteTransaction? _transaction;
    private bool _isLasting = true;

    private LedgerFile(string path, SqliteConnection connection, int patienceSeconds)
    {
        Path = path;
        _connection = connection;
        _patienceSeconds = patienceSeconds;
    }

    public string Path { get; }

    /// <param name="schema">The statements that make the tables of a new ledger.</param>
    /// <exception cref="LedgerException">The file is no ledger, of a newer format, locked, damaged, or cannot be written.</exception>
    public static LedgerFile Open(string path, bool create, TimeSpan patience, string schema)
    {
        if (Directory.Exists(path)) throw new LedgerException($"{path}: this is a folder; the file of a ledger was expected.");
        if (!create && !File.Exists(path)) throw new LedgerException($"{path}: there is no such ledger; 'ascribe add' makes one.");
        // Zero would mean to wait for ever.
        var seconds = Math.Max(1, (int)patience.TotalSeconds);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            DefaultTimeout = seconds,
            Mode = create ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite,
            Pooling = false,
        }.ToString());
        var file = new LedgerFile(path, connection, seconds);
        try
        {
            file.Guard(() =>
            {
                connection.Open();
                return 0;
            });
            file.Prepare(schema);
            return file;
        }
        catch (LedgerException)
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Runs an action in one transaction; an exception undoes it.</summary>
    /// <param name="isLasting">Whether it is on the disk when this returns. A view can do without: what is lost with the power is made again, and the disk is not waited for.</param>
    public T Write<T>(Func<T> action, bool isLasting = true)
    {
        if (isLasting != _isLasting)
        {
            Execute(isLasting ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
            _isLasting = isLasting;
        }

        using var transaction = Guard(_connection.BeginTransaction);
        _transaction = transaction;
        try
        {
            var result = action();
            Guard(() =>
            {
                transaction.Commit();
                return 0;
            });
            return result;
        }
        finally
        {
            _transaction = null;
        }
    }

    /// <summary>The number of rows changed.</summary>
    public int Execute(string sql, params ReadOnlySpan<object?> values) => Guard(Prepared(sql, values).ExecuteNonQuery);

    public long Number(string sql, params ReadOnlySpan<object?> values) => Convert.ToInt64(Guard(Prepared(sql, values).ExecuteScalar), CultureInfo.InvariantCulture);

    /// <summary>The first value of the first row, or null where there is no row.</summary>
    public string? Text(string sql, params ReadOnlySpan<object?> values) => Guard(Prepared(sql, values).ExecuteScalar) as string;

    /// <summary>The first value of the first row, or null where there is no row.</summary>
    public byte[]? Bytes(string sql, params ReadOnlySpan<object?> values) => Guard(Prepared(sql, values).ExecuteScalar) as byte[];

    /// <summary>All rows at once.</summary>
    public List<T> List<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        using var rows = Guard(Prepared(sql, values).ExecuteReader);
        var found = new List<T>();
        while (Guard(rows.Read)) found.Add(Guard(() => Row(rows, read)));
        return found;
    }

    /// <summary>All rows, lazily.</summary>
    public IEnumerable<T> Rows<T>(string sql, Func<SqliteDataReader, T> read, params object?[] values)
    {
        using var command = Command(sql, values);
        using var rows = Guard(command.ExecuteReader);
        while (Guard(rows.Read)) yield return Guard(() => Row(rows, read));
    }

    private string Damaged => $"{Path}: the ledger is damaged; 'ascribe check' says where.";

    public void Dispose()
    {
        foreach (var command in _prepared.Values) command.Dispose();
        _connection.Dispose();
    }

    private T Row<T>(SqliteDataReader row, Func<SqliteDataReader, T> read)
    {
        try
        {
            return read(row);
        }
        catch (InvalidOperationException e)
        {
            // No value where the schema wants one: the page it stood on was damaged.
            throw new LedgerException(Damaged, e);
        }
    }

    private void Prepare(string schema)
    {
        // The tables first: another program that makes them right now sets the marks with them, so they are there whenever tables are.
        var tables = Number("SELECT count(*) FROM sqlite_master");
        var application = Number("PRAGMA application_id");
        var version = Number("PRAGMA user_version");
        if (application != ApplicationId && (application != 0 || tables > 0)) throw new LedgerException($"{Path}: this is a SQLite file, but no ledger.");
        if (version > FormatVersion)
            throw new LedgerException($"{Path}: the ledger has format {version}, this program knows format {FormatVersion}; a newer ascribe is needed.");
        // Bodies of a few kilobytes would leave half of the usual pages empty.
        if (tables == 0) Execute($"PRAGMA page_size = {PageSize}");
        Execute("PRAGMA journal_mode = WAL");
        Execute("PRAGMA synchronous = FULL");
        Execute($"PRAGMA cache_size = -{CacheSize}");
        Execute($"PRAGMA wal_autocheckpoint = {LogPages}");
        if (tables > 0)
        {
            if (version < FormatVersion) LedgerUpgrade.From(this, version);
            return;
        }

        Write(() =>
        {
            // Another program may have been first.
            if (Number("SELECT count(*) FROM sqlite_master") > 0) return 0;
            Execute(schema);
            Execute($"PRAGMA application_id = {ApplicationId}");
            return Execute($"PRAGMA user_version = {FormatVersion}");
        });
    }

    /// <summary>The statement with its values, prepared once; it must have ended before it is asked for again.</summary>
    private SqliteCommand Prepared(string sql, ReadOnlySpan<object?> values)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            _prepared[sql] = Command(sql, values);
            return _prepared[sql];
        }

        command.Transaction = _transaction;
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }

    private SqliteCommand Command(string sql, ReadOnlySpan<object?> values)
    {
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // All statements are constants of this project; values are parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Transaction = _transaction;
        for (var i = 0; i < values.Length; i++) command.Parameters.AddWithValue($"${i + 1}", values[i] ?? DBNull.Value);
        return command;
    }

    private T Guard<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (SqliteException e)
        {
            throw new LedgerException(Told(e), e);
        }
    }

    // Codes: https://www.sqlite.org/rescode.html
    private string Told(SqliteException e) => e.SqliteErrorCode switch
    {
        5 or 6 => $"{Path}: another program has locked the ledger for more than {_patienceSeconds} seconds; try again when it is done.",
        8 => $"{Path}: the ledger cannot be written; may this user write the file and its folder?",
        10 => $"{Path}: the disk failed or has no room ({e.Message.TrimEnd('.')}).",
        11 => Damaged,
        13 => $"{Path}: the disk is full.",
        14 => $"{Path}: the file cannot be opened; does its folder exist, and may this user write there?",
        26 => $"{Path}: this is no ledger; the SQLite file that 'ascribe add' makes was expected.",
        _ => $"{Path}: {e.Message}",
    };
}
