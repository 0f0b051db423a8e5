using System.Globalization;
using Ascribe.Places;
using Ascribe.Places.Import;

namespace Ascribe.Tests.Places.Import;

/// <summary>Small dumps as GeoNames writes them, in a folder of their own.</summary>
internal sealed class DumpText : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("ascribe-gazetteer-").FullName;

    public string Index => Path.Combine(Folder, "gazetteer.index");

    /// <summary>What the last import told of faults.</summary>
    public List<string> Faults { get; } = [];

    public static string Row(
        int id, string name, string latitude = "33.5", string longitude = "42.5", string feature = "P", string code = "PPL", string country = "IQ", string admin1 = "", string admin2 = "", string population = "0",
        string alternates = "", string changed = "2025-01-31") =>
        string.Create(CultureInfo.InvariantCulture, $"{id}\t{name}\t{name}\t{alternates}\t{latitude}\t{longitude}\t{feature}\t{code}\t{country}\t\t{admin1}\t{admin2}\t\t\t{population}\t\t10\tAsia/Baghdad\t{changed}");

    public string Write(string file, params string[] rows)
    {
        var path = Path.Combine(Folder, file);
        File.WriteAllText(path, string.Concat(rows.Select(r => r + "\n")));
        return path;
    }

    public GazetteerSource Import(params string[] rows) => ImportFile(Write("dump.txt", rows));

    public GazetteerSource ImportFile(string file, string[]? countries = null, string? classes = null)
    {
        Faults.Clear();
        return new GazetteerImport { Files = [file], Countries = countries ?? [], Classes = classes ?? FeatureClasses.Letters, Fault = Faults.Add }.Run(Index);
    }

    /// <summary>Names of the places that the index has under a name, the most populous first.</summary>
    public string[] Find(string name)
    {
        using var index = GazetteerIndex.Open(Index);
        Span<int> postings = stackalloc int[GazetteerIndexFormat.MaxPostings];
        var count = index.Find(ToponymKey.Of(name), postings);
        return [.. postings[..count].ToArray().Select(p => index.Name(index.Entry(p >> 1)))];
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
