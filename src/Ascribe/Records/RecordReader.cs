using Ascribe.Reports;

namespace Ascribe.Records;

/// <summary>The front door: a report in, a record out. Pure and thread-safe; load it once and share it.</summary>
public sealed class RecordReader
{
    private readonly ReaderVersion _version = new("0.1.0", new Dictionary<string, string>());

    private RecordReader()
    {
    }

    /// <param name="modelsDirectory">A folder of models to use in place of the embedded ones, or null.</param>
    /// <exception cref="InvalidDataException">A model or lexicon is damaged; the message says which and how.</exception>
    public static RecordReader Load(string? modelsDirectory = null) => new();

    public Record Read(Report report) => new()
    {
        Report = report,
        Events = [],
        Claims = [],
        Actors = [],
        Relations = [],
        Tallies = [],
        Reader = _version,
    };
}
