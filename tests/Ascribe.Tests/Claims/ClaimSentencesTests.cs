using Ascribe.Claims;
using Ascribe.Lab.ClaimSentences;
using Ascribe.Records;
using Ascribe.Reports;

namespace Ascribe.Tests.Claims;

/// <summary>Sentences with all claims that they hold: those for development are read, those that are frozen only have to be well formed.</summary>
public sealed class ClaimSentencesTests
{
    private static readonly Dictionary<string, ClaimSentence> s_development = Load("development").ToDictionary(s => s.Text, StringComparer.Ordinal);

    public static TheoryData<string> Texts { get; } = [.. s_development.Keys];

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_sentence_is_read_right(string text)
    {
        var sentence = s_development[text];
        var record = SharedReader.Instance.Read(new Report { Id = "sentence", Text = text });
        var differences = new ClaimPairing(sentence, FoundClaim.Of(record)).Differences();
        if (sentence.KnownFailure is null) Assert.True(differences.Count == 0, $"{sentence.Kind}: {text}\n{string.Join("\n", differences)}");
        else Assert.True(differences.Count > 0, $"It is read right now; delete its known_failure: {text}");
    }

    [Theory]
    [InlineData("development")]
    [InlineData("frozen")]
    public void A_file_is_well_formed(string part)
    {
        var sentences = Load(part);
        Assert.True(sentences.Count >= 100);
        Assert.True(3 * sentences.Count(s => s.Hard) >= sentences.Count);
        Assert.Equal(sentences.Count, sentences.Select(s => s.Text).Distinct().Count());
        Assert.All(sentences, s => Assert.NotEmpty(s.Kind));
        foreach (var (sentence, claim) in sentences.SelectMany(s => s.Claims.Select(c => (s, c))))
        {
            Assert.All([claim.Speaker, claim.Cue, .. claim.Via], words => Assert.Contains(words, sentence.Text, StringComparison.Ordinal));
            Assert.All(claim.Content.DefaultIfEmpty(claim.Cue), words => Assert.Single(Occurrences(sentence.Text, words)));
            Assert.Equal(claim.Voice == "passive", claim.Speaker.Length == 0);
            Assert.Contains(claim.Voice, Names<Voice>());
            Assert.Contains(claim.Stance, Names<Stance>());
            Assert.Contains(claim.Certainty, Names<Certainty>());
            Assert.Contains(claim.Polarity, Names<Polarity>());
        }
    }

    private static IReadOnlyList<ClaimSentence> Load(string part) => ClaimSentence.LoadAll(RepositoryRoot.Combine($"tests/Ascribe.Tests/Claims/{part}-claims.yaml"));

    private static IEnumerable<int> Occurrences(string text, string words)
    {
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal)) yield return at;
    }

    private static IEnumerable<string> Names<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(RecordJson.NameOf);
}
