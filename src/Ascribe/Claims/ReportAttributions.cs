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
            var said = own == content.Count ? attribution : attribution with { Content = content.Take(own).ToList() };
            claims.AddRange(OfEachSpeaker(said));
            for (var i = own; i < content.Count; i++) claims.Add(GoingOn(attribution, content[i]));
        }

        return claims;
    }

    /// <summary>"Egypt and Jordan condemned it": a claim of each.</summary>
    private IEnumerable<Attribution> OfEachSpeaker(Attribution attribution)
    {
        var heads = new List<int>();
        if (attribution.SourceHead >= 0 && attribution.Source.Contains(attribution.SourceHead) && attribution.Relayers.Count == 0) Events.Clause.WithConjuncts(_document, attribution.SourceHead, heads);

        AddApposed(attribution, heads);

        // The parse may give the verb a subject for each.
        heads.RemoveAll(h => !attribution.Source.Contains(h));
        for (var t = attribution.Source.End; t < attribution.Cue.First && heads.Count > 0; t++)
        {
            if (_document[t] is { Relation: Dependency.Nsubj, Head: var verb } && attribution.Cue.Contains(verb) && _document[_document.Subtree(t).First - 1].Tag == PartOfSpeech.CC) heads.Add(t);
        }

        AddBeforeAnd(attribution, heads);
        heads.RemoveAll(h => h != attribution.SourceHead && !IsAnother(h, attribution.SourceHead));
        heads.Sort();
        if (heads.Count < 2 || !AreListed(heads))
        {
            yield return attribution;
            yield break;
        }

        for (var i = 0; i < heads.Count; i++)
        {
            var first = i == 0 && heads[i] == attribution.SourceHead ? Math.Min(attribution.Source.First, heads[i]) : Math.Max(_document.NounPhrase(heads[i]).First, i == 0 ? attribution.Source.First : heads[i - 1] + 1);
            var end = i + 1 < heads.Count ? Math.Max(heads[i] + 1, _document.NounPhrase(heads[i + 1]).First) : Math.Max(heads[i] + 1, heads[i] < attribution.Source.End ? attribution.Source.End : _document.NounPhrase(heads[i]).End);
            while (end > heads[i] + 1 && _document[end - 1].Tag is PartOfSpeech.CC or PartOfSpeech.Comma) end--;
            while (first < heads[i] && _document[first].Tag is PartOfSpeech.CC or PartOfSpeech.Comma) first++;
            var source = new TokenRange(first, end);
            yield return attribution with { Source = source, SourceHead = heads[i], Voice = _traits.Voice(source, heads[i]) };
        }
    }

    /// <summary>"the United Nations and two diplomats said": two phrases with an "and" between, where the parse joins the first to something else.</summary>
    private void AddBeforeAnd(Attribution attribution, List<int> heads)
    {
        if (heads is not [var head] || attribution.Relayers.Count > 0) return;
        var source = attribution.Source;
        var and = -1;
        for (var t = source.First; t < source.End; t++)
        {
            if (_document[t].Tag == PartOfSpeech.CC && and < 0) and = t;
            else if (!_document[t].Tag.IsNoun() && !_document[t].Tag.IsAdjective() && _document[t].Tag is not (PartOfSpeech.DT or PartOfSpeech.CD)) return;
        }

        if (and > source.First && and < head && !_document.NounPhrase(head).Contains(and - 1) && _document[source.First].Tag == PartOfSpeech.DT) heads.Add(and - 1);
    }

    /// <summary>"Britain, France and Spain", where the parse names the first by the second, and "two groups, the PLF and Black June", who are the two.</summary>
    private void AddApposed(Attribution attribution, List<int> heads)
    {
        if (heads is not [var head] || _document.Child(head, Dependency.Appos) is not (>= 0 and var named) || !attribution.Source.Contains(named) || !_document[named].Tag.IsProperNoun()) return;
        var names = new List<int>();
        Events.Clause.WithConjuncts(_document, named, names);
        if (names.Count < 2 || !names.TrueForAll(n => _document[n].Tag.IsProperNoun() && attribution.Source.Contains(n))) return;
        if (_document[head].Tag == PartOfSpeech.NNS) heads.Clear();
        else if (!_document[head].Tag.IsProperNoun()) return;
        heads.AddRange(names);
    }

    /// <summary>With nothing but commas and one "and" between their phrases.</summary>
    private bool AreListed(List<int> heads)
    {
        for (var i = 1; i < heads.Count; i++)
        {
            var first = _document.NounPhrase(heads[i]).First;
            while (first < heads[i] && (_document[first].Tag is PartOfSpeech.CC or PartOfSpeech.Comma)) first++;
            if (first <= heads[i - 1] || _document[first - 1].Tag is not PartOfSpeech.CC && !(i + 1 < heads.Count && _document[first - 1].Tag == PartOfSpeech.Comma)) return false;
            for (var t = heads[i - 1] + 1; t < first - 1; t++)
            {
                if (_document[t].Tag.IsVerb() || _document[t].Tag is PartOfSpeech.WP or PartOfSpeech.WDT || _speakers.IsBreak(t) && t < first - 2) return false;
            }
        }

        return true;
    }

    /// <summary>Somebody else than the one whom the words before name: a name, people, or a body with an article of its own. "The chief and mayor" may be one.</summary>
    private bool IsAnother(int head, int first)
    {
        if (!_lexicon.IsSpeaker(_document, head) || !_lexicon.IsSpeaker(_document, first)) return false;
        foreach (var name in _document.Names)
        {
            if (name.Tokens.Contains(head) && name.Tokens.Contains(first)) return false;
        }

        // "police and hospital sources", "army and government officials" are sources and officials of both.
        if ((_document[first].Tag == PartOfSpeech.NN || _document[first].Tag == PartOfSpeech.NNS && _document[first].Lemma == _document[first].Form) && _document.NounPhrase(first).Count == 1 && _document[head].Tag == PartOfSpeech.NNS && _document[head - 1] is { Tag: PartOfSpeech.NN, Relation: Dependency.Compound } && _lexicon.IsAgent(_document, head - 1)) return false;
        return _document[head].Tag.IsProperNoun() || _document[head].Tag == PartOfSpeech.NNS || _document.Child(head, Dependency.Det) >= 0 || _document.Child(head, Dependency.NmodPoss) >= 0;
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

    /// <summary>"The attack, which the rebels say killed 40", "the men who police believe killed him": the report's words with a speaker set into them, whatever the parse makes of it.</summary>
    private Attribution? ReadSetIn(PhraseMatcher<CueEntry>.Match match, TokenRange sentence)
    {
        var verb = match.Tokens.First;
        if (match.Tokens.Count > 1 || match.Value is not { IsClaim: true, Frame: CueFrame.Clause } || !_document[verb].Tag.IsVerb() || _quotes.IsInside(verb)) return null;
        var next = match.Tokens.End;
        while (next < sentence.End && _document[next].Tag == PartOfSpeech.RB) next++;
        if (next >= sentence.End || _document[next].Tag is not (PartOfSpeech.VBD or PartOfSpeech.VBN or PartOfSpeech.VBZ or PartOfSpeech.VBP or PartOfSpeech.MD)) return null;
        var cue = CueSite.At(_document, match.Tokens, match.Value);
        var source = _speakers.NounsBefore(cue);
        var pronoun = source.First - 1;
        if (source.IsEmpty || pronoun <= sentence.First || _document[pronoun].Tag is not (PartOfSpeech.WDT or PartOfSpeech.WP)) return null;
        var noun = _document[verb] is { Relation: Dependency.AclRelcl, Head: >= 0 and var described } && described < pronoun ? described : _speakers.Antecedent(pronoun);
        if (noun == pronoun) return null;
        var head = source.End - 1;
        if (!_lexicon.IsSpeaker(_document, head) && _document[head].Tag != PartOfSpeech.PRP) return null;
        var end = next + 1;
        while (end < cue.Sentence.End && (_document[end].Tag != PartOfSpeech.Comma || _quotes.IsInside(end))) end++;
        List<TokenRange> content = [_document.NounPhrase(noun), new TokenRange(match.Tokens.End, end)];
        if (content[0].End > pronoun) content[0] = Trim(new TokenRange(content[0].First, pronoun));
        return Make(source, head, cue.Cue, content, match.Value);
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
                var known = Found.Count;
                if (known == before || Found[^1].Cue != match.Tokens) Add(ReadSetIn(match, sentence) ?? ReadCue(match));

                // "are not known to have used it": words that withhold nothing are left to the verb.
                if (Found.Count > known || match.Value.Frame != CueFrame.Bare) t = match.Tokens.End - 1;
            }
            else if (!_quotes.IsInside(t) && EntryWithComplement(t) is { } entry)
            {
                Add(ReadVerb(CueSite.At(_document, TokenRange.Of(t), entry)));
            }
            else if (MayGovern(t))
            {
                Add(ReadVerb(CueSite.At(_document, TokenRange.Of(t), CueEntry.Unlisted)));
            }
        }

        if (Found.Count > before && ReadFinal(sentence) is { Voice: Voice.Document } relaying) Found.Add(relaying);
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

    /// <summary>"whose alleged bomb maker", "suspected militants", "by reported gunmen", "an estimated 40 people", "a little-known group": a participle before the noun that it describes.</summary>
    private bool IsAttributive(int token, TokenRange sentence)
    {
        if (token > sentence.First && _document[token].Tag is PartOfSpeech.VBN or PartOfSpeech.VBG && _document[token - 1].Form == "-" && !_document[token].SpaceBefore) return true;
        if (_document[token].Tag != PartOfSpeech.VBN && !(_document[token].Tag.IsVerb() && _document[token].Form.EndsWith("ed", StringComparison.Ordinal)) || token + 1 >= sentence.End) return false;
        var next = _document[token + 1].Tag;
        if (!next.IsNoun() && !next.IsAdjective() && !(next == PartOfSpeech.CD && token > sentence.First && _document[token - 1].Tag == PartOfSpeech.DT)) return false;
        return token == sentence.First
            || _document[token - 1].Tag is PartOfSpeech.DT or PartOfSpeech.PRPS or PartOfSpeech.POS or PartOfSpeech.IN or PartOfSpeech.CD && _document[token - 1].Relation != Dependency.CcPreconj || _document[token - 1].Form == "whose"
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
        if (match.Value.Use == CueUse.Publishing) return null;
        switch (match.Value.Frame)
        {
            case CueFrame.According:
                return ReadAccording(match);
            case CueFrame.Bare:
                return ReadBare(match);
            case CueFrame.Noun:
                return ReadNoun(match);
        }

        var verb = match.Tokens.First;
        if (!_document[verb].Tag.IsVerb() || _quotes.IsInside(verb)) return null;
        return ReadVerb(CueSite.At(_document, match.Tokens, match.Value));
    }

    /// <summary>"no claim of responsibility for the raid", "no comment from the army", "not clear who did it". What is withheld has a speaker or words of its own: a motive may be unclear without anybody being asked.</summary>
    private Attribution? ReadBare(PhraseMatcher<CueEntry>.Match match)
    {
        var words = match.Tokens;
        if (match.Value.Stance == Stance.Withholds && _quotes.IsInside(words.First)) return null;
        TokenRange thing = default, clause = default;
        var source = -1;
        var isNoun = _document[words.End - 1].Tag.IsNoun();
        for (var t = words.First; t < words.End; t++)
        {
            foreach (var child in _document.Children(t))
            {
                if (child < words.End) continue;
                if (_document[child].Relation is Dependency.Csubj or Dependency.Ccomp or Dependency.Advcl or Dependency.Acl && clause.IsEmpty || !isNoun && _document[child].Relation is Dependency.AdvclRelcl or Dependency.AclRelcl) clause = _document.Subtree(child);
                if (_document[child].Relation is not (Dependency.Nmod or Dependency.Obl)) continue;
                if (match.Value.Stance == Stance.Withholds && Events.Clause.Preposition(_document, child) is "from" or "by") source = child;
                else if (_document[child].Relation == Dependency.Nmod && thing.IsEmpty) thing = _document.Subtree(child);
            }
        }

        if (match.Value.Stance == Stance.Withholds && source < 0 && thing.IsEmpty && clause.IsEmpty) return null;
        var phrase = source < 0 ? default : _document.NounPhrase(source);
        return new Attribution
        {
            Source = phrase,
            SourceHead = source,
            Cue = words,
            Content = [clause.IsEmpty || match.Value.Stance != Stance.Withholds ? thing.IsEmpty ? words : words.Union(thing) : Trim(clause)],
            Form = QuotationForm.Indirect,
            Stance = match.Value.Stance,
            Certainty = match.Value.Certainty,
            Polarity = Polarity.Positive,
            Voice = _traits.Voice(phrase, source),
        };
    }

    private Attribution? ReadVerb(CueSite site)
    {
        var entry = EntryWithObject(site);
        if (!ReferenceEquals(entry, site.Entry)) site = site with { Entry = entry };
        var paper = IssuedBefore(site.Verb);
        var shown = ShownBefore(site);
        var speaker = shown >= 0 ? new SpeakerPhrase(new TokenRange(_document.NounPhrase(shown).First, site.Cue.First), shown, false) : (site.Entry.Use == CueUse.Adding || SaysThat(site)) && SpeakerBefore(site) is { } adding ? adding : paper < 0 ? _speakers.At(site) : _speakers.OfIssuer(paper);
        if (!speaker.IsNobody && IsSpokenOf(site, speaker) && SpeakerBefore(site) is { } saying) speaker = saying;
        if (speaker.IsNobody && (!site.IsPassive || _document[site.Verb].Relation is Dependency.Acl or Dependency.Amod && AccusedAt(site) < 0)) return null;
        if (IsSpokenTo(site) || IsLeftOut(site)) return null;
        if (!speaker.IsNobody && IsEmptySubject(speaker)) speaker = SpeakerPhrase.Nobody;
        var outlet = speaker.IsNobody || _traits.Voice(speaker.Tokens, speaker.Head) != Voice.Document ? -1 : _traits.OutletOf(speaker.Head);
        if (outlet >= 0) speaker = WithoutOutlet(speaker, outlet);
        var taken = Found.Count > 0 ? Found[^1].Content[^1].End : 0;
        var content = _contents.Of(site, speaker, taken);
        var isNegated = site.IsNegated || !speaker.IsNobody && IsNeither(speaker);
        if (content.Count == 0 && isNegated && entry.Negated == Stance.Withholds && !speaker.IsNobody) content.Add(site.Cue);
        if (content.Count == 0 || content is [{ Count: 1 } only] && _document[only.First].Tag == PartOfSpeech.IN) return null;

        // "The truck slammed into a wall": whoever condemns has an object.
        if (entry.Stance == Stance.Condemns && site.Words.Count == 1 && !site.IsPassive && content[0].First == site.Words.End && _document[content[0].First].Tag == PartOfSpeech.IN) return null;
        var stance = isNegated ? entry.Negated : entry.Stance;
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

        if (entry.IsClaim || entry.Use is CueUse.Attitude or CueUse.Citing) stance = _traits.Stance(stance, content, speaker);
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
            Medium = entry.Medium,
            IsPaper = IsPaper(speaker.Head),
            Relayers = shown >= 0 ? ShowingOf(shown) : outlet < 0 ? [] : [new Relayer(_document.NounPhrase(outlet), outlet, Voice.Document)],
            Made = _traits.Made(site.Verb, content),
            Accused = AccusedAt(site),

            // An attitude in quoted words is a claim ("called it a “cowardly act”"), and so is one that denies ("called the charge absurd").
            IsClaim = (entry.IsClaim && !(entry.Use == CueUse.Saying && IsMereThing(site.Verb, content)) || entry.Use is CueUse.Attitude or CueUse.Citing && (_traits.Form(content) != QuotationForm.Indirect || isNegated && stance == Stance.Withholds || stance == Stance.Denies)) && (speaker.IsNobody || !_lexicon.IsMute(_document, speaker.Head)),
        };
    }

    /// <summary>"Police said the school had been hit, blaming rebels", "the rebels said 80 died in the province blaming the army": who was hit says nothing, and no more does what is nobody.</summary>
    private bool IsSpokenOf(CueSite site, SpeakerPhrase speaker)
    {
        if (_document[site.Verb].Tag != PartOfSpeech.VBG || speaker.Head > site.Verb || _document[speaker.Head].Tag is PartOfSpeech.WP or PartOfSpeech.WDT or PartOfSpeech.PRP) return false;
        return !_lexicon.IsSpeaker(_document, speaker.Head) || _document[speaker.Head].Relation == Dependency.NsubjPass && _document[site.Verb - 1].Tag == PartOfSpeech.Comma;
    }

    /// <summary>"…, adding that some were missing": who spoke last in the sentence, in nobody else's words; null: none.</summary>
    private SpeakerPhrase? SpeakerBefore(CueSite site)
    {
        if (_document[site.Verb].Tag != PartOfSpeech.VBG) return null;
        for (var i = Found.Count - 1; i >= 0 && site.Sentence.Contains(Found[i].Cue); i--)
        {
            var last = Found[i];
            if (!last.IsClaim || last.Source.IsEmpty || last.Cue.First > site.Verb || Found.Exists(o => o != last && o.Content.Any(c => c.Contains(last.Cue)))) continue;
            return new SpeakerPhrase(last.Source, last.SourceHead, false);
        }

        return null;
    }

    /// <summary>"Asked why, the minister said": a participle of whoever is asked.</summary>
    private bool IsSpokenTo(CueSite site) =>
        _document[site.Verb] is { Tag: PartOfSpeech.VBN or PartOfSpeech.VBD, Relation: Dependency.Advcl } && _document.Child(site.Verb, Dependency.Mark) < 0 && site.Entry.Frame is CueFrame.Object or CueFrame.Addressed && site.Entry.Stance is Stance.Expects or Stance.Asserts
        && _document.Child(site.Verb, Dependency.Nsubj) < 0 && _document.Child(site.Verb, Dependency.Aux) < 0;

    /// <summary>"…, without giving details": what a speaker does not do beside saying something.</summary>
    private bool IsLeftOut(CueSite site) => _document[site.Verb].Tag == PartOfSpeech.VBG && _document.Child(site.Verb, Dependency.Mark) is >= 0 and var mark && _document[mark].Form == "without";

    /// <summary>"…, noting that two had died": where the parse makes nobody its subject who can speak.</summary>
    private bool SaysThat(CueSite site)
    {
        if (site.Entry is not { IsClaim: true, Frame: CueFrame.Clause } || site.Words.End >= site.Sentence.End || _document[site.Words.End].Form != "that" || _document[site.Verb].Relation != Dependency.Advcl) return false;
        var speaker = _speakers.At(site);
        return speaker.IsNobody || !_lexicon.IsSpeaker(_document, speaker.Head) && _document[speaker.Head].Tag != PartOfSpeech.PRP;
    }

    /// <summary>"a document seen by the agency": the document speaks, through the agency.</summary>
    private SpeakerPhrase WithoutOutlet(SpeakerPhrase speaker, int outlet)
    {
        var end = outlet;
        while (end > speaker.Head + 1 && _document[end].Relation != Dependency.Acl && _document[end].Head != speaker.Head) end--;
        while (end > speaker.Head + 1 && _document[end - 1].Tag == PartOfSpeech.Comma) end--;
        return speaker.Tokens.First < end && end < speaker.Tokens.End ? speaker with { Tokens = new TokenRange(speaker.Tokens.First, end) } : speaker;
    }

    /// <summary>"The rebels issued a statement saying that …", "published a letter that condemned …": the paper that somebody issues to say it, or -1.</summary>
    private int IssuedBefore(int saying)
    {
        if (_document[saying] is not { Head: >= 0 and var head }) return -1;
        var isRelative = _document[saying].Relation == Dependency.AclRelcl && _document.Child(saying, Dependency.Nsubj) is >= 0 and var pronoun && _document[pronoun].Tag is PartOfSpeech.WDT or PartOfSpeech.WP;
        if (!isRelative && _document[saying] is not { Tag: PartOfSpeech.VBG, Relation: Dependency.Acl or Dependency.Advcl }) return -1;
        var paper = _document[head].Tag.IsNoun() ? head : isRelative ? -1 : _document.Child(head, Dependency.Obj);
        if (paper < 0 || paper > saying || _lexicon.VoiceAt(_document, paper) is not Voice.Document || _document[paper] is not { Relation: Dependency.Obj, Head: >= 0 and var verb }) return -1;
        return _lexicon.CueAt(_document, verb) is { Value.Use: CueUse.Issuing or CueUse.Publishing } ? paper : -1;
    }

    /// <summary>"Television showed the mayor saying …", "the agency quoted an official saying …": who is shown or quoted right before the participle; -1: nobody.</summary>
    private int ShownBefore(CueSite site)
    {
        if (_document[site.Verb] is not { Tag: PartOfSpeech.VBG, Head: >= 0 and var head } || site.Cue.First != site.Verb || site.Verb <= site.Sentence.First || _document[site.Verb - 1].Tag.IsPunctuation()) return -1;
        var person = _document[head] is { Tag: var tag, Relation: Dependency.Obj } && tag.IsNoun() ? head : _document.Child(head, Dependency.Obj);
        if (person < 0 || person > site.Verb || _document[person].Relation != Dependency.Obj || !_lexicon.IsAgent(_document, person) && !_document[person].Tag.IsProperNoun() || _lexicon.VoiceAt(_document, person) is Voice.Document) return -1;
        for (var t = person + 1; t < site.Verb; t++)
        {
            if (_document[t].Tag.IsVerb() || _speakers.IsBreak(t)) return -1;
        }

        return _lexicon.CueAt(_document, _document[person].Head) is { Value.Use: CueUse.Saying or CueUse.Citing } ? person : -1;
    }

    private List<Relayer> ShowingOf(int shown)
    {
        var showing = new List<int>();
        Events.Clause.Subjects(_document, _document[shown].Head, showing);
        return showing is [var subject, ..] && _document.NounPhrase(subject) is var phrase ? [new Relayer(phrase, subject, _traits.Voice(phrase, subject))] : [];
    }

    /// <summary>"Neither the army nor the rebels have commented."</summary>
    private bool IsNeither(SpeakerPhrase speaker) =>
        _document[speaker.Tokens.First].Form is "neither" || speaker.Tokens.First > 0 && _document[speaker.Tokens.First - 1].Form is "neither" or "nor";

    /// <summary>"claimed full responsibility", "responsibility was claimed by", "did not respond to repeated requests": the object makes the cue.</summary>
    private CueEntry EntryWithObject(CueSite site)
    {
        foreach (var child in _document.Children(site.Verb))
        {
            var relation = _document[child].Relation;
            if (relation is Dependency.Obj or Dependency.NsubjPass && _lexicon.WithObject(_document, site.Verb, child) is { } entry) return entry;
            if (relation == Dependency.Obl && _lexicon.WithOblique(_document, site.Verb, Events.Clause.Preposition(_document, child), child) is { } asked) return asked;
        }

        return site.Entry;
    }

    /// <summary>"held the army responsible": a verb that makes a cue with what it says of its object. Null: none.</summary>
    private CueEntry? EntryWithComplement(int verb) => _document[verb].Tag.IsVerb() ? _lexicon.WithComplement(_document, verb) : null;

    /// <summary>"found a body", "four bodies were found": no clause and no words are what is said.</summary>
    private bool IsMereThing(int verb, List<TokenRange> content)
    {
        var isThing = false;
        foreach (var child in _document.Children(verb))
        {
            if (!content.Exists(c => c.Contains(child))) continue;
            if (_document[child].Relation is Dependency.Ccomp or Dependency.Xcomp or Dependency.Csubj or Dependency.CsubjPass or Dependency.Parataxis || _quotes.IsInside(child)) return false;
            if (_document[child].Relation == Dependency.Advcl && child > verb && _document.Child(child, Dependency.Mark) is >= 0 and var to && _document[to].Tag == PartOfSpeech.TO) return false;
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
        if (opens && phrase.End < sentence.End && Described(phrase, head, sentence.End) is { } described) phrase = described;
        var content = new List<TokenRange>();
        if (!opens && !IsBehindThat(match.Tokens.First)) content.Add(Trim(new TokenRange(sentence.First, match.Tokens.First)));
        else opens = true;
        if (phrase.End < sentence.End && (opens || !SpeakerFinder.IsFinite(_document, content[0]))) content.Add(Trim(new TokenRange(phrase.End, sentence.End)));
        content.RemoveAll(c => c.IsEmpty);
        phrase = Trim(phrase);
        if (content.Count == 0 || phrase.IsEmpty) return null;
        return Make(phrase, head, match.Tokens, content, match.Value);
    }

    /// <summary>"writes that, according to the monitor, …": what the source says stands behind it.</summary>
    private bool IsBehindThat(int token)
    {
        var before = token - 1;
        while (before > 0 && _document[before].Tag == PartOfSpeech.Comma) before--;
        return before >= 0 && _document[before] is { Form: "that", Relation: Dependency.Mark };
    }

    /// <summary>"According to the general, speaking to the agency, the town was hit": with the words between commas that describe the source; null: none.</summary>
    private TokenRange? Described(TokenRange phrase, int head, int end)
    {
        var first = phrase.End + 1;
        if (first >= end || _document[phrase.End].Tag != PartOfSpeech.Comma) return null;
        var close = _speakers.SegmentEnd(first, end);
        if (close >= end || close - first < 1 || _document[close].Tag != PartOfSpeech.Comma || SpeakerFinder.IsFinite(_document, new TokenRange(first, close)) || !SpeakerFinder.IsFinite(_document, new TokenRange(close, end))) return null;
        var describes = _document[first].Tag is PartOfSpeech.VBG or PartOfSpeech.VBN;
        for (var t = first; t < close && !describes; t++) describes = _document[t] is { Relation: Dependency.Appos, Head: var named } && named == head;

        // "Ali Hassan, a shopkeeper," and "the ministry's spokesman, Ivan Petrov,", whatever the parse makes of them.
        describes |= IsPerson(phrase) && _document[first].Tag == PartOfSpeech.DT && _lexicon.IsSpeaker(_document, close - 1) || _lexicon.IsSpeaker(_document, phrase.End - 1) && !IsPerson(phrase) && IsPerson(new TokenRange(first, close));
        return describes ? new TokenRange(phrase.First, close) : null;
    }

    /// <summary>The name of a person, and no other word.</summary>
    private bool IsPerson(TokenRange tokens)
    {
        foreach (var name in _document.Names)
        {
            if (name.Kind == NameKind.Person && name.Tokens.End == tokens.End && tokens.First >= name.Tokens.First - 1 && tokens.First <= name.Tokens.First) return true;
        }

        return false;
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

        // "a statement from the ministry that …": the parse may hang what is said on whoever says it.
        if (clause < 0 && source > noun) clause = ClauseUnder(source);
        if (source < 0 && clause >= 0) source = NamedBefore(noun);
        if (clause < 0 || _document.Subtree(clause).First is var first && (_document[first].Form is not ("that" or "to") || first <= noun)) return null;
        var content = new List<TokenRange> { Trim(new TokenRange(_document.Subtree(clause).First, _document.Subtree(clause).End)) };
        if (source < 0 || content[0].IsEmpty) return null;
        var phrase = _document.NounPhrase(source);
        if (phrase.Contains(noun)) phrase = new TokenRange(Math.Max(phrase.First, _document.Subtree(source).First), noun);
        while (phrase.Count > 1 && _document[phrase.End - 1].Tag == PartOfSpeech.POS) phrase = new TokenRange(phrase.First, phrase.End - 1);
        if (phrase.Contains(content[0].First)) phrase = new TokenRange(phrase.First, Math.Max(source + 1, content[0].First));
        return Make(phrase, source, match.Tokens, content, match.Value);
    }

    private int ClauseUnder(int source)
    {
        foreach (var child in _document.Children(source))
        {
            if (child > source && _document[child].Relation is Dependency.Acl or Dependency.Ccomp) return child;
        }

        return -1;
    }

    /// <summary>"a State Department announcement that …": the name right before the noun.</summary>
    private int NamedBefore(int noun)
    {
        if (noun == 0 || !_document[noun - 1].Tag.IsProperNoun()) return -1;
        foreach (var name in _document.Names)
        {
            if (name.Tokens.End == noun && name.Kind is not NameKind.Person) return noun - 1;
        }

        return -1;
    }

    /// <summary>"Ministry: two killed in blast" and "Two killed in blast: ministry" of headlines, "Karim: “…”" of transcripts.</summary>
    private Attribution? ReadColon(TokenRange sentence)
    {
        var isTitle = _report.IsTitle(_document.SentenceOf(sentence.First));
        int colon = -1, dash = -1;
        for (var t = sentence.First + 1; t < sentence.End - 1; t++)
        {
            if (_quotes.IsInside(t)) continue;
            if (colon < 0 && _document[t].Form == ":") colon = t;
            if (_document[t] is { SpaceBefore: true, Form: "-" or "–" or "—" } && _document[t + 1].SpaceBefore) dash = t;
        }

        if (colon >= 0)
        {
            var left = new TokenRange(sentence.First, colon);
            var right = new TokenRange(colon + 1, sentence.End);
            if (IsSource(left) && (isTitle ? !IsPlace(left) && (IsClausal(right) || IsOfEvent(right)) : _quotes.Opens(right.First))) return OfColon(left, colon, right);
            return isTitle && IsSource(right) && right.Count <= 3 && IsClausal(left) ? OfColon(right, colon, left) : null;
        }

        // "Priest killed by rebels - police"; what stands there most often is the outlet.
        if (!isTitle || dash < 0) return null;
        var (said, by) = (new TokenRange(sentence.First, dash), new TokenRange(dash + 1, sentence.End));
        return by.Count <= 3 && IsSource(by) && IsClausal(said) && _lexicon.IsAgent(_document, by.End - 1) && !said.Contains(_document[by.End - 1].Head) ? OfColon(by, dash, said) : null;
    }

    /// <summary>"Mali: army kills 30": where it happened, and no government that speaks.</summary>
    private bool IsPlace(TokenRange tokens)
    {
        foreach (var name in _document.Names)
        {
            if (name.Tokens == tokens) return name.Kind == NameKind.Location;
        }

        return false;
    }

    /// <summary>"Ukraine behind attack on bridge": an event, without a verb.</summary>
    private bool IsOfEvent(TokenRange tokens)
    {
        for (var t = tokens.First; t < tokens.End; t++)
        {
            if (_lexicon.IsMute(_document, t)) return true;
        }

        return false;
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
        IsPaper = IsPaper(head),
        IsClaim = entry.IsClaim,
    };

    /// <summary>"a statement", "the letter": what somebody speaks by, and no outlet.</summary>
    private bool IsPaper(int head) => head >= 0 && !_document[head].Tag.IsProperNoun() && _lexicon.IsMeans(_document, head);

    /// <summary>A short run of nouns that ends in a proper noun, a plural or a word for somebody who may speak: "Police:", "Minister:".</summary>
    private bool IsSource(TokenRange tokens)
    {
        if (tokens.IsEmpty || tokens.Count > 6) return false;
        for (var t = tokens.First; t < tokens.End; t++)
        {
            if (!_document[t].Tag.IsNoun() && !_document[t].Tag.IsAdjective() && _document[t].Tag is not (PartOfSpeech.DT or PartOfSpeech.POS or PartOfSpeech.HYPH)) return false;
        }

        return _document[tokens.End - 1].Tag is PartOfSpeech.NNP or PartOfSpeech.NNPS or PartOfSpeech.NNS || _lexicon.IsSpeaker(_document, tokens.End - 1);
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
