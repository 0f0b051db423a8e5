using Ascribe.Language;
using Ascribe.Lexicons;

namespace Ascribe.Claims;

/// <summary>What speakers do with plain verbs of saying: promise, demand, accuse, deny, claim an act. Its words are content-stances.tsv.</summary>
internal sealed class ContentStances
{
    private readonly PhraseMatcher<(ContentPart Part, Stance Stance)> _phrases = new();
    private readonly PhraseMatcher<bool> _deeds = new();
    private readonly PhraseMatcher<bool> _charges = new();

    private ContentStances()
    {
    }

    /// <exception cref="InvalidDataException">A line is malformed; the message names file and line.</exception>
    public static ContentStances Load(string language)
    {
        var stances = new ContentStances();
        foreach (var row in LexiconTable.Load($"{language}/content-stances.tsv").Rows)
            stances._phrases.Add(row["phrase"], (row.Value("part", ContentPart.Word), row.Value("stance", Stance.Asserts)));
        foreach (var row in LexiconTable.Load($"{language}/event-triggers.tsv").Rows)
        {
            if (row["frame"] == "act" && row["strength"] != "mishap") stances._deeds.Add(row["phrase"], true);
        }

        foreach (var row in LexiconTable.Load($"{language}/reporting-cues.tsv").Rows)
        {
            if (row.Value("frame", CueFrame.Clause) == CueFrame.Noun && row.Value("stance", Stance.Asserts) is Stance.Asserts or Stance.Accuses) stances._charges.Add(row["phrase"], true);
        }

        return stances;
    }

    /// <summary>The stance that the first sentence of what is said shows; asserts where it shows none.</summary>
    /// <param name="doneBy">Whether the first noun or pronoun is the speaker or those for whom he speaks, where that is known; else a pronoun is.</param>
    public Stance Of(Document document, ClaimWords words, TokenRange content, bool? doneBy = null)
    {
        var sentence = document.SentenceTokens(document.SentenceOf(content.First));
        var end = Math.Min(content.End, sentence.End);
        var verb = FirstVerb(document, content.First, end);

        // "tried to establish whether it was the work of rebels": a question accuses nobody.
        if (words.Is(content.First, ClaimWordUse.Whether)) return Stance.Asserts;
        var (deed, doer) = Cleft(document, words, verb);
        for (var t = content.First; t < end; t++)
        {
            foreach (var match in MatchesAt(document, t, t == deed))
            {
                var (part, stance) = match.Value;
                var fits = part switch
                {
                    ContentPart.Modal => t == verb && !(stance == Stance.Expects && (IsPerfect(document, words, t) || IsJudgement(document, words, t))),
                    ContentPart.Agent => t == verb && IsNamed(document, match.Tokens.End),
                    ContentPart.Word => true,
                    ContentPart.Verdict => IsOfCharge(document, content.First, t),
                    _ => IsAtDeed(document, t, deed) && (deed > content.First || part == ContentPart.Other) && (doneBy ?? IsPronounBefore(document, doer < 0 ? content.First : doer, doer < 0 ? deed : doer + 1)) == (part != ContentPart.Other),
                };
                if (!fits || match.Tokens.End > end) continue;
                var isNegated = part is ContentPart.Own or ContentPart.Other or ContentPart.Deed && (IsNegated(document, deed, t) || IsOfNone(document, words, content.First, deed));
                if (part == ContentPart.Deed && !isNegated) continue;
                return isNegated ? Negated(stance) : stance;
            }
        }

        return DeniesDeed(document, words, content.First, verb, end, doneBy) || IsNotNamed(document, words, verb) ? Stance.Denies : Stance.Asserts;
    }

    /// <summary>The verb and the words right behind it, or an adverb right before it: "deliberately targeted".</summary>
    private static bool IsAtDeed(Document document, int token, int deed) =>
        token >= deed && token <= deed + 3 || token == deed - 1 && deed < document.Count && document[token].Tag == PartOfSpeech.RB;

    /// <summary>"the charge was absurd", "this is a lie": the first noun or pronoun before the word is one for what was said.</summary>
    private bool IsOfCharge(Document document, int first, int word)
    {
        for (var t = first; t < word; t++)
        {
            if (document[t].Tag.IsNoun()) return _charges.Longest(document, t) is not null;
            if (document[t].Tag == PartOfSpeech.PRP || document[t].Tag == PartOfSpeech.DT && document[t].Relation is Dependency.Nsubj or Dependency.Obj) return true;
        }

        return true;
    }

    /// <summary>"We did not kill him", "that its troops had not shelled it": an act that the speaker says was not his. What he does not do, or will not, he does not deny.</summary>
    private bool DeniesDeed(Document document, ClaimWords words, int first, int verb, int end, bool? doneBy)
    {
        if (verb <= first || verb + 2 >= end || document[verb].Tag != PartOfSpeech.VBD && !words.Is(verb, ClaimWordUse.Perfect) || !(doneBy ?? IsPronounBefore(document, first, verb))) return false;
        var deed = document[verb].Relation == Dependency.Aux ? document[verb].Head : -1;
        return deed > verb && deed < end && document[deed].Tag.IsVerb() && document.Child(deed, Dependency.AuxPass) < 0 && (IsNegated(document, verb, deed) || IsOfNone(document, words, first, verb)) && _deeds.Longest(document, deed) is not null;
    }

    /// <summary>"It was not the United States": nothing but that it was somebody else.</summary>
    private static bool IsNotNamed(Document document, ClaimWords words, int verb) =>
        verb < document.Count && document[verb] is { Relation: Dependency.Cop, Head: >= 0 and var named } && named > verb && document[named].Tag.IsProperNoun() && document.Child(named, Dependency.Nsubj) is >= 0 and var it
        && it < verb && words.Is(it, ClaimWordUse.Expletive) && IsNegated(document, verb, named) && document.Child(named, Dependency.AclRelcl) < 0;

    /// <summary>"It was the army that did it": what the army did, and whom the sentence names as its doer; of other sentences the first verb, and -1.</summary>
    private static (int Deed, int Doer) Cleft(Document document, ClaimWords words, int verb)
    {
        if (verb >= document.Count || document[verb] is not { Relation: Dependency.Cop, Head: >= 0 and var named } || document.Child(named, Dependency.Nsubj) is not (>= 0 and var it) || !words.Is(it, ClaimWordUse.Expletive)) return (verb, -1);
        return document.Child(named, Dependency.AclRelcl) is >= 0 and var deed ? (deed, named) : (verb, -1);
    }

    /// <summary>The phrases at the token; at the first verb also those whose other words stand behind an adverb or an opening quotation mark: "was probably responsible for", "was “unquestionably sponsored by”".</summary>
    private List<PhraseMatcher<(ContentPart Part, Stance Stance)>.Match> MatchesAt(Document document, int token, bool isVerb)
    {
        if (_phrases.Longest(document, token) is not null) return _phrases.At(document, token);
        var next = token + 1;
        if (!isVerb || next >= document.Count) return [];
        var rest = document[next].Tag == PartOfSpeech.OpenQuote ? next + 1 : next;
        if (rest > next && _phrases.AllApart(document, token, rest) is { Count: > 0 } quoted) return quoted;
        if (rest >= document.Count || document[rest].Tag is not (PartOfSpeech.RB or PartOfSpeech.JJ) || CueSite.IsNegation(document[rest])) return [];
        return _phrases.AllApart(document, token, rest + 1);
    }

    /// <summary>Whoever says that it was not he or another who did it denies.</summary>
    private static Stance Negated(Stance stance) => stance is Stance.ClaimsOwn or Stance.Accuses ? Stance.Denies : stance;

    /// <summary>"the Front", "either Russian or Syrian jets": a capital in the noun phrase that begins at the token.</summary>
    private static bool IsNamed(Document document, int first)
    {
        for (var t = first; t < document.Count && document[t].Tag is not (PartOfSpeech.IN or PartOfSpeech.Comma or PartOfSpeech.FullStop) && !document[t].Tag.IsVerb(); t++)
        {
            if (document[t].Tag.IsProperNoun() || document[t].Tag.IsAdjective() && char.IsUpper(document[t].Text[0])) return true;
        }

        return false;
    }

    /// <summary>"should have acted", "would have been guarded": what was not done is no prospect.</summary>
    private static bool IsPerfect(Document document, ClaimWords words, int modal)
    {
        if (document[modal] is not { Tag: PartOfSpeech.MD, Head: var verb } || verb <= modal) return false;
        for (var t = modal + 1; t < verb; t++)
        {
            if (document[t].Relation == Dependency.Aux && words.Is(t, ClaimWordUse.Perfect)) return true;
        }

        return false;
    }

    /// <summary>"would be a heavy blow", "would be difficult": what the speaker thinks of it, and no prospect.</summary>
    private static bool IsJudgement(Document document, ClaimWords words, int modal) =>
        words.Is(modal, ClaimWordUse.Conditional) && document[modal].Head is >= 0 and var told && told > modal && !document[told].Tag.IsVerb() && document.Child(told, Dependency.Cop) > modal;

    /// <summary>"did not carry out"</summary>
    private static bool IsNegated(Document document, int verb, int phrase)
    {
        for (var t = verb; t <= phrase; t++)
        {
            if (CueSite.IsNegation(document[t])) return true;
        }

        return false;
    }

    /// <summary>"none of its fighters had carried it out", "that no soldier was involved"</summary>
    private static bool IsOfNone(Document document, ClaimWords words, int first, int verb)
    {
        if (document[first].Relation == Dependency.Mark) first++;
        return first < verb && words.Is(first, ClaimWordUse.Nobody | ClaimWordUse.No);
    }

    /// <summary>The first finite verb outside relative clauses and clauses that go before the main one ("while he was there, …"), or the end.</summary>
    private static int FirstVerb(Document document, int first, int end)
    {
        for (var t = first; t < end; t++)
        {
            if (document[t].Tag is not (PartOfSpeech.VBD or PartOfSpeech.VBZ or PartOfSpeech.VBP or PartOfSpeech.MD)) continue;
            var clause = document[t].Relation is Dependency.Aux or Dependency.AuxPass or Dependency.Cop && document[t].Head >= 0 ? document[t].Head : t;
            // "in a statement that it was not behind it": what hangs on a word before the content is the content itself.
            if (document[clause].Relation == Dependency.Advcl && document[clause].Head > clause && document[clause].Head < end) continue;
            if (document[clause].Relation is not (Dependency.AclRelcl or Dependency.Acl) || document[clause].Head < first) return t;
        }

        return end;
    }

    /// <summary>"it", "their fighters"</summary>
    private static bool IsPronounBefore(Document document, int first, int verb)
    {
        for (var t = verb - 1; t >= first; t--)
        {
            if (document[t].Tag == PartOfSpeech.PRP) return true;
            if (document[t].Tag.IsNoun()) return document.Child(t, Dependency.NmodPoss) is >= 0 and var whose && document[whose].Tag == PartOfSpeech.PRPS;
        }

        return false;
    }
}
