using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Ascribe.Dossiers.Dossiers;
using Ascribe.Dossiers.Index;
using Ascribe.Dossiers.Ledger;
using Ascribe.Dossiers.Merging;
using Ascribe.Records;
using NodaTime.Text;

namespace Ascribe.Lab;

/// <summary>
/// How a ledger bears growth: a few records are multiplied, each copy with other names, places and days, and added with what keeps their dossiers found.
/// </summary>
internal static partial class LedgerBench
{
    private const int BatchSize = 64;

    /// <summary>So many dossiers are opened at each mark.</summary>
    private const int Opened = 100;

    /// <param name="records">Records to multiply.</param>
    /// <param name="path">The file of the ledger, which must not exist yet.</param>
    /// <param name="reports">How many there shall be.</param>
    /// <param name="marks">Told after so many reports each.</param>
    public static void Run(IReadOnlyList<Record> records, string path, int reports, int marks)
    {
        var originals = records.Select(r => RecordJson.Write(r)).ToArray();
        var model = MergingModel.Load();
        using var ledger = ReportLedger.Open(path);
        var index = DossierIndex.Open(ledger, model);
        var (adding, indexing) = (new Stopwatch(), new Stopwatch());
        var batch = new List<ReportReading>(BatchSize);
        var ids = new List<string>();
        for (var n = 0; n < reports; n++)
        {
            var record = RecordJson.Read(Copy(originals[n % originals.Length], n / originals.Length));
            batch.Add(new ReportReading(record.Report, record));
            if (n % Math.Max(1, marks / Opened) == 0) ids.Add(record.Report.Id);
            if (batch.Count == BatchSize || n + 1 == reports)
            {
                adding.Start();
                ledger.Add(batch);
                adding.Stop();
                indexing.Start();
                index.CatchUp();
                indexing.Stop();
                batch.Clear();
            }

            if ((n + 1) % marks != 0 && n + 1 != reports) continue;
            Tell(path, ledger, [.. ids.TakeLast(Opened)], n + 1, adding.Elapsed.TotalMilliseconds / marks, indexing.Elapsed.TotalMilliseconds / marks);
            adding.Reset();
            indexing.Reset();
        }
    }

    private static void Tell(string path, ReportLedger ledger, IReadOnlyList<string> ids, int reports, double adding, double indexing)
    {
        var shelf = DossierShelf.Open(ledger);
        var clock = Stopwatch.StartNew();
        var told = ids.Sum(id => shelf.Find(id)?.Reports.Count ?? 0);
        var opening = clock.Elapsed.TotalMilliseconds / ids.Count;
        var bytes = new[] { path, path + "-wal" }.Where(File.Exists).Sum(f => new FileInfo(f).Length);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{{\"reports\":{reports},\"add_ms\":{adding:F2},\"index_ms\":{indexing:F2},\"open_ms\":{opening:F2},\"reports_a_dossier\":{(double)told / ids.Count:F1},\"bytes_a_report\":{bytes / reports},\"resident_mb\":{Process.GetCurrentProcess().WorkingSet64 >> 20}}}"));
    }

    /// <summary>The record with other words and later days: names and half of the long words become others of the same length, the same word the same, so that spans stay where they are.</summary>
    private static string Copy(string record, int copy)
    {
        if (copy == 0) return record;
        var json = JsonNode.Parse(record)!.AsObject();
        var report = json["report"]!.AsObject();
        var (title, text) = (Changed(report["title"]?.GetValue<string>() ?? "", copy), Changed(report["text"]!.GetValue<string>(), copy));
        Visit(json);
        report["id"] = $"{report["id"]}-{copy}";
        report["text"] = text;
        report["title"] = title;
        report["text_sha256"] = RecordJson.HashOf(text);
        return json.ToJsonString();

        void Visit(JsonNode? node)
        {
            if (node is JsonArray list)
            {
                for (var i = 0; i < list.Count; i++)
                {
                    if (list[i] is JsonValue) list[i] = Dated(list[i], copy);
                    else Visit(list[i]);
                }

                return;
            }

            if (node is not JsonObject fields) return;
            foreach (var (name, value) in fields.ToList())
            {
                if (value is not JsonValue) Visit(value);
                else if (name is "name" or "role" or "organization" or "what" or "admin1") fields[name] = Changed(value.GetValue<string>(), copy);
                else fields[name] = Dated(value, copy);
            }

            if (fields["start"] is { } start && fields["end"] is { } end && fields["text"] is not null)
                fields["text"] = (fields["in"]?.GetValue<string>() == "title" ? title : text)[start.GetValue<int>()..end.GetValue<int>()];
        }
    }

    private static JsonNode? Dated(JsonNode? value, int copy) => value is JsonValue told && told.TryGetValue<string>(out var text) && text.Length >= 10
        ? Day().Replace(text, day => LocalDatePattern.Iso.Parse(day.Value) is { Success: true, Value: var date } ? LocalDatePattern.Iso.Format(date.PlusDays(copy * 3)) : day.Value)
        : value?.DeepClone();

    private static string Changed(string text, int copy) => Word().Replace(text, word => char.IsAsciiLetterUpper(word.Value[0]) || word.Length > 5 && word.Value[^2] % 2 == 0 ? Moved(word.Value, copy) : word.Value);

    private static string Moved(string word, int copy) => string.Create(word.Length, (word, copy), static (letters, state) =>
    {
        var seed = (uint)state.copy * 2654435761u;
        foreach (var letter in state.word) seed = (seed ^ letter) * 16777619u;
        for (var i = 0; i < letters.Length; i++)
        {
            seed = seed * 1664525u + 1013904223u;
            var first = char.IsAsciiLetterUpper(state.word[i]) ? 'A' : 'a';
            letters[i] = (char)(first + (seed >> 16) % 26);
        }
    });

    [GeneratedRegex("[A-Za-z]{3,}")]
    private static partial Regex Word();

    [GeneratedRegex(@"\b\d{4}-\d{2}-\d{2}\b")]
    private static partial Regex Day();
}
