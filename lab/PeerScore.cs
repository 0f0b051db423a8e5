using System.Globalization;
using System.Text.Json;
using Ascribe.Lab.Coding;

namespace Ascribe.Lab;

/// <summary>
/// How many sentences of a peers' suite got the right answer, of all its sentences: the PLOVER root where the gold has an event, the class where
/// it has one of five. One answer a sentence; none is wrong. Names of PLOVER's first edition are read as the roots of 2021 that they became.
/// </summary>
internal sealed class PeerScore
{
    private readonly List<string> _errors = [];
    private readonly SortedDictionary<string, (int Gold, int Found, int Right)> _byLabel = new(StringComparer.Ordinal);
    private int _sentences;
    private int _coded;
    private int _right;
    private int _formerly;
    private bool _hasFormerNames;

    public IReadOnlyList<string> Errors => _errors;

    /// <summary>Right answers in percent of the sentences.</summary>
    public double Accuracy => 100.0 * _right / Math.Max(1, _sentences);

    /// <summary>Mean of the labels' F1, in percent.</summary>
    public double MacroF => _byLabel.Values.Where(l => l.Gold > 0).Select(l => 200.0 * l.Right / (l.Gold + l.Found)).DefaultIfEmpty().Average();

    /// <exception cref="InvalidDataException">A sentence has no prediction, or a label that no scheme has.</exception>
    public static PeerScore Of(string goldPath, string foundPath) => Of(CorpusFiles.Objects(goldPath), CorpusFiles.Objects(foundPath), PloverScheme.Load());

    public static PeerScore Of(IEnumerable<JsonElement> gold, IEnumerable<JsonElement> found, PloverScheme scheme)
    {
        var answers = found.ToDictionary(r => r.GetProperty("id").GetString()!);
        var score = new PeerScore();
        foreach (var row in gold)
        {
            var id = row.GetProperty("id").GetString()!;
            if (!answers.TryGetValue(id, out var answer)) throw new InvalidDataException($"'{id}' has no prediction.");
            score.Add(row, answer, scheme);
        }

        return score;
    }

    public override string ToString()
    {
        var lines = new List<string>
        {
            string.Create(CultureInfo.InvariantCulture, $"sentences {_sentences}, with an event {_coded}, right {_right}: accuracy {Accuracy:F1}, macro F {MacroF:F1}")
                + (_hasFormerNames ? string.Create(CultureInfo.InvariantCulture, $"; by the first edition's names {100.0 * _formerly / Math.Max(1, _sentences):F1}") : ""),
        };
        lines.AddRange(_byLabel.Select(l => string.Create(CultureInfo.InvariantCulture, $"  {(l.Key.Length == 0 ? "none" : l.Key),-10} gold {l.Value.Gold,3}, found {l.Value.Found,3}, right {l.Value.Right,3}")));
        return string.Join("\n", lines);
    }

    private void Add(JsonElement row, JsonElement answer, PloverScheme scheme)
    {
        var labels = row.GetProperty("labels");
        var text = row.GetProperty("text").GetString();
        string Found(string field) => answer.TryGetProperty(field, out var value) ? value.GetString() ?? "" : "";
        string want, got;
        if ((Label(labels, "event") ?? Label(labels, "plover")) is { } name)
        {
            want = scheme.RootOfName(name) ?? throw new InvalidDataException($"'{row.GetProperty("id")}': '{name}' is no event of PLOVER.");
            got = scheme.IsOf(Found("plover"), want) ? want : PloverScheme.RootOf(Found("plover"));
            if (Found("formerly") == name) _formerly++;
            _hasFormerNames |= name != want;
            if (got.Length > 0) _coded++;
        }
        else
        {
            want = Label(labels, "penta") ?? throw new InvalidDataException($"'{row.GetProperty("id")}' has no label that is scored.");
            got = Found("penta");
            if (got.Length > 0 && got != "0") _coded++;
        }

        _sentences++;
        if (want == got) _right++;
        else _errors.Add($"{want} read as {(got.Length == 0 ? "none" : got)} ({Found("word")}) | {text}");
        _byLabel[want] = _byLabel.GetValueOrDefault(want) is var w ? (w.Gold + 1, w.Found, w.Right + (want == got ? 1 : 0)) : default;
        _byLabel[got] = _byLabel.GetValueOrDefault(got) is var g ? (g.Gold, g.Found + 1, g.Right) : default;
    }

    private static string? Label(JsonElement labels, string name) => labels.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
