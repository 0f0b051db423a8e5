using Ascribe.Language;

namespace Ascribe.Claims;

/// <summary>
/// Finds claims of responsibility beside an event noun, where no clause says them: "an attack later claimed by X", "an X-claimed
/// attack", "X issued a statement claiming responsibility for the attack", "X Claims Responsibility for Attack". The order of words
/// decides: such words are tagged as nouns, adjectives or verbs alike.
/// </summary>
internal sealed class OwnClaimFinder(Document document, CueLexicon lexicon, ClaimWords words, Segments segments, SpeakerFinder speakers)
{
    /// <summary>Between the verb and its noun stand no more words than this: "claimed full and sole responsibility".</summary>
    private const int Reach = 4;

    /// <summary>A headline's subject is no longer than this.</summary>
    private const int LongestSubject = 8;

    /// <summary>The claim whose verb is the token, or null.</summary>
    public OwnClaim? At(int verb, TokenRange sentence, bool isTitle)
    {
        if (lexicon.OwnVerb(document, verb) is not { } lemma || verb == sentence.First) return null;
        if (lexicon.IsParticiple(document, verb)) return Participle(verb, lemma, sentence);
        return Compound(verb, lemma, sentence) ?? Reduced(verb, lemma, sentence) ?? (isTitle || document[verb].Relation == Dependency.Amod ? Headline(verb, lemma, sentence) : null);
    }

    /// <summary>"an attack later claimed by X", "the blast, claimed on Monday by X, …", "attacks that have been claimed by X"</summary>
    private OwnClaim? Reduced(int verb, string lemma, TokenRange sentence)
    {
        if (verb + 2 >= sentence.End || document[verb + 1].Tag is not (PartOfSpeech.IN or PartOfSpeech.RB) || document[verb].Form.EndsWith('s')) return null;
        var noun = verb - 1;
        while (noun > sentence.First && document[noun].Tag is PartOfSpeech.RB or PartOfSpeech.RBR or PartOfSpeech.Comma) noun--;
        if (document.Child(verb, Dependency.NsubjPass) is >= 0 and var pronoun && pronoun < verb && document[pronoun].Tag is PartOfSpeech.WDT or PartOfSpeech.WP) noun = OwnNounBefore(pronoun, lemma, sentence);
        if (lexicon.OwnEntry(document, lemma, noun) is null && document[verb].Relation == Dependency.Acl && document[verb].Head >= sentence.First) noun = document[verb].Head;
        if (lexicon.OwnEntry(document, lemma, noun) is not { } entry) return null;
        var site = CueSite.At(document, words, TokenRange.Of(verb), entry) with { IsPassive = true };
        if (site.IsNegated) return null;
        var speaker = speakers.At(site);
        return speaker.IsNobody || speaker.Head < verb ? null : new OwnClaim(speaker, TokenRange.Of(verb), document.NounPhrase(noun), default, entry);
    }

    /// <summary>"attacks near the town that": the noun of a claim of responsibility before a relative pronoun; the token before it where there is none.</summary>
    private int OwnNounBefore(int pronoun, string lemma, TokenRange sentence)
    {
        for (var t = pronoun - 1; t >= Math.Max(sentence.First, pronoun - Reach) && !segments.IsBreak(t); t--)
        {
            if (lexicon.OwnEntry(document, lemma, t) is not null) return t;
        }

        return Math.Max(sentence.First, pronoun - 1);
    }

    /// <summary>"an X-claimed attack"</summary>
    private OwnClaim? Compound(int verb, string lemma, TokenRange sentence)
    {
        if (verb < sentence.First + 2 || document[verb - 1].Form != "-" || document[verb].SpaceBefore) return null;
        var noun = Noun(verb, lemma, sentence, out var entry);
        if (noun < 0) return null;
        var first = verb - 2;
        while (first > sentence.First && char.IsUpper(document[first - 1].Text[0]) && document[first - 1].Tag is not (PartOfSpeech.DT or PartOfSpeech.IN)) first--;
        return new OwnClaim(new SpeakerPhrase(new TokenRange(first, verb - 1), verb - 2, false), TokenRange.Of(verb), new TokenRange(verb + 1, noun + 1), default, entry!);
    }

    /// <summary>"X issued a statement claiming responsibility for …": who issued it claims, by the statement.</summary>
    private OwnClaim? Participle(int verb, string lemma, TokenRange sentence)
    {
        if (lexicon.VoiceAt(document, verb - 1) is not Voice.Document) return null;
        var noun = Noun(verb, lemma, sentence, out var entry);
        if (noun < 0) return null;
        for (var t = verb - 2; t > sentence.First && !segments.IsBreak(t); t--)
        {
            if (document[t].Tag is not (PartOfSpeech.VBD or PartOfSpeech.VBZ or PartOfSpeech.VBP)) continue;
            var subject = document.Child(t, Dependency.Nsubj);
            if (subject < 0 || subject > t) return null;
            var phrase = document.NounPhrase(subject);
            var via = verb - 1;
            while (via - 1 > t && document[via - 1].Tag is PartOfSpeech.DT or PartOfSpeech.JJ or PartOfSpeech.NN) via--;
            return new OwnClaim(
                new SpeakerPhrase(phrase, subject, false), new TokenRange(verb, noun + 1), Rest(noun, sentence), new TokenRange(via, verb), entry!);
        }

        return null;
    }

    /// <summary>"X Claims Responsibility for Attack"; "The Front accepted responsibility for …", of which the parse makes one noun phrase.</summary>
    private OwnClaim? Headline(int verb, string lemma, TokenRange sentence)
    {
        var subject = new TokenRange(sentence.First, verb);
        if (document[verb].Tag.IsVerb() && !(document[verb].Relation == Dependency.Amod && document[verb].Head is >= 0 and var thing && document[thing].Head < 0) || subject.Count > LongestSubject || words.Is(subject.First, ClaimWordUse.No)) return null;
        var noun = Noun(verb, lemma, sentence, out var entry);
        for (var t = subject.First; t < subject.End; t++)
        {
            if (segments.IsBreak(t) || document[t].Tag is PartOfSpeech.IN or PartOfSpeech.CC or PartOfSpeech.TO) return null;
        }

        return noun < 0 ? null : new OwnClaim(new SpeakerPhrase(subject, verb - 1, false), new TokenRange(verb, noun + 1), Rest(noun, sentence), default, entry!);
    }

    /// <summary>The noun behind the verb that makes it a claim of responsibility, or -1.</summary>
    private int Noun(int verb, string lemma, TokenRange sentence, out CueEntry? entry)
    {
        entry = null;
        for (var t = verb + 1; t < Math.Min(sentence.End, verb + 1 + Reach) && !segments.IsBreak(t); t++)
        {
            if (document[t].Tag is PartOfSpeech.IN or PartOfSpeech.CC) break;
            entry = lexicon.OwnEntry(document, lemma, t);
            if (entry is not null) return t;
        }

        return -1;
    }

    private TokenRange Rest(int noun, TokenRange sentence) => new(noun, Math.Max(noun + 1, segments.End(noun, sentence.End)));
}
