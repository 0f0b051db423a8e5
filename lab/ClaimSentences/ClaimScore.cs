using System.Globalization;
using System.Text.Json;

namespace Ascribe.Lab.ClaimSentences;

/// <summary>How many claims of a file of <see cref="ClaimSentence"/>s were read, and how rightly; see <see cref="ClaimPairing"/> for what counts as a pair.</summary>
internal sealed class ClaimScore
{
    private readonly List<string> _errors = [];
    private readonly Sums _all = new("all");
    private readonly Sums _easy = new("easy");
    private readonly Sums _hard = new("hard");

    /// <summary>What is wrong, sentence by sentence.</summary>
    public IReadOnlyList<string> Errors => _errors;

    public static ClaimScore Of(string goldPath, string foundPath)
    {
        var found = CorpusFiles.Objects(foundPath).ToDictionary(r => r.GetProperty("text").GetString()!, r => r.GetProperty("claims").Deserialize<List<FoundClaim>>()!, StringComparer.Ordinal);
        var score = new ClaimScore();
        foreach (var sentence in ClaimSentence.LoadAll(goldPath))
        {
            if (!found.TryGetValue(sentence.Text, out var claims)) throw new InvalidDataException($"{foundPath}: it lacks \"{sentence.Text}\"");
            score.Add(sentence, new ClaimPairing(sentence, claims));
        }

        return score;
    }

    public override string ToString() => string.Join("\n", _all, _easy, _hard);

    private void Add(ClaimSentence sentence, ClaimPairing pairing)
    {
        var differences = pairing.Differences();
        foreach (var sums in (Sums[])[_all, sentence.Hard ? _hard : _easy]) sums.Add(sentence, pairing, differences.Count == 0);
        if (differences.Count > 0) _errors.Add($"{sentence.Kind}: {sentence.Text}\n  {string.Join("\n  ", differences)}");
    }

    private sealed class Sums(string name)
    {
        private int _sentences;
        private int _right;
        private int _gold;
        private int _found;
        private int _pairs;
        private int _stances;
        private int _certainties;
        private int _polarities;
        private int _voices;
        private int _goldVia;
        private int _foundVia;
        private int _via;

        public void Add(ClaimSentence sentence, ClaimPairing pairing, bool right)
        {
            _sentences++;
            _right += right ? 1 : 0;
            _gold += sentence.Claims.Count;
            _found += pairing.Found.Count;
            _pairs += pairing.Pairs.Count;
            _stances += pairing.Pairs.Count(p => p.Gold.Stance == p.Found.Stance);
            _certainties += pairing.Pairs.Count(p => p.Gold.Certainty == p.Found.Certainty);
            _polarities += pairing.Pairs.Count(p => p.Gold.Polarity == p.Found.Polarity);
            _voices += pairing.Pairs.Count(p => p.Gold.Voice == p.Found.Voice);
            _goldVia += sentence.Claims.Sum(c => c.Via.Count);
            _foundVia += pairing.Found.Sum(c => c.Via.Count);
            _via += pairing.Pairs.Sum(p => ClaimPairing.MatchedVia(p.Gold, p.Found));
        }

        public override string ToString() => string.Create(CultureInfo.InvariantCulture,
            $"{name}: sentences right {_right} of {_sentences}; claims gold {_gold}, found {_found}, P {Share(_pairs, _found)} R {Share(_pairs, _gold)} F {Share(2 * _pairs, _gold + _found)}; of the pairs: stance {Share(_stances, _pairs)}, certainty {Share(_certainties, _pairs)}, polarity {Share(_polarities, _pairs)}, voice {Share(_voices, _pairs)}; via gold {_goldVia}, found {_foundVia}, F {Share(2 * _via, _goldVia + _foundVia)}");

        private static string Share(int right, int all) => (100.0 * right / Math.Max(1, all)).ToString("F1", CultureInfo.InvariantCulture);
    }
}
