using Ascribe.Language;
using Ascribe.Lexicons;
using Ascribe.Reports;
using Ascribe.Times;

namespace Ascribe.Claims;

/// <summary>The attributions of one report while they are read, sentence after sentence.</summary>
internal sealed class ReportAttributions
{
    private readonly ReportDocument _report;
    private readonly Document _document;
    private readonly CueLexicon _lexicon;
    private readonly QuotationMarks _quotes;
    private readonly SpeakerFinder _speakers;
    private readonly ContentFinder _contents;
    private readonly AttributionTraits _traits;
    private readonly CitedSources _cited;
    private readonly OwnClaimFinder _owned;

    public ReportAttributions(ReportDocument report, IReadOnlyList<TimeMention> times, CueLexicon lexicon)
    {
        _report = report;
        _document = report.Document;
        _lexicon = lexicon;
        _quotes = report.Quotations;
        _speakers = new SpeakerFinder(_document, _quotes);
        _traits = new AttributionTraits(_document, _quotes, lexicon, times);
        _contents = new ContentFinder(_document, _quotes, _speakers, lexicon, _traits);
        _cited = new CitedSources(_document, lexicon, _speakers, _traits);
        _owned = new OwnClaimFinder(_document, lexicon, _speakers);
    }

    public List<Attribution> Found { get; } = [];

    /// <summary>
    /// The attributions that are claims, one for each quotation: what a speaker goes on to say in later sentences is a claim of its own with
    /// the same cue.
    /// </summary>
    public List<Attribution> Claims()
    {
        var claims = new List<Attribution>(Found.Count);
        foreach (var attribution in Found)
        {
            if (!attribution.IsClaim) continue;
            var content = attribution.Content;
            var sentence = _document.SentenceOf(attribution.Cue.First);
            var own = 0;
            while (own < content.Count && _document.SentenceOf(content[own].First) <= sentence) own++;
            if (own == 0) own = 1;
            claims.Add(own == content.Count ? attribution : attribution with { Content = content.Take(own).ToList() });
            for (var i = own; i < content.Count; i++) claims.Add(GoingOn(attribution, content[i]));
        }

        return claims;
    }

    private Attribution GoingOn(Attribution attribution, TokenRange piece)
    {
        var content = new List<TokenRange> { piece };
        return attribution with
        {
            Content = content,
            Form = _traits.Form(content),
            Stance = _traits.Stance(Stance.Asserts, content),
            Certainty = _traits.Certainty(Certainty.Certain, content),
            Polarity = _traits.Polarity(content),
        };
    }

    public void ReadSentence(int index)
    {
        var sentence = _document.SentenceTokens(index);
        var before = Found.Count;
        if (ReadColon(sentence) is { } colon) Found.Add(colon);
        var isTitle = _report.IsTitle(index);
        for (var t = sentence.First; t < sentence.End; t++)
        {
            if (_owned.At(t, sentence, isTitle) is { } owned && !_quotes.IsInside(t))
            {
                Found.Add(OfOwn(owned));
                t = owned.Cue.End - 1;
            }
            else if (IsAttributive(t, sentence))
            {
                continue;
            }
            else if (_lexicon.CueAt(_document, t) is { } match)
            {
                if (Found.Count == before || Found[^1].Cue != match.Tokens) Add(ReadCue(match));
                t = match.Tokens.End - 1;
            }
            else if (EntryWithComplement(t) is { } entry)
            {
                Add(ReadVerb(CueSite.At(_document, TokenRange.Of(t), entry)));
            }
            else if (MayGovern(t))
            {
                Add(ReadVerb(CueSite.At(_document, TokenRange.Of(t), CueEntry.Unlisted)));
            }
        }

        _cited.In(sentence, Found, before);
        if (Found.Count > before) return;
        if (ReadStray(sentence) is { } stray) Found.Add(stray);
        else if (before > 0) Continue(sentence);
    }

    private Attribution OfOwn(OwnClaim owned)
    {
        var content = new List<TokenRange> { owned.Content };
        return new Attribution
        {
            Source = owned.Speaker.Tokens,
            SourceHead = owned.Speaker.Head,
            Cue = owned.Cue,
            Content = content,
            Form = QuotationForm.Indirect,
            Stance = owned.Entry.Stance,
            Certainty = owned.Entry.Certainty,
            Polarity = Polarity.Positive,
            Voice = _traits.Voice(owned.Speaker.Tokens, owned.Speaker.Head),
            Via = owned.Via.IsEmpty ? [] : [owned.Via],
        };
    }

    /// <summary>"whose alleged bomb maker", "suspected militants", "by reported gunmen", "a little-known group": a participle before the noun that it describes.</summary>
    private bool IsAttributive(int token, TokenRange sentence)
    {
        if (token > sentence.First && _document[token].Tag is PartOfSpeech.VBN or PartOfSpeech.VBG && _document[token - 1].Form == "-" && !_document[token].SpaceBefore) return true;
        if (_document[token].Tag != PartOfSpeech.VBN && !(_document[token].Tag.IsVerb() && _document[token].Form.EndsWith("ed", StringComparison.Ordinal)) || token + 1 >= sentence.End) return false;
        var next = _document[token + 1].Tag;
        if (!next.IsNoun() && !next.IsAdjective()) return false;
        return token == sentence.First
            || _document[token - 1].Tag is PartOfSpeech.DT or PartOfSpeech.PRPS or PartOfSpeech.POS or PartOfSpeech.IN or PartOfSpeech.CD || _document[token - 1].Form == "whose"
            || _document[token].Relation == Dependency.Amod && _document[token].Head > token && !_document[token - 1].Tag.IsVerb() && !_document[token - 1].Tag.IsPunctuation();
    }

    private void Add(Attribution? attribution)
    {
        if (attribution is not null) Found.Add(attribution);
    }

    /// <summary>A sentence that lies wholly inside a quotation goes on with what the last speaker says.</summary>
    private void Continue(TokenRange sentence)
    {
        for (var t = sentence.First; t < sentence.End; t++)
        {
            if (!_quotes.IsInside(t)) return;
        }

        // "“… A sentence. Another,” said the minister.": the speaker is yet to come.
        var quotation = _quotes.At(sentence.First);
        if (quotation.First >= sentence.First && quotation.End < _document.SentenceTokens(_document.SentenceOf(quotation.End - 1)).End - 1) return;
        if (LastSpoken(_document.SentenceOf(sentence.First)) is not (>= 0 and var index)) return;
        var last = Found[index];
        var end = last.Content[^1].End;
        if (end >= sentence.End) return;
        var rest = new TokenRange(Math.Max(sentence.First, end), sentence.End);
        Found[index] = last with
        {
            Content = end >= sentence.First - 1 && _quotes.At(end - 1) == _quotes.At(sentence.First)
                ? [.. last.Content.Take(last.Content.Count - 1), last.Content[^1].Union(rest)]
                : [.. last.Content, rest],
        };
    }

    /// <summary>Index of the last attribution in words that reaches to the sentence before, or -1.</summary>
    private int LastSpoken(int sentence)
    {
        for (var i = Found.Count - 1; i >= 0; i--)
        {
            var told = Math.Max(_document.SentenceOf(Found[i].Content[^1].End - 1), _document.SentenceOf(Found[i].Cue.First));
            if (told < sentence - 1) return -1;
            if (Found[i].Stance is Stance.Absent or Stance.Withholds) continue;
            if (Found[i].Form != QuotationForm.Indirect || _document[_document.SentenceTokens(sentence).First - 1].Form == ":") return i;
        }

        return -1;
    }

    /// <summary>"Officials blamed the group.": in a sentence without a finite verb, the past form of a cue behind a noun is its verb.</summary>
    private Attribution? ReadStray(TokenRange sentence)
    {
        if (SpeakerFinder.IsFinite(_document, sentence)) return ReadFinal(sentence);
        for (var t = sentence.First + 1; t < sentence.End - 1; t++)
        {
            if (_document[t].Tag is not (PartOfSpeech.JJ or PartOfSpeech.VBN) || !_document[t - 1].Tag.IsNoun() || _quotes.IsInside(t)) continue;
            if (_lexicon.WithForm(_document, t) is { } entry)
                return ReadVerb(CueSite.At(_document, TokenRange.Of(t), entry) with { IsPassive = false, IsStray = true });
        }

        return null;
    }

    /// <summary>"…, the station reports/NNS.": a cue as the last word behind a comma and a phrase.</summary>
    private Attribution? ReadFinal(TokenRange sentence)
    {
        var last = sentence.End - 1;
        while (last > sentence.First && _document[last].Tag == PartOfSpeech.FullStop) last--;
        if (last < sentence.First + 4 || !_document[last].Tag.IsNoun() || _quotes.IsInside(last) || _lexicon.WithForm(_document, last) is not { Frame: CueFrame.Clause } entry) return null;
        var site = CueSite.At(_document, TokenRange.Of(last), entry) with { IsPassive = false, IsStray = true };
        return _speakers.At(site).Follows ? ReadVerb(site) : null;
    }

    /// <summary>A verb outside the lexicon that governs a "that" clause or a quotation.</summary>
    private bool MayGovern(int token)
    {
        if (!_document[token].Tag.IsVerb() || _document[token].Tag == PartOfSpeech.VB || _quotes.IsInside(token)) return false;
        foreach (var child in _document.Children(token))
        {
            if (child < token || _document[child].Relation != Dependency.Ccomp) continue;
            var first = _document.Subtree(child).First;
            return first == token + 1 && _document[first].Form == "that" && _document[first].Tag == PartOfSpeech.IN || first > token && _quotes.Opens(first) && _quotes.At(first).Count > 4;
        }

        return false;
    }

    private Attribution? ReadCue(PhraseMatcher<CueEntry>.Match match)
    {
        switch (match.Value.Frame)
        {
            case CueFrame.According:
                return ReadAccording(match);
            case CueFrame.Bare:
                return new Attribution
                {
                    Source = default,
                    SourceHead = -1,
                    Cue = match.Tokens,
                    Content = [BareContent(match.Tokens)],
                    Form = QuotationForm.Indirect,
                    Stance = match.Value.Stance,
                    Certainty = match.Value.Certainty,
                    Polarity = Polarity.Positive,
                    Voice = Voice.Passive,
                };
            case CueFrame.Noun:
                return ReadNoun(match);
        }

        var verb = match.Tokens.First;
        if (!_document[verb].Tag.IsVerb() || _quotes.IsInside(verb)) return null;
        return ReadVerb(CueSite.At(_document, match.Tokens, match.Value));
    }

    private TokenRange BareContent(TokenRange words)
    {
        for (var t = words.First; t < words.End; t++)
        {
            foreach (var child in _document.Children(t))
            {
                if (child >= words.End && _document[child].Relation == Dependency.Nmod) return words.Union(_document.Subtree(child));
            }
        }

        return words;
    }

    private Attribution? ReadVerb(CueSite site)
    {
        var entry = EntryWithObject(site);
        if (!ReferenceEquals(entry, site.Entry)) site = site with { Entry = entry };
        var paper = IssuedBefore(site.Verb);
        var speaker = SpeakerBefore(site) ?? (paper < 0 ? _speakers.At(site) : _speakers.OfIssuer(paper));
        if (speaker.IsNobody && (!site.IsPassive || _document[site.Verb].Relation is Dependency.Acl or Dependency.Amod && AccusedAt(site) < 0)) return null;
        if (!speaker.IsNobody && IsEmptySubject(speaker)) speaker = SpeakerPhrase.Nobody;
        var outlet = speaker.IsNobody || _traits.Voice(speaker.Tokens, speaker.Head) != Voice.Document ? -1 : _traits.OutletOf(speaker.Head);
        if (outlet >= 0) speaker = WithoutOutlet(speaker, outlet);
        var taken = Found.Count > 0 ? Found[^1].Content[^1].End : 0;
        var content = _contents.Of(site, speaker, taken);
        if (content.Count == 0 && site.IsNegated && entry.Negated == Stance.Withholds && !speaker.IsNobody) content.Add(site.Cue);
        if (content.Count == 0) return null;

        // "The truck slammed into a wall": whoever condemns has an object.
        if (entry.Stance == Stance.Condemns && site.Words.Count == 1 && !site.IsPassive && content[0].First == site.Words.End && _document[content[0].First].Tag == PartOfSpeech.IN) return null;
        var stance = site.IsNegated ? entry.Negated : entry.Stance;
        if (stance == Stance.ClaimsOwn && HasModal(site.Cue)) stance = Stance.Expects;
        if (!speaker.IsNobody && (IsNoOne(speaker, site) || entry.Stance == Stance.ClaimsOwn && IsNoOneBefore(site)))
        {
            // "no group said it was behind the blast"
            stance = entry.Stance == Stance.ClaimsOwn || entry.Frame == CueFrame.Clause && _traits.Stance(entry.Stance, content) == Stance.ClaimsOwn ? Stance.Absent : entry.Negated;
            speaker = SpeakerPhrase.Nobody;
        }
        else if (speaker.IsNobody && site.IsPassive && entry.Stance == Stance.ClaimsOwn && site.IsNegated)
        {
            stance = Stance.Absent;
        }

        if (entry.IsClaim || entry.Use is CueUse.Attitude or CueUse.Citing) stance = _traits.Stance(stance, content);
        return new Attribution
        {
            Source = speaker.Tokens,
            SourceHead = speaker.Head,
            Cue = site.Cue,
            Content = content,
            Form = _traits.Form(content),
            Stance = stance,
            Certainty = stance == Stance.Withholds ? Certainty.Unknown : _traits.Certainty(entry.Certainty, content),
            Polarity = _traits.Polarity(content),
            Voice = _traits.Voice(speaker.Tokens, speaker.Head),
            Via = paper < 0 ? _traits.Via(site, speaker, content) : [_document.NounPhrase(paper).First is var first && first < paper ? new TokenRange(first, paper + 1) : TokenRange.Of(paper)],
            Relayers = outlet < 0 ? [] : [new Relayer(_document.NounPhrase(outlet), outlet, Voice.Document)],
            Made = _traits.Made(site.Verb, content),
            Accused = AccusedAt(site),

            // An attitude in quoted words is a claim: "called it a “cowardly act”".
            IsClaim = (entry.IsClaim && !(entry.Use == CueUse.Saying && IsMereThing(site.Verb, content)) || entry.Use is CueUse.Attitude or CueUse.Citing && _traits.Form(content) != QuotationForm.Indirect) && (speaker.IsNobody || !_lexicon.IsMute(_document, speaker.Head)),
        };
    }

    /// <summary>"…, adding that some were missing": who spoke last in the sentence, in nobody else's words; null: none.</summary>
    private SpeakerPhrase? SpeakerBefore(CueSite site)
    {
        if (site.Entry.Use != CueUse.Adding || _document[site.Verb].Tag != PartOfSpeech.VBG) return null;
        for (var i = Found.Count - 1; i >= 0 && site.Sentence.Contains(Found[i].Cue); i--)
        {
            var last = Found[i];
            if (!last.IsClaim || last.Source.IsEmpty || last.Cue.First > site.Verb || Found.Exists(o => o != last && o.Content.Any(c => c.Contains(last.Cue)))) continue;
            return new SpeakerPhrase(last.Source, last.SourceHead, false);
        }

        return null;
    }

    /// <summary>"a document seen by the agency": the document speaks, through the agency.</summary>
    private SpeakerPhrase WithoutOutlet(SpeakerPhrase speaker, int outlet)
    {
        var end = outlet;
        while (end > speaker.Head + 1 && _document[end].Relation != Dependency.Acl && _document[end].Head != speaker.Head) end--;
        while (end > speaker.Head + 1 && _document[end - 1].Tag == PartOfSpeech.Comma) end--;
        return speaker.Tokens.First < end && end < speaker.Tokens.End ? speaker with { Tokens = new TokenRange(speaker.Tokens.First, end) } : speaker;
    }

    /// <summary>"The rebels issued a statement saying that …": the paper that somebody issues to say it, or -1.</summary>
    private int IssuedBefore(int participle)
    {
        if (_document[participle] is not { Tag: PartOfSpeech.VBG, Relation: Dependency.Acl or Dependency.Advcl, Head: >= 0 and var head }) return -1;
        var paper = _document[head].Tag.IsNoun() ? head : _document.Child(head, Dependency.Obj);
        if (paper < 0 || paper > participle || _lexicon.VoiceAt(_document, paper) is not Voice.Document || _document[paper] is not { Relation: Dependency.Obj, Head: >= 0 and var verb }) return -1;
        return _lexicon.CueAt(_document, verb) is { Value.Use: CueUse.Issuing } ? paper : -1;
    }

    /// <summary>"claimed full responsibility", "responsibility was claimed by": the object makes the cue.</summary>
    private CueEntry EntryWithObject(CueSite site)
    {
        foreach (var child in _document.Children(site.Verb))
        {
            if (_document[child].Relation is Dependency.Obj or Dependency.NsubjPass && _lexicon.WithObject(_document, site.Verb, child) is { } entry) return entry;
        }

        return site.Entry;
    }

    /// <summary>"held the army responsible": a verb that makes a cue with what it says of its object. Null: none.</summary>
    private CueEntry? EntryWithComplement(int verb)
    {
        if (!_document[verb].Tag.IsVerb()) return null;
        var thing = _document.Child(verb, Dependency.Obj);
        foreach (var child in _document.Children(verb))
        {
            if (child > verb && _document[child].Tag.IsAdjective() && _lexicon.WithObject(_document, verb, child) is { } entry) return entry;
        }

        return thing < 0 || thing + 1 >= _document.Count || !_document[thing + 1].Tag.IsAdjective() ? null : _lexicon.WithObject(_document, verb, thing + 1);
    }

    /// <summary>"found a body", "four bodies were found": no clause and no words are what is said.</summary>
    private bool IsMereThing(int verb, List<TokenRange> content)
    {
        var isThing = false;
        foreach (var child in _document.Children(verb))
        {
            if (!content.Exists(c => c.Contains(child))) continue;
            if (_document[child].Relation is Dependency.Ccomp or Dependency.Xcomp or Dependency.Csubj or Dependency.CsubjPass or Dependency.Parataxis || _quotes.IsInside(child)) return false;
            isThing |= _document[child].Relation is Dependency.Obj or Dependency.NsubjPass;
        }

        return isThing;
    }

    /// <summary>"it" of "it appears that".</summary>
    private bool IsEmptySubject(SpeakerPhrase speaker) => _document[speaker.Head].Relation == Dependency.Expl || _document[speaker.Head].Tag == PartOfSpeech.EX;

    private int AccusedAt(CueSite site)
    {
        if (site.Entry.Accused.Length == 0) return -1;
        foreach (var child in _document.Children(site.Verb))
        {
            if (child > site.Verb && _document[child].Relation is Dependency.Obl or Dependency.Nmod && Events.Clause.Preposition(_document, child) == site.Entry.Accused) return child;
        }

        return site.Entry.MayAccuseObject ? -1 : AccusedBelow(_document.Child(site.Verb, Dependency.Obj), site.Entry.Accused);
    }

    /// <summary>"attributed the murder of the mayor to the group": the parse hangs the accused on what was done.</summary>
    private int AccusedBelow(int thing, string preposition)
    {
        if (thing < 0) return -1;
        for (var t = _document.Subtree(thing).End - 1; t > thing; t--)
        {
            if (_document[t].Relation is Dependency.Nmod or Dependency.Obl && Events.Clause.Preposition(_document, t) == preposition) return t;
        }

        return -1;
    }

    /// <summary>"must take responsibility" is no claim yet.</summary>
    private bool HasModal(TokenRange cue)
    {
        for (var t = cue.First; t < cue.End; t++)
        {
            if (_document[t].Tag == PartOfSpeech.MD) return true;
        }

        return false;
    }

    /// <summary>"No group in the area has so far claimed", whatever the parse makes the subject.</summary>
    private bool IsNoOneBefore(CueSite site)
    {
        for (var t = site.Cue.First - 1; t >= site.Sentence.First && !_speakers.IsBreak(t); t--)
        {
            if (_document[t].Form is "nobody" or "none" or "no-one" || _document[t].Form == "no" && _document[t].Tag == PartOfSpeech.DT) return true;
        }

        return false;
    }

    private bool IsNoOne(SpeakerPhrase speaker, CueSite site) =>
        _document[speaker.Head].Form is "nobody" or "none" or "no-one" || _document[speaker.Tokens.First].Form == "no"
        || _document.Child(speaker.Head, Dependency.Det) is >= 0 and var det && (_document[det].Form == "no" || site.IsNegated && _document[det].Form == "any");

    /// <summary>"according to the ministry, …", "…, according to the ministry".</summary>
    private Attribution? ReadAccording(PhraseMatcher<CueEntry>.Match match)
    {
        var sentence = CueSite.At(_document, match.Tokens, match.Value).Sentence;
        if (match.Tokens.End >= sentence.End || _quotes.IsInside(match.Tokens.First)) return null;
        var head = -1;
        for (var t = match.Tokens.First; t < match.Tokens.End && head < 0; t++)
        {
            if (_document[t].Head >= match.Tokens.End) head = _document[t].Head;
        }

        var close = _speakers.SegmentEnd(match.Tokens.End, sentence.End);
        var opens = match.Tokens.First == sentence.First || match.Tokens.First == sentence.First + 1;
        if (head < 0 || head >= close || opens && close == sentence.End)
        {
            head = -1;
            for (var t = match.Tokens.End; t < close && head < 0; t++)
            {
                if (_document[t].Tag.IsNoun() && (t + 1 >= close || !_document[t + 1].Tag.IsNoun()) || _document[t].Tag == PartOfSpeech.PRP) head = t;
            }
        }

        if (head < 0 || !_document[head].Tag.IsNoun() && _document[head].Tag != PartOfSpeech.PRP) return null;
        var phrase = new TokenRange(match.Tokens.End, Math.Max(head + 1, opens ? close : Math.Max(close, Math.Min(sentence.End, _document.Subtree(head).End))));

        // "According to the governor the town was hit": copy that lost its comma.
        if (opens && close == sentence.End && (HasClause(phrase) || SpeakerFinder.IsFinite(_document, phrase))) phrase = new TokenRange(phrase.First, NounEnd(head, close));
        var content = new List<TokenRange>();
        if (!opens) content.Add(Trim(new TokenRange(sentence.First, match.Tokens.First)));
        if (phrase.End < sentence.End && (opens || !SpeakerFinder.IsFinite(_document, content[0]))) content.Add(Trim(new TokenRange(phrase.End, sentence.End)));
        content.RemoveAll(c => c.IsEmpty);
        phrase = Trim(phrase);
        if (content.Count == 0 || phrase.IsEmpty) return null;
        return Make(phrase, head, match.Tokens, content, match.Value);
    }

    /// <summary>A verb with a subject, whatever its form.</summary>
    private bool HasClause(TokenRange tokens)
    {
        for (var t = tokens.First; t < tokens.End; t++)
        {
            if (_document[t].Tag.IsVerb() && (_document.Child(t, Dependency.Nsubj) >= 0 || _document.Child(t, Dependency.NsubjPass) >= 0)) return true;
        }

        return false;
    }

    /// <summary>The end of what hangs on the noun behind it, without a clause or another noun phrase: "a source in the governorate | the army killed …".</summary>
    private int NounEnd(int head, int close)
    {
        var end = head + 1;
        while (end + 1 < close && _document[end].Tag == PartOfSpeech.IN && !_document[end + 1].Tag.IsVerb())
        {
            var next = end + 1;
            if (_document[next].Tag is PartOfSpeech.DT or PartOfSpeech.PRPS) next++;
            var first = next;
            while (next < close && (_document[next].Tag.IsNoun() || _document[next].Tag.IsAdjective())) next++;
            if (next == first) break;
            end = next;
        }

        return end;
    }

    /// <summary>"the ministry's claim that …", "allegations by residents that …".</summary>
    private Attribution? ReadNoun(PhraseMatcher<CueEntry>.Match match)
    {
        var noun = match.Tokens.End - 1;
        if (!_document[noun].Tag.IsNoun() || _quotes.IsInside(noun)) return null;
        int source = -1, clause = -1;
        foreach (var child in _document.Children(noun))
        {
            var relation = _document[child].Relation;
            if (relation == Dependency.NmodPoss || relation is Dependency.Nmod or Dependency.OblAgent && child > noun && Events.Clause.Preposition(_document, child) is "by" or "from") source = child;
            else if (child > noun && relation is Dependency.Acl or Dependency.Ccomp) clause = child;
        }

        if (clause < 0 || _document.Subtree(clause).First is var first && (_document[first].Form is not ("that" or "to") || first <= noun)) return null;
        var content = new List<TokenRange> { Trim(new TokenRange(_document.Subtree(clause).First, _document.Subtree(clause).End)) };
        if (source < 0 || content[0].IsEmpty) return null;
        var phrase = _document.NounPhrase(source);
        while (phrase.Count > 1 && _document[phrase.End - 1].Tag == PartOfSpeech.POS) phrase = new TokenRange(phrase.First, phrase.End - 1);
        return Make(phrase, source, match.Tokens, content, match.Value);
    }

    /// <summary>"Ministry: two killed in blast" and "Two killed in blast: ministry" of headlines, "Karim: “…”" of transcripts.</summary>
    private Attribution? ReadColon(TokenRange sentence)
    {
        var colon = -1;
        for (var t = sentence.First + 1; t < sentence.End - 1 && colon < 0; t++)
        {
            if (_document[t].Form == ":" && !_quotes.IsInside(t)) colon = t;
        }

        if (colon < 0) return null;
        var left = new TokenRange(sentence.First, colon);
        var right = new TokenRange(colon + 1, sentence.End);
        var isTitle = _report.IsTitle(_document.SentenceOf(sentence.First));
        if (IsName(left) && (isTitle ? IsClausal(right) : _quotes.Opens(right.First))) return OfColon(left, colon, right);
        return isTitle && IsName(right) && right.Count <= 3 && IsClausal(left) ? OfColon(right, colon, left) : null;
    }

    private Attribution OfColon(TokenRange source, int colon, TokenRange said)
    {
        var content = new List<TokenRange> { Trim(said) };
        var head = source.End - 1;
        return Make(source, head, TokenRange.Of(colon), content, CueEntry.Colon);
    }

    /// <summary>What is said by a phrase that is its source, with the traits that its words tell.</summary>
    private Attribution Make(TokenRange source, int head, TokenRange cue, List<TokenRange> content, CueEntry entry) => new()
    {
        Source = source,
        SourceHead = head,
        Cue = cue,
        Content = content,
        Form = _traits.Form(content),
        Stance = _traits.Stance(entry.Stance, content),
        Certainty = _traits.Certainty(entry.Certainty, content),
        Polarity = _traits.Polarity(content),
        Voice = _traits.Voice(source, head),
        IsClaim = entry.IsClaim,
    };

    /// <summary>A short run of nouns that ends in a proper noun or a plural.</summary>
    private bool IsName(TokenRange tokens)
    {
        if (tokens.IsEmpty || tokens.Count > 6) return false;
        for (var t = tokens.First; t < tokens.End; t++)
        {
            if (!_document[t].Tag.IsNoun() && !_document[t].Tag.IsAdjective() && _document[t].Tag is not (PartOfSpeech.DT or PartOfSpeech.POS or PartOfSpeech.HYPH)) return false;
        }

        return _document[tokens.End - 1].Tag is PartOfSpeech.NNP or PartOfSpeech.NNPS or PartOfSpeech.NNS;
    }

    private bool IsClausal(TokenRange tokens)
    {
        for (var t = tokens.First; t < tokens.End; t++)
        {
            if (_document[t].Tag.IsVerb() || _quotes.Opens(t)) return true;
        }

        return false;
    }

    private TokenRange Trim(TokenRange tokens)
    {
        int first = tokens.First, end = tokens.End;
        static bool IsPlain(PartOfSpeech tag) => tag is PartOfSpeech.Comma or PartOfSpeech.FullStop or PartOfSpeech.Colon;
        while (end > first && IsPlain(_document[end - 1].Tag)) end--;
        while (first < end && IsPlain(_document[first].Tag)) first++;
        return new TokenRange(first, end);
    }
}
