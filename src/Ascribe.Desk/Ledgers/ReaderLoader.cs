using Ascribe.Records;

namespace Ascribe.Desk.Ledgers;

/// <summary>The reader of reports, loaded when somebody first wants something read: pages need no models.</summary>
internal sealed class ReaderLoader(DeskOptions options)
{
    private readonly Lazy<Task<RecordReader>> _reader = new(() => Task.Run(() => RecordReader.Load(options.Models, options.Gazetteer)));

    /// <exception cref="InvalidDataException">A model or the gazetteer is missing or damaged.</exception>
    public Task<RecordReader> Reader => _reader.Value;
}
