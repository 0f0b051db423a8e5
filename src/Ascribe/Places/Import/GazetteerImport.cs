namespace Ascribe.Places.Import;

/// <summary>
/// Makes an imported gazetteer from dumps of GeoNames. The new file is written beside the old one and takes its place when it is whole
/// and on the disk: an import that fails or is killed leaves the old one as it was.
/// </summary>
internal sealed class GazetteerImport
{
    /// <summary>So many faults are told one by one.</summary>
    private const int Told = 20;

    /// <summary>With more faults than this, and in more than one line of a hundred, the file is taken for something else.</summary>
    private const int ManyRefused = 100;

    private readonly IdSet _ids = new();
    private readonly DumpRow _row = new();
    private long _rows;
    private long _refused;
    private long _bytes;
    private string? _newest;

    /// <summary>Files: text, or text packed as .gz or .zip; "-" is the standard input.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>ISO 3166-1 alpha-2 codes; empty: all countries.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>Letters of feature classes. Divisions of the first two levels are always kept, since they say what holds a place.</summary>
    public string Classes { get; init; } = FeatureClasses.Letters;

    /// <summary>Gets each fault as a sentence.</summary>
    public required Action<string> Fault { get; init; }

    /// <summary>Gets, now and then, the rows read, those refused, and the bytes of input dealt with.</summary>
    public Action<long, long, long>? Progress { get; init; }

    /// <param name="target">The gazetteer's file. Its folder is made where it is missing.</param>
    /// <returns>What was written: where <see cref="GazetteerSource.Refused"/> is above 0, without the lines that were told as faults.</returns>
    /// <exception cref="InvalidDataException">A file cannot be read, is cut short or no dump of GeoNames, or nothing of it was asked for; the message says so.</exception>
    /// <exception cref="IOException">The gazetteer cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public GazetteerSource Run(string target)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(target)) is { } folder) Directory.CreateDirectory(folder);
        var unfinished = target + ".unfinished";
        // Where this fails, another import is under way and the file is its own.
        var writer = new GazetteerIndexWriter(unfinished);
        try
        {
            var source = Write(writer);
            File.Move(unfinished, target, overwrite: true);
            return source;
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }

    private GazetteerSource Write(GazetteerIndexWriter writer)
    {
        using (writer)
        {
            foreach (var file in Files) ReadFile(file, writer);
            if (_refused > Told) Fault($"{_refused - Told} more lines were wrong.");
            if (writer.Count == 0) throw new InvalidDataException($"there is no place in {string.Join(", ", Files)} that was asked for.");
            var source = new GazetteerSource([.. Files.Select(f => Path.GetFileName(f))], _newest, [.. Countries.Order(StringComparer.Ordinal)], Classes, _rows, _refused);
            writer.Finish(source);
            return source;
        }
    }

    private void ReadFile(string file, GazetteerIndexWriter writer)
    {
        try
        {
            using var input = file == "-" ? Console.OpenStandardInput() : new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
            var before = _bytes;
            using var opened = DumpFile.Open(file, input);
            ReadRows(file, opened, writer, () => _bytes = before + (input.CanSeek ? input.Position : 0));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{file}: cannot be read; does it exist, and may it be opened?", e);
        }
    }

    private void ReadRows(string file, Stream text, GazetteerIndexWriter writer, Action count)
    {
        var lines = new BoundedLines(text);
        while (Next(file, lines, out var line))
        {
            if (line.IsEmpty && !lines.IsTooLong) continue;
            _rows++;
            var fault = lines.IsTooLong ? $"longer than {BoundedLines.MaxLength} bytes; a row of a dump of GeoNames was expected." : _row.Read(line);
            if (fault is not null && lines.IsUnended && !lines.IsTooLong) throw new InvalidDataException($"{file}, line {lines.Number}: the file is cut short; a whole row was expected at its end.");
            if (fault is null && !_ids.Add(_row.Id)) fault = $"the geonameid {_row.Id} was there before; the first row with it counts.";
            if (fault is not null) Refuse(file, lines.Number, fault);
            else if (IsWanted()) Add(writer);
            if (_rows % 4096 != 0) continue;
            count();
            Progress?.Invoke(_rows, _refused, _bytes);
        }

        count();
    }

    private static bool Next(string file, BoundedLines lines, out ReadOnlySpan<byte> line)
    {
        try
        {
            return lines.Next(out line);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            throw new InvalidDataException($"{file}, after line {lines.Number}: the file is damaged or cut short ({e.Message.TrimEnd('.')}).", e);
        }
    }

    private bool IsWanted()
    {
        if (_row.Class is null || Countries.Count > 0 && !IsIn(Countries, _row.Country)) return false;
        return Classes.Contains(_row.Letter) || _row.FeatureCode is "ADM1" or "ADM2";
    }

    private static bool IsIn(IReadOnlyList<string> countries, ReadOnlySpan<char> country)
    {
        foreach (var wanted in countries)
        {
            if (country.SequenceEqual(wanted)) return true;
        }

        return false;
    }

    private void Add(GazetteerIndexWriter writer)
    {
        writer.Add(_row);
        if (_row.Modified.Length == 10 && _row.Modified.CompareTo(_newest, StringComparison.Ordinal) > 0) _newest = _row.Modified.ToString();
    }

    private void Refuse(string file, long line, string fault)
    {
        if (_refused++ < Told) Fault($"{file}, line {line}: {fault}");
        if (_refused > ManyRefused && _refused * 100 > _rows)
            throw new InvalidDataException($"{file}, line {line}: {_refused} of {_rows} lines are wrong; a dump of GeoNames was expected.");
    }
}
