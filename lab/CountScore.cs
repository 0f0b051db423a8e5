using System.Globalization;
using System.Text.Json;

namespace Ascribe.Lab;

/// <summary>
/// How many counts of lab/corpora/counts-en were found. Exact: the spans overlap, and minimum, maximum and approximateness are the same; each
/// count is paired once.
/// </summary>
internal sealed class CountScore
{
    private readonly List<string> _errors = [];
    private int _gold;
    private int _found;
    private int _overlapping;
    private int _exact;
    private int _spans;
    private int _counted;
    private int _parts;

    public IReadOnlyList<string> Errors => _errors;

    /// <summary>Of exact counts, in percent.</summary>
    public double ExactF => 200.0 * _exact / Math.Max(1, _gold + _found);

    public static CountScore Of(string goldPath, string foundPath)
    {
        var found = CorpusFiles.Objects(foundPath).ToDictionary(r => r.GetProperty("id").GetString()!);
        var score = new CountScore();
        foreach (var row in CorpusFiles.Objects(goldPath))
        {
            var id = row.GetProperty("id").GetString()!;
            if (!found.TryGetValue(id, out var other)) throw new InvalidDataException($"{foundPath}: '{id}' is missing.");
            score.Add(row.GetProperty("text").GetString()!, Read(row), Read(other));
        }

        return score;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"counts gold {_gold}, found {_found}; overlapping F {F(_overlapping)}; exact P {100.0 * _exact / Math.Max(1, _found):F1} R {100.0 * _exact / Math.Max(1, _gold):F1} F {F(_exact)}; of the exact ones: span {Share(_spans)}, what is counted {Share(_counted)}, part or total {Share(_parts)}");

    private string F(int right) => (200.0 * right / Math.Max(1, _gold + _found)).ToString("F1", CultureInfo.InvariantCulture);

    private string Share(int right) => (100.0 * right / Math.Max(1, _exact)).ToString("F1", CultureInfo.InvariantCulture);

    private void Add(string text, List<Labelled> gold, List<Labelled> found)
    {
        _gold += gold.Count;
        _found += found.Count;
        var free = new List<Labelled>(found);
        foreach (var want in gold)
        {
            var pair = free.Find(f => f.Start < want.End && want.Start < f.End);
            if (pair is null)
            {
                _errors.Add($"MISS   {want} | {text}");
                continue;
            }

            free.Remove(pair);
            _overlapping++;
            if (pair.Range != want.Range)
            {
                _errors.Add($"RANGE  {want} read as {pair} | {text}");
                continue;
            }

            _exact++;
            _spans += pair.Start == want.Start && pair.End == want.End ? 1 : 0;
            _parts += pair.IsPart == want.IsPart ? 1 : 0;
            if (string.Equals(pair.Of, want.Of, StringComparison.OrdinalIgnoreCase)) _counted++;
            else _errors.Add($"OF     {want} counts '{want.Of}', read as '{pair.Of}' | {text}");
        }

        foreach (var rest in free) _errors.Add($"FALSE  {rest} | {text}");
    }

    private static List<Labelled> Read(JsonElement row) => [.. row.GetProperty("counts").EnumerateArray().Select(c => new Labelled(
        c.GetProperty("quote").GetString()!, c.GetProperty("start").GetInt32(), c.GetProperty("end").GetInt32(),
        (Number(c, "min"), Number(c, "max"), c.GetProperty("approximate").GetBoolean()), c.GetProperty("of").GetString(), c.GetProperty("part").GetBoolean()))];

    private static long? Number(JsonElement count, string name) => count.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetInt64() : null;

    private sealed record Labelled(string Quote, int Start, int End, (long? Min, long? Max, bool Approximate) Range, string? Of, bool IsPart)
    {
        public override string ToString() => $"'{Quote}' {(Range.Approximate ? "~" : "")}{Range.Min}-{Range.Max}";
    }
}
