using Ascribe.Dossiers.Ledger;
using Microsoft.Data.Sqlite;

namespace Ascribe.Desk.People;

/// <summary>
/// The SQLite file beside a ledger that holds accounts, sessions, tokens, webhooks and the audit: what is secret never lies in the ledger, which is handed on.
/// Only its owner may read it. Safe for several threads.
/// </summary>
internal sealed class PeopleFile : IDisposable
{
    private const string Suffix = ".people";
    private const int FormatVersion = 1;

    private const string Schema =
        """
        CREATE TABLE person (
            name TEXT PRIMARY KEY COLLATE NOCASE, role TEXT NOT NULL, password TEXT NOT NULL, disabled INTEGER NOT NULL DEFAULT 0,
            failures INTEGER NOT NULL DEFAULT 0, locked_until INTEGER NOT NULL DEFAULT 0, version INTEGER NOT NULL DEFAULT 1
        ) STRICT;
        CREATE TABLE session (
            hash TEXT PRIMARY KEY, person TEXT NOT NULL COLLATE NOCASE REFERENCES person (name), csrf TEXT NOT NULL, begun INTEGER NOT NULL, seen INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE token (
            id TEXT PRIMARY KEY, hash TEXT NOT NULL UNIQUE, name TEXT NOT NULL, rights INTEGER NOT NULL, marking TEXT NOT NULL, made_by TEXT NOT NULL, made INTEGER NOT NULL, expires INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE webhook (
            id TEXT PRIMARY KEY, url TEXT NOT NULL, query TEXT NOT NULL, secret TEXT NOT NULL, clearance TEXT NOT NULL, made_by TEXT NOT NULL, made INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE delivery (id INTEGER PRIMARY KEY AUTOINCREMENT, webhook TEXT NOT NULL REFERENCES webhook (id), body TEXT NOT NULL, tries INTEGER NOT NULL, due INTEGER NOT NULL) STRICT;
        CREATE TABLE audit (id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, who TEXT, what TEXT NOT NULL, about TEXT, address TEXT) STRICT;
        """;

    private readonly Lock _lock = new();
    private readonly SqliteConnection _connection;

    private PeopleFile(SqliteConnection connection) => _connection = connection;

    /// <exception cref="LedgerException">The file cannot be used.</exception>
    public static PeopleFile Open(string ledger)
    {
        var path = ledger + Suffix;
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 10, Pooling = false, ForeignKeys = true }.ToString());
        var file = new PeopleFile(connection);
        try
        {
            // Made by us and not by SQLite, so that nobody else may read it from its first byte on.
            if (!File.Exists(path)) using (new FileStream(path, OwnerOnly())) { }
            connection.Open();
            file.Execute("PRAGMA journal_mode = WAL");
            if (file.Number("PRAGMA user_version") is var version && version > FormatVersion) throw new LedgerException($"{path}: the file of accounts has format {version}; a newer ascribe is needed.");
            if (version == 0) file.Execute($"BEGIN IMMEDIATE; {Schema} PRAGMA user_version = {FormatVersion}; COMMIT");
            return file;
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            connection.Dispose();
            throw new LedgerException($"{path}: the file of accounts cannot be used: {e.Message}", e);
        }
    }

    /// <summary>The number of rows changed.</summary>
    public int Execute(string sql, params ReadOnlySpan<object?> values)
    {
        lock (_lock)
        {
            using var command = Command(sql, values);
            return command.ExecuteNonQuery();
        }
    }

    public long Number(string sql, params ReadOnlySpan<object?> values)
    {
        lock (_lock)
        {
            using var command = Command(sql, values);
            return Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    public List<T> List<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        lock (_lock)
        {
            using var command = Command(sql, values);
            using var rows = command.ExecuteReader();
            var found = new List<T>();
            while (rows.Read()) found.Add(read(rows));
            return found;
        }
    }

    public void Dispose() => _connection.Dispose();

    private static FileStreamOptions OwnerOnly()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    private SqliteCommand Command(string sql, ReadOnlySpan<object?> values)
    {
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // All statements are constants of this project; values are parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var i = 0; i < values.Length; i++) command.Parameters.AddWithValue($"${i + 1}", values[i] ?? DBNull.Value);
        return command;
    }
}
