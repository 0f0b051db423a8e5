using Ascribe.Language;
using Ascribe.Lexicons;

namespace Ascribe.Claims;

/// <summary>The words that make attributions: reporting-cues.tsv, hedges.tsv, voices.tsv and the names of agencies.tsv.</summary>
internal sealed class CueLexicon
{
    private readonly PhraseMatcher<CueEntry> _cues = new();
    private readonly Dictionary<(string Verb, string Noun), CueEntry> _byObject = [];
    private readonly Dictionary<string, CueEntry> _byForm = new(StringComparer.Ordinal);
    private readonly PhraseMatcher<Certainty> _hedges = new();
    private readonly PhraseMatcher<Voice> _voices = new();

    private CueLexicon(ContentStances contents) => Contents = contents;

    /// <summary>Stances that what is said shows.</summary>
    public ContentStances Contents { get; }

    /// <exception cref="InvalidDataException">A line is malformed; the message names file and line.</exception>
    public static CueLexicon Load(string language)
    {
        var lexicon = new CueLexicon(ContentStances.Load(language));
        foreach (var row in LexiconTable.Load($"{language}/reporting-cues.tsv").Rows)
        {
            var stance = row.Value("stance", Stance.Asserts);
            var entry = new CueEntry(
                stance, row.Value("certainty", Certainty.Certain), row.Value("frame", CueFrame.Clause), row.Value("negated", stance), row["use"] != "attitude",
                row["accused"]);
            lexicon._cues.Add(row["phrase"], entry);
            var words = row["phrase"].Split(' ');
            if (words.Length == 1 && words[0].EndsWith("/v", StringComparison.Ordinal) && entry.IsClaim)
            {
                lexicon._byForm.TryAdd(Past(words[0][..^2]), entry);
                lexicon._byForm.TryAdd(words[0][..^2] + "s", entry);
            }

            if (words.Length == 2 && words[0].EndsWith("/v", StringComparison.Ordinal) && entry.Frame == CueFrame.Object) lexicon._byObject[(words[0][..^2], words[1])] = entry;
        }

        foreach (var row in LexiconTable.Load($"{language}/hedges.tsv").Rows) lexicon._hedges.Add(row["phrase"], row.Value("certainty", Certainty.Hedged));
        foreach (var row in LexiconTable.Load($"{language}/voices.tsv").Rows) lexicon._voices.Add(row["phrase"], row.Value("voice", Voice.Document));
        foreach (var row in LexiconTable.Load($"{language}/agencies.tsv").Rows) lexicon._voices.Add(row["phrase"], Voice.Document);
        return lexicon;
    }

    public PhraseMatcher<CueEntry>.Match? CueAt(Document document, int token) => _cues.Longest(document, token);

    /// <summary>The entry of a verb with its object, whatever stands between them: "claimed full responsibility". Null: none.</summary>
    public CueEntry? WithObject(Document document, int verb, int noun) => _byObject.GetValueOrDefault((document[verb].Lemma, document[noun].Lemma));

    /// <summary>The cue whose regular past form or third person the word is, whatever its tag; null: none.</summary>
    public CueEntry? WithForm(Document document, int token) => _byForm.GetValueOrDefault(document[token].Form);

    private static string Past(string lemma) =>
        lemma[^1] == 'e' ? lemma + "d" : lemma[^1] == 'y' && lemma[^2] is not ('a' or 'e' or 'o' or 'u') ? lemma[..^1] + "ied" : lemma + "ed";

    /// <summary>What a hedge in the tokens leaves of certainty; certain where there is none.</summary>
    public Certainty CertaintyIn(Document document, TokenRange tokens)
    {
        foreach (var hedge in _hedges.All(document, tokens)) return hedge.Value;
        return Certainty.Certain;
    }

    public Voice? VoiceAt(Document document, int token) => _voices.Longest(document, token)?.Value;
}
