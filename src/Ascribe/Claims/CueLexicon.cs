using Ascribe.Actors;
using Ascribe.Language;
using Ascribe.Lexicons;

namespace Ascribe.Claims;

/// <summary>The words that make attributions: reporting-cues.tsv, hedges.tsv, voices.tsv, the names of agencies.tsv, those of the media in actors.tsv, and the nouns for people and bodies of agents.tsv.</summary>
internal sealed class CueLexicon
{
    private readonly PhraseMatcher<CueEntry> _cues = new();
    private readonly Dictionary<(string Verb, string Noun), CueEntry> _byObject = [];
    private readonly Dictionary<(string Verb, string Preposition, string Noun), CueEntry> _byOblique = [];
    private readonly Dictionary<string, CueEntry> _byForm = new(StringComparer.Ordinal);

    /// <summary>By form, the lemma of a verb that some object makes a claim of responsibility, and whether the form is its -ing form.</summary>
    private readonly Dictionary<string, (string Lemma, bool IsParticiple)> _ownVerbs = new(StringComparer.Ordinal);
    private readonly PhraseMatcher<bool> _mute = new();
    private readonly PhraseMatcher<Certainty> _hedges = new();
    private readonly PhraseMatcher<Voice> _voices = new();
    private readonly PhraseMatcher<bool> _media = new();
    private readonly PhraseMatcher<bool> _means = new();
    private readonly AgentLexicon _agents;

    private CueLexicon(ContentStances contents, ClaimWordLexicon words, AgentLexicon agents) => (Contents, Words, _agents) = (contents, words, agents);

    /// <summary>Stances that what is said shows.</summary>
    public ContentStances Contents { get; }

    /// <summary>Function words that tell how a claim is built.</summary>
    public ClaimWordLexicon Words { get; }

    /// <exception cref="InvalidDataException">A line is malformed; the message names file and line.</exception>
    public static CueLexicon Load(string language)
    {
        var lexicon = new CueLexicon(ContentStances.Load(language), ClaimWordLexicon.Load(language), AgentLexicon.Load(language));
        foreach (var row in LexiconTable.Load($"{language}/reporting-cues.tsv").Rows)
        {
            var stance = row.Value("stance", Stance.Asserts);
            var entry = new CueEntry(
                stance, row.Value("certainty", Certainty.Certain), row.Value("frame", CueFrame.Clause), row.Value("negated", stance), row.Value("use", CueUse.Claim),
                row["accused"].TrimEnd('?'), row["accused"].EndsWith('?'), row["medium"]);
            lexicon._cues.Add(row["phrase"], entry);
            var words = row["phrase"].Split(' ');
            if (words.Length == 1 && words[0].EndsWith("/v", StringComparison.Ordinal) && entry.IsClaim)
            {
                lexicon._byForm.TryAdd(Past(words[0][..^2]), entry);
                lexicon._byForm.TryAdd(words[0][..^2] + "s", entry);
            }

            if (words is [var asked, var preposition, var what] && asked.EndsWith("/v", StringComparison.Ordinal) && entry.Frame == CueFrame.Object) lexicon._byOblique[(asked[..^2], preposition, what)] = entry;
            if (words.Length != 2 || !words[0].EndsWith("/v", StringComparison.Ordinal) || entry.Frame != CueFrame.Object) continue;
            var lemma = words[0][..^2];
            lexicon._byObject[(lemma, words[1])] = entry;
            if (entry.Stance == Stance.ClaimsOwn) lexicon.AddOwnVerb(lemma);
        }

        foreach (var row in LexiconTable.Load($"{language}/hedges.tsv").Rows) lexicon._hedges.Add(row["phrase"], row.Value("certainty", Certainty.Hedged));
        foreach (var row in LexiconTable.Load($"{language}/voices.tsv").Rows)
        {
            lexicon._voices.Add(row["phrase"], row.Value("voice", Voice.Document));
            lexicon._means.Add(row["phrase"], true);
        }

        foreach (var row in LexiconTable.Load($"{language}/agencies.tsv").Rows) lexicon._voices.Add(row["phrase"], Voice.Document);
        lexicon.AddMedia(language);
        lexicon.AddMute(language);
        return lexicon;
    }

    private void AddMedia(string language)
    {
        foreach (var row in LexiconTable.Load($"{language}/actors.tsv").Rows)
        {
            if (row["kind"] != "media") continue;
            foreach (var name in row["aliases"].Split('|', StringSplitOptions.RemoveEmptyEntries).Append(row["name"])) _media.Add(WithoutArticle(name.ToLowerInvariant()), true);
        }
    }

    private static string WithoutArticle(string name) => name.StartsWith("the ", StringComparison.Ordinal) ? name[4..] : name;

    private void AddMute(string language)
    {
        foreach (var row in LexiconTable.Load($"{language}/event-triggers.tsv").Rows)
        {
            if (row["frame"] == "noun") _mute.Add(row["phrase"], true);
        }

        foreach (var row in LexiconTable.Load($"{language}/weapons.tsv").Rows) _mute.Add(row["phrase"], true);
    }

    private void AddOwnVerb(string lemma)
    {
        _ownVerbs[lemma + "s"] = (lemma, false);
        _ownVerbs[Past(lemma)] = (lemma, false);
        _ownVerbs[(lemma[^1] == 'e' ? lemma[..^1] : lemma) + "ing"] = (lemma, true);
    }

    /// <summary>The lemma of a verb that some object makes a claim of responsibility ("claimed", "claiming"), whatever its tag; null: none.</summary>
    public string? OwnVerb(Document document, int token) => _ownVerbs.TryGetValue(document[token].Form, out var verb) ? verb.Lemma : null;

    /// <summary>The verb of <see cref="OwnVerb"/> stands in its -ing form.</summary>
    public bool IsParticiple(Document document, int token) => _ownVerbs.TryGetValue(document[token].Form, out var verb) && verb.IsParticiple;

    /// <summary>The claim of responsibility that the verb makes with the noun, or null.</summary>
    public CueEntry? OwnEntry(Document document, string verb, int noun) =>
        document[noun].Tag.IsNoun() && _byObject.TryGetValue((verb, document[noun].Lemma), out var entry) && entry.Stance == Stance.ClaimsOwn ? entry : null;

    /// <summary>An event or a weapon, which says nothing: the noun of a phrase such as "the raid".</summary>
    public bool IsMute(Document document, int noun) => document[noun].Tag is PartOfSpeech.NN or PartOfSpeech.NNS && _mute.Longest(document, noun) is not null && VoiceAt(document, noun) is null;

    /// <summary>A verb of naming whose words one passes on: "citing".</summary>
    public bool IsCiting(Document document, int token) => document[token].Tag.IsVerb() && CueAt(document, token)?.Value.Use == CueUse.Citing;

    /// <summary>Somebody, a body or a paper: what can say something.</summary>
    public bool IsSpeaker(Document document, int noun) => document[noun].Tag.IsProperNoun() || VoiceAt(document, noun) is not null || IsAgent(document, noun);

    /// <summary>A noun for people or a body.</summary>
    public bool IsAgent(Document document, int noun) => _agents.EndingAt(document, noun) is { Noun.Count: not (AgentCount.Act or AgentCount.Means) };

    /// <summary>A noun for a body or for several people: "the army", "the police".</summary>
    public bool IsBody(Document document, int noun) => _agents.EndingAt(document, noun) is { Noun.Count: AgentCount.Body or AgentCount.Many };

    /// <summary>What anybody may speak by, and no outlet: "statement", "Telegram".</summary>
    public bool IsMeans(Document document, int noun) => VoiceAt(document, noun) is Voice.Document && _means.Longest(document, noun) is not null && !IsAgent(document, noun);

    /// <summary>A word of the phrase is one for a paper, an outlet or a network.</summary>
    public bool IsMedium(Document document, TokenRange phrase)
    {
        for (var t = phrase.First; t < phrase.End; t++)
        {
            if (VoiceAt(document, t) is Voice.Document) return true;
        }

        return false;
    }

    public PhraseMatcher<CueEntry>.Match? CueAt(Document document, int token) => _cues.Longest(document, token);

    /// <summary>The cue whose first word is at the token and whose others stand from a later token on: "declined on Monday to comment".</summary>
    public PhraseMatcher<CueEntry>.Match? CueApart(Document document, int token, int rest) => _cues.Apart(document, token, rest);

    /// <summary>The entry of a verb with its object, whatever stands between them: "claimed full responsibility". Null: none.</summary>
    public CueEntry? WithObject(Document document, int verb, int noun) => _byObject.GetValueOrDefault((document[verb].Lemma, document[noun].Lemma));

    /// <summary>The entry of a verb with what it says of its object: "held the army responsible". Null: none.</summary>
    public CueEntry? WithComplement(Document document, int verb)
    {
        var thing = document.Child(verb, Dependency.Obj);
        foreach (var child in document.Children(verb))
        {
            if (child > verb && document[child].Tag.IsAdjective() && WithObject(document, verb, child) is { } entry) return entry;
        }

        return thing < 0 || thing + 1 >= document.Count || !document[thing + 1].Tag.IsAdjective() ? null : WithObject(document, verb, thing + 1);
    }

    /// <summary>The same with a preposition: "respond to a written request".</summary>
    public CueEntry? WithOblique(Document document, int verb, string preposition, int noun) => _byOblique.GetValueOrDefault((document[verb].Lemma, preposition, document[noun].Lemma));

    /// <summary>The cue whose regular past form or third person the word is, whatever its tag; null: none.</summary>
    public CueEntry? WithForm(Document document, int token) => _byForm.GetValueOrDefault(document[token].Form);

    private static string Past(string lemma) =>
        lemma[^1] == 'e' ? lemma + "d" : lemma[^1] == 'y' && lemma[^2] is not ('a' or 'e' or 'o' or 'u') ? lemma[..^1] + "ied" : lemma + "ed";

    /// <summary>What a hedge in the tokens leaves of certainty; certain where there is none.</summary>
    public Certainty CertaintyIn(Document document, TokenRange tokens)
    {
        foreach (var hedge in _hedges.All(document, tokens))
        {
            if (!Describes(document, hedge.Tokens.End - 1)) return hedge.Value;
        }

        return Certainty.Certain;
    }

    /// <summary>"38 suspected members", "people suspected of spying", "unknown gunmen": doubts who they are, and not what is said.</summary>
    private static bool Describes(Document document, int hedge) => document[hedge].Relation switch
    {
        Dependency.Amod => document[hedge].Head > hedge,
        Dependency.Acl => document[hedge].Tag == PartOfSpeech.VBN,
        _ => false,
    };

    public Voice? VoiceAt(Document document, int token) =>
        _voices.Longest(document, token)?.Value ?? (document[token].Tag.IsProperNoun() && _media.Longest(document, token) is not null ? Voice.Document : null);
}
