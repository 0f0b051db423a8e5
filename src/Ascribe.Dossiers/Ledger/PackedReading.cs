using Microsoft.Data.Sqlite;

namespace Ascribe.Dossiers.Ledger;

/// <summary>The body of an entry as it lies in the file, with that of the report behind it.</summary>
/// <param name="Report">Id of the report.</param>
/// <param name="Source">The packed body of the report that a record was read from; null where there is none.</param>
internal readonly record struct PackedReading(string Report, byte[] Body, byte[]? Source)
{
    /// <summary>From a row of the report's id, the body and the source.</summary>
    public static PackedReading Of(SqliteDataReader row) => new(row.GetString(0), row.GetFieldValue<byte[]>(1), row.IsDBNull(2) ? null : row.GetFieldValue<byte[]>(2));

    /// <exception cref="InvalidDataException">The bytes of one of both are damaged.</exception>
    public string Unpack()
    {
        var source = Source;
        return EntryBody.Unpack(Body, () => source is null ? null : EntryBody.Unpack(source, () => null));
    }
}
