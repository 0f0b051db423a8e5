using Ascribe.Language;
using Ascribe.Reports;
using Ascribe.Times;

namespace Ascribe.Claims;

/// <summary>What visible words tell of an attribution beside who says what: form, stance, certainty, polarity, voice and day.</summary>
internal sealed class AttributionTraits(Document document, QuotationMarks quotes, CueLexicon lexicon, ClaimWords words, IReadOnlyList<TimeMention> times)
{
    /// <summary>What is said by a phrase that is its source, with the traits that its words tell.</summary>
    public Attribution Attributed(TokenRange source, int head, TokenRange cue, List<TokenRange> content, CueEntry entry) => new()
    {
        Source = source,
        SourceHead = head,
        Cue = cue,
        Content = content,
        Form = Form(content),
        Stance = Stance(entry.Stance, content),
        Certainty = Certainty(entry.Certainty, content),
        Polarity = Polarity(content),
        Voice = Voice(source, head),
        IsPaper = IsPaper(head),
        IsClaim = entry.IsClaim,
    };

    /// <summary>"a statement", "the letter": what somebody speaks by, and no outlet.</summary>
    public bool IsPaper(int head) => head >= 0 && !document[head].Tag.IsProperNoun() && lexicon.IsMeans(document, head);

    public QuotationForm Form(List<TokenRange> content)
    {
        bool inside = false, outside = false;
        foreach (var piece in content)
        {
            for (var t = piece.First; t < piece.End; t++)
            {
                if (quotes.IsInside(t)) inside = true;
                else outside = true;
            }
        }

        return !inside ? QuotationForm.Indirect : outside ? QuotationForm.Mixed : QuotationForm.Direct;
    }

    /// <summary>The cue's stance; where it is a plain statement, what the content shows.</summary>
    public Stance Stance(Stance ofCue, List<TokenRange> content) => Stance(ofCue, content, SpeakerPhrase.Nobody);

    /// <summary>The same of a speaker who may speak of those for whom he speaks: "the group was not involved, its spokesman said".</summary>
    public Stance Stance(Stance ofCue, List<TokenRange> content, SpeakerPhrase speaker)
    {
        if (ofCue != Claims.Stance.Asserts) return ofCue;
        var told = Told(content);
        var shown = lexicon.Contents.Of(document, words, told, SpeaksOfItself(speaker, content[0]) ? true : SpeaksOfAPerson(speaker, told) ? false : null);
        return shown == Claims.Stance.Asserts ? OfFirstPerson(content[0]) : shown;
    }

    /// <summary>"A plane that the army says violated its airspace", "two men, who police said were behind it": what is told of the noun before, and else the first piece.</summary>
    private TokenRange Told(List<TokenRange> content)
    {
        if (content.Count < 2 || Segments.IsFinite(document, content[0]) || content[1].First <= content[0].First) return content[0];
        return document[content[1].First].Tag is PartOfSpeech.VBD or PartOfSpeech.VBZ or PartOfSpeech.VBP ? content[1] : content[0];
    }

    /// <summary>"the dossier said he was also responsible for the bombing", "police said he had planned it": a paper, a body or several people do not speak of themselves as "he".</summary>
    private bool SpeaksOfAPerson(SpeakerPhrase speaker, TokenRange content)
    {
        if (speaker.IsNobody || !IsNoPerson(speaker.Head)) return false;
        for (var t = content.First; t < content.End; t++)
        {
            if (document[t].Tag == PartOfSpeech.PRP) return words.Is(t, ClaimWordUse.Person);
            if (document[t].Tag.IsNoun()) return false;
        }

        return false;
    }

    /// <summary>"they", "the statement", "officials", "the army", "the Pentagon"</summary>
    private bool IsNoPerson(int head)
    {
        if (document[head].Tag == PartOfSpeech.PRP) return !words.Is(head, ClaimWordUse.Person | ClaimWordUse.FirstPerson);
        return document[head].Tag == PartOfSpeech.NNS || lexicon.IsBody(document, head) || lexicon.VoiceAt(document, head) is Claims.Voice.Document;
    }

    /// <summary>"The group was not behind it, its spokesman said", "Hamas official Khalil Hayya said Hamas was not behind it": the first noun of what is said names those for whom the speaker speaks.</summary>
    private bool SpeaksOfItself(SpeakerPhrase speaker, TokenRange content)
    {
        if (speaker.IsNobody || !speaker.Tokens.Contains(speaker.Head)) return false;
        var subject = content.First;
        while (subject < content.End && !document[subject].Tag.IsNoun() && document[subject].Tag != PartOfSpeech.PRP) subject++;
        if (subject == content.End || !document[subject].Tag.IsNoun()) return false;
        if (speaker.Follows && document.Child(speaker.Head, Dependency.NmodPoss) is >= 0 and var whose && document[whose].Tag == PartOfSpeech.PRPS && words.Is(whose, ClaimWordUse.OfBody)) return true;
        for (var t = speaker.Tokens.First; t < speaker.Tokens.End; t++)
        {
            if (document[t].Tag.IsProperNoun() && document[t].Form == document[subject].Form) return true;
        }

        return false;
    }

    /// <summary>"“We hold the rebels responsible,” the general said", "“With great sadness we confirm …”", "“The ministry condemns …”": what a speaker does by a cue of his own words, as the main verb of a sentence.</summary>
    private Stance OfFirstPerson(TokenRange content)
    {
        var end = Math.Min(content.End, document.SentenceTokens(document.SentenceOf(content.First)).End);
        for (var t = content.First; t + 1 < end; t++)
        {
            if (document[t] is not { Relation: Dependency.Nsubj, Head: var verb } || verb <= t || verb >= end || !document[verb].Tag.IsVerb() || !quotes.IsInside(t) || !IsMain(verb, content)) continue;
            var isOwn = document[t].Tag == PartOfSpeech.PRP && words.Is(t, ClaimWordUse.FirstPerson);
            if (!isOwn && (!document[t].Tag.IsNoun() || document[verb].Tag != PartOfSpeech.VBZ)) continue;
            if ((lexicon.WithComplement(document, verb) ?? lexicon.CueAt(document, verb)?.Value) is not { IsClaim: true } entry || !isOwn && entry.Stance is not (Claims.Stance.Condemns or Claims.Stance.Expects)) continue;
            var site = CueSite.At(document, words, TokenRange.Of(verb), entry);
            var isSaid = site is { IsPassive: false, IsNegated: false } && document[verb].Tag != PartOfSpeech.VB && (entry.Stance != Claims.Stance.Expects || document[verb].Tag is PartOfSpeech.VBP or PartOfSpeech.VBZ);
            if (isSaid && entry.Stance != Claims.Stance.Asserts) return entry.Stance;
        }

        return Claims.Stance.Asserts;
    }

    /// <summary>The verb governs what is said, or is joined to what does: "it needs consent, and I call on him to ask for it".</summary>
    private bool IsMain(int verb, TokenRange content)
    {
        while (document[verb] is { Relation: Dependency.Conj, Head: >= 0 and var first } && content.Contains(first)) verb = first;
        return document[verb].Head < 0 || !content.Contains(document[verb].Head);
    }

    public Certainty Certainty(Certainty ofCue, List<TokenRange> content)
    {
        if (ofCue != Claims.Certainty.Certain) return ofCue;
        foreach (var piece in content)
        {
            // A hedge far down in a long quotation is no longer about its first sentence.
            var first = new TokenRange(piece.First, Math.Min(piece.End, document.SentenceTokens(document.SentenceOf(piece.First)).End));
            if (lexicon.CertaintyIn(document, first) is var certainty and not Claims.Certainty.Certain) return certainty;
            if (document[first.End - 1].Form == "?" || first.End < document.Count && document[first.End].Form == "?" || quotes.Closes(first.End - 1) && first.Count > 1 && document[first.End - 2].Form == "?") return Claims.Certainty.Unknown;
        }

        return Claims.Certainty.Certain;
    }

    /// <summary>Only a negation of the content's own head negates it.</summary>
    public Polarity Polarity(List<TokenRange> content)
    {
        for (var t = content[0].First; t < content[0].End; t++)
        {
            if (Negated(t) is >= 0 and var head && document[head].Relation is Dependency.Ccomp or Dependency.Root or Dependency.Xcomp) return Claims.Polarity.Negative;
        }

        return Claims.Polarity.Positive;
    }

    /// <summary>The verb that the word negates: "did not", "there was no", "nobody was"; -1 where it negates none.</summary>
    private int Negated(int token)
    {
        var head = document[token].Head;
        if (head < 0 || CueSite.IsNegation(document[token])) return head;
        if (document[token].Relation == Dependency.Det && words.Is(token, ClaimWordUse.No)) token = head;
        else if (!words.Is(token, ClaimWordUse.Nobody | ClaimWordUse.Nothing)) return -1;
        return document[token].Relation is Dependency.Nsubj or Dependency.NsubjPass or Dependency.Obj ? document[token].Head : -1;
    }

    public Voice Voice(TokenRange source, int head)
    {
        if (head < 0) return Claims.Voice.Passive;
        if (lexicon.VoiceAt(document, head) is { } voice && (voice == Claims.Voice.Document || !IsInBodysName(head))) return voice;
        if (document[head].Tag.IsProperNoun()) return IsOutletsName(head) ? Claims.Voice.Document : Claims.Voice.Named;
        for (var t = source.First; t < source.End; t++)
        {
            if (document[t].Tag.IsProperNoun() && IsNameOf(t, head)) return Claims.Voice.Named;
        }

        return document[head].Tag == PartOfSpeech.PRP ? Claims.Voice.Named : Claims.Voice.Unnamed;
    }

    /// <summary>"army spokesman Ivan Petrov", "the ministry's spokesman, Ivan Petrov": an apposition or a part of the head's name, and not "a spokesman for Black Dawn".</summary>
    private bool IsNameOf(int token, int head)
    {
        for (var t = token; document[t].Relation is Dependency.Appos or Dependency.Flat; t = document[t].Head)
        {
            if (document[t].Head == head) return true;
        }

        return false;
    }

    /// <summary>"Doctors Without Borders" are a body, and no doctors.</summary>
    private bool IsInBodysName(int token)
    {
        if (!document[token].Tag.IsProperNoun()) return false;
        foreach (var name in document.Names)
        {
            if (name.Tokens.Contains(token)) return name.Kind == NameKind.Organization && name.Tokens.Count > 1;
        }

        return false;
    }

    /// <summary>"Radio Okapi", "the Daily Star": a word for a medium is part of the name.</summary>
    private bool IsOutletsName(int token)
    {
        foreach (var name in document.Names)
        {
            if (name.Tokens.Contains(token)) return name.Kind != NameKind.Person && name.Tokens.Count > 1 && lexicon.IsMedium(document, name.Tokens);
        }

        return false;
    }

    /// <summary>A day that hangs on the cue and not on what is said.</summary>
    public TimeMention? Made(int verb, List<TokenRange> content)
    {
        var sentence = document.SentenceTokens(document.SentenceOf(verb));
        foreach (var time in times)
        {
            if (time.Tokens.First < sentence.First) continue;
            if (time.Tokens.First >= sentence.End) break;
            var head = document[time.Tokens.End - 1].Head;
            if ((document[time.Tokens.First].Head == verb || head == verb) && !content.Exists(c => c.Contains(time.Tokens))) return time;
        }

        return null;
    }
}
