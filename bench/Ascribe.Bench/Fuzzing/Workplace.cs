using Ascribe.Dossiers.Ledger;
using Ascribe.Records;

namespace Ascribe.Bench.Fuzzing;

/// <summary>What several targets make their seeds of: the samples, what was read of them, a ledger of them; and a folder for files, which goes when the run ends.</summary>
internal sealed class Workplace : IDisposable
{
    private readonly Lazy<RecordReader> _reader = new(() => RecordReader.Load());
    private readonly Lazy<IReadOnlyList<Record>> _records;
    private readonly Lazy<string> _ledger;
    private readonly string _folder = Directory.CreateTempSubdirectory("ascribe-fuzz-").FullName;

    public Workplace()
    {
        _records = new Lazy<IReadOnlyList<Record>>(() => [.. Samples.Reports.Select(Reader.Read)]);
        _ledger = new Lazy<string>(Add);
    }

    public RecordReader Reader => _reader.Value;

    /// <summary>Of the samples.</summary>
    public IReadOnlyList<Record> Records => _records.Value;

    /// <summary>A copy of the ledger of the samples, to do as one likes with.</summary>
    public string Ledger(string name)
    {
        var path = PathOf(name);
        foreach (var old in Directory.GetFiles(_folder, name + "*")) File.Delete(old);
        File.Copy(_ledger.Value, path);
        return path;
    }

    /// <summary>The path of a file in the folder.</summary>
    public string PathOf(string name) => Path.Combine(_folder, name);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Add()
    {
        var path = PathOf("samples.ledger");
        using (var ledger = ReportLedger.Open(path))
        {
            ledger.Add([.. Records.Select(r => new ReportReading(r.Report, r))]);
            Dossiers.Dossiers.DossierShelf.Open(ledger);
        }

        return path;
    }
}
