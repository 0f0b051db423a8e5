using System.Text.RegularExpressions;

namespace Ascribe.Lab.ClaimSentences;

/// <summary>
/// The labelled claims of a sentence beside those that were read. Two are a pair where the head of the labelled speaker is among the words of the found one, and the words of their contents, the cue's apart, have a Dice
/// coefficient of at least a half (where the cue says all, both need a cue in the same place). Each stands in one pair at most, the likest first.
/// </summary>
internal sealed partial class ClaimPairing
{
    private const double Half = 0.5;

    private readonly ClaimSentence _sentence;
    private readonly List<Match> _words;
    private readonly List<(LabelledClaim Gold, FoundClaim Found)> _pairs = [];

    public ClaimPairing(ClaimSentence sentence, IReadOnlyList<FoundClaim> found)
    {
        _sentence = sentence;
        _words = Word.Matches(sentence.Text).ToList();
        Found = found;
        var likely = (from gold in sentence.Claims from other in found select (Gold: gold, Found: other, Likeness: IsSpeaker(gold.Speaker, other.Speaker) ? Likeness(gold, other) : 0)).Where(p => p.Likeness >= Half);
        foreach (var (gold, other, _) in likely.OrderByDescending(p => p.Likeness))
        {
            if (!_pairs.Exists(p => ReferenceEquals(p.Gold, gold) || ReferenceEquals(p.Found, other))) _pairs.Add((gold, other));
        }
    }

    public IReadOnlyList<FoundClaim> Found { get; }

    public IReadOnlyList<(LabelledClaim Gold, FoundClaim Found)> Pairs => _pairs;

    /// <summary>How many of the labelled speakers in between the found claim has.</summary>
    public static int MatchedVia(LabelledClaim gold, FoundClaim found) => gold.Via.Count(v => found.Via.Any(f => IsSpeaker(v, f)));

    /// <summary>What is missing, wrong or too much, a line each; empty where the sentence is read right. Voices are not looked at.</summary>
    public IReadOnlyList<string> Differences()
    {
        var lines = new List<string>();
        foreach (var gold in _sentence.Claims.Where(g => !_pairs.Exists(p => ReferenceEquals(p.Gold, g)))) lines.Add($"missing {gold.Speaker}: {gold.Stance} \"{string.Join(" … ", gold.Content)}\"");
        foreach (var found in Found.Where(f => !_pairs.Exists(p => ReferenceEquals(p.Found, f)))) lines.Add("unexpected " + Describe(found));
        foreach (var (gold, found) in _pairs)
        {
            if (gold.Stance != found.Stance) lines.Add($"stance {found.Stance}, not {gold.Stance}: {Describe(found)}");
            if (gold.Certainty != found.Certainty) lines.Add($"certainty {found.Certainty}, not {gold.Certainty}: {Describe(found)}");
            if (gold.Polarity != found.Polarity) lines.Add($"polarity {found.Polarity}, not {gold.Polarity}: {Describe(found)}");
            if (!HasChain(gold, found)) lines.Add($"via [{string.Join(", ", found.Via)}], not [{string.Join(", ", gold.Via)}]: {Describe(found)}");
        }

        return lines;
    }

    private static bool HasChain(LabelledClaim gold, FoundClaim found) => gold.Via.Count == found.Via.Count && gold.Via.Zip(found.Via).All(p => IsSpeaker(p.First, p.Second));

    private static bool IsSpeaker(string words, string found) => words.Length == 0
        ? found.Length == 0
        : Word.Matches(found).Any(w => w.Value.Equals(Word.Matches(words)[^1].Value, StringComparison.OrdinalIgnoreCase));

    private double Likeness(LabelledClaim gold, FoundClaim found)
    {
        var cue = WordsIn([ExtentOf(gold.Cue)]);
        if (gold.Content.Count == 0) return found.Cue is { } other && WordsIn([other]).Overlaps(cue) ? 1 : 0;
        var want = WordsIn(gold.Content.Select(ExtentOf));
        var have = WordsIn(found.Content);
        have.RemoveWhere(w => cue.Contains(w) && !want.Contains(w));
        return 2.0 * have.Count(want.Contains) / (have.Count + want.Count);
    }

    private FoundClaim.Extent ExtentOf(string words) => _sentence.Text.IndexOf(words, StringComparison.Ordinal) is >= 0 and var start
        ? new(start, start + words.Length)
        : throw new InvalidDataException($"'{words}' is not in the text: {_sentence.Text}");

    private HashSet<int> WordsIn(IEnumerable<FoundClaim.Extent> extents) => [.. extents.SelectMany(e => Enumerable.Range(0, _words.Count).Where(i => _words[i].Index < e.End && _words[i].Index + _words[i].Length > e.Start))];

    private string Describe(FoundClaim claim) =>
        $"{claim.Speaker} [{string.Join("; ", claim.Via)}] {(claim.Cue is { } cue ? TextOf(cue) : "–")}: {claim.Stance} {claim.Certainty} {claim.Polarity} \"{string.Join(" … ", claim.Content.Select(TextOf))}\"";

    private string TextOf(FoundClaim.Extent extent) => _sentence.Text[extent.Start..extent.End];

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word { get; }
}
