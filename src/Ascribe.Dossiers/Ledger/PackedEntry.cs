using System.Security.Cryptography;
using System.Text;
using Ascribe.Records;

namespace Ascribe.Dossiers.Ledger;

/// <summary>A report and its record, ready to be written.</summary>
/// <param name="Id">Of the report.</param>
/// <param name="Identity">SHA-256 of the report.</param>
/// <param name="Reader">The version that read it.</param>
internal sealed record PackedEntry(string Id, byte[] Identity, string Report, byte[] PackedReport, string Reader, string Json, byte[] PackedJson, Record Record)
{
    /// <exception cref="InvalidDataException">The record is invalid.</exception>
    public static PackedEntry Of(ReportReading reading)
    {
        var (report, json) = (RecordJson.Write(reading.Report), RecordJson.Write(reading.Record));
        return new PackedEntry(
            reading.Report.Id, IdentityOf(report), report, EntryBody.Pack(report), NameOf(reading.Record.Reader), json, EntryBody.Pack(json, report), reading.Record);
    }

    /// <summary>What makes a report the same when it comes again: all that its source said.</summary>
    /// <param name="report">As JSON.</param>
    public static byte[] IdentityOf(string report) => SHA256.HashData(Encoding.UTF8.GetBytes(report));

    public static string NameOf(ReaderVersion reader) =>
        reader.Version + "+" + string.Join(',', reader.Models.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => $"{m.Key}:{m.Value}"));
}
