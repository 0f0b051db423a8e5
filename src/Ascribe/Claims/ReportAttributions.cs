using Ascribe.Language;
using Ascribe.Lexicons;
using Ascribe.Reports;
using Ascribe.Times;

namespace Ascribe.Claims;

/// <summary>The attributions of one report while they are read, sentence after sentence: each cue goes to the reader of its frame.</summary>
internal sealed class ReportAttributions
{
    private readonly ReportDocument _report;
    private readonly Document _document;
    private readonly CueLexicon _lexicon;
    private readonly ClaimWords _words;
    private readonly QuotationMarks _quotes;
    private readonly Segments _segments;
    private readonly DayPhrases _days;
    private readonly SpeakerFinder _speakers;
    private readonly AttributionTraits _traits;
    private readonly OwnClaimFinder _owned;
    private readonly ColonReader _colons;
    private readonly AccordingCueReader _according;
    private readonly BareCueReader _bare;
    private readonly NounCueReader _nouns;
    private readonly SetInCueReader _setIn;
    private readonly VerbCueReader _verbs;
    private readonly CitedSources _cited;

    public ReportAttributions(ReportDocument report, IReadOnlyList<TimeMention> times, CueLexicon lexicon, ClaimWords words)
    {
        _report = report;
        _document = report.Document;
        _lexicon = lexicon;
        _words = words;
        _quotes = report.Quotations;
        _segments = new Segments(_document, _quotes);
        _days = new DayPhrases(_document, words, times);
        var nouns = new SpeakerNouns(_document, words);
        _speakers = new SpeakerFinder(_document, words, _segments, nouns, new SpeakerByOrder(_document, _quotes, words, _segments, nouns));
        _traits = new AttributionTraits(_document, _quotes, lexicon, words, times);
        _owned = new OwnClaimFinder(_document, lexicon, words, _segments, _speakers);
        _colons = new ColonReader(report, lexicon, _traits);
        var media = new MediaFinder(_document, lexicon);
        var contentEnd = new ContentEnd(_document, _quotes, _segments, lexicon, words, media);
        _according = new AccordingCueReader(_document, _quotes, lexicon, words, _segments, contentEnd, _traits);
        _bare = new BareCueReader(_document, _quotes, words, _traits);
        _nouns = new NounCueReader(_document, _quotes, words, _traits);
        _setIn = new SetInCueReader(_document, _quotes, lexicon, words, nouns, _traits);
        var contents = new ContentFinder(_document, _quotes, _segments, lexicon, words, _days, contentEnd);
        var verbSpeakers = new VerbSpeakerFinder(_document, lexicon, words, _segments, _speakers, _traits, media);
        _verbs = new VerbCueReader(_document, _quotes, lexicon, words, verbSpeakers, contents, _traits, media);
        _cited = new CitedSources(_document, lexicon, _segments, _traits);
    }

    public List<Attribution> Found { get; } = [];

    /// <summary>Those that are claims, each of one speaker and one quotation.</summary>
    public List<Attribution> Claims() => new SingleClaims(_document, _lexicon, _segments, _traits).Of(Found);

    public void ReadSentence(int index)
    {
        var sentence = _document.SentenceTokens(index);
        var before = Found.Count;
        if (_colons.Read(sentence) is { } colon) Found.Add(colon);
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
            else if (CueAt(t) is { } match)
            {
                if (Forgone(match) is { } forgone)
                {
                    Add(ReadForgone(match, forgone));
                    t = forgone.Tokens.End - 1;
                    continue;
                }

                var known = Found.Count;
                if (known == before || Found[^1].Cue != match.Tokens) Add(_setIn.Read(match, sentence) ?? ReadCue(match));

                // "are not known to have used it": words that withhold nothing are left to the verb.
                if (Found.Count > known || match.Value.Frame != CueFrame.Bare) t = match.Tokens.End - 1;
            }
            else if (!_quotes.IsInside(t) && EntryWithComplement(t) is { } entry)
            {
                Add(_verbs.Read(CueSite.At(_document, _words, TokenRange.Of(t), entry), Found));
            }
            else if (MayGovern(t))
            {
                Add(_verbs.Read(CueSite.At(_document, _words, TokenRange.Of(t), CueEntry.Unlisted), Found));
            }
        }

        if (Found.Count > before && ReadFinal(sentence) is { Voice: Voice.Document } relaying) Found.Add(relaying);
        _cited.In(sentence, Found, before);
        if (Found.Count > before) return;
        if (ReadStray(sentence) is { } stray) Found.Add(stray);
        else if (before > 0) Continue(sentence);
    }

    /// <summary>The cue at the token; of a verb also one whose other words stand behind a day: "declined on Monday to comment", and no "called on".</summary>
    private PhraseMatcher<CueEntry>.Match? CueAt(int token)
    {
        if (_document[token].Tag.IsVerb() && _days.Behind(token + 1) is var rest && rest > token + 1 && rest < _document.Count)
        {
            if (_lexicon.CueApart(_document, token, rest) is { } apart) return new PhraseMatcher<CueEntry>.Match(new TokenRange(token, apart.Tokens.End), apart.Value);
            if (_lexicon.CueAt(_document, token) is { } plain && plain.Tokens.End > token + 1) return null;
        }

        return _lexicon.CueAt(_document, token);
    }

    /// <summary>"declined to confirm", "refused on Monday to blame", "stopped short of claiming": the cue that a verb of leaving undone governs, or null.</summary>
    private PhraseMatcher<CueEntry>.Match? Forgone(PhraseMatcher<CueEntry>.Match match)
    {
        if (match.Value.Use != CueUse.Forgoing && match.Value.Stance != Stance.Withholds || match.Value.Frame is not (CueFrame.Clause or CueFrame.Object)) return null;
        var next = _days.Behind(match.Tokens.End);
        if (next + 1 < _document.Count && _words.Is(next, ClaimWordUse.To)) next++;
        if (next >= _document.Count || _document[next].Tag is not (PartOfSpeech.VB or PartOfSpeech.VBG) || _quotes.IsInside(next)) return null;
        return CueAt(next) is { Value: { IsClaim: true, Frame: CueFrame.Clause or CueFrame.Addressed or CueFrame.Object } } inner ? inner : null;
    }

    /// <summary>What is left unsaid by the inner verb, as one that is negated: "declined to confirm" withholds. Who does not condemn says nothing by it.</summary>
    private Attribution? ReadForgone(PhraseMatcher<CueEntry>.Match outer, PhraseMatcher<CueEntry>.Match inner)
    {
        if (inner.Value.Negated == inner.Value.Stance && inner.Value.Stance != Stance.Withholds) return null;
        var site = CueSite.At(_document, _words, inner.Tokens, inner.Value);
        return _verbs.Read(site with { IsNegated = true, Cue = new TokenRange(outer.Tokens.First, inner.Tokens.End) }, Found);
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
            || _document[token - 1].Tag is PartOfSpeech.DT or PartOfSpeech.PRPS or PartOfSpeech.POS or PartOfSpeech.IN or PartOfSpeech.CD && _document[token - 1].Relation != Dependency.CcPreconj || _document[token - 1].Tag == PartOfSpeech.WPS
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
        if (Segments.IsFinite(_document, sentence)) return ReadFinal(sentence);
        for (var t = sentence.First + 1; t < sentence.End - 1; t++)
        {
            if (_document[t].Tag is not (PartOfSpeech.JJ or PartOfSpeech.VBN) || !_document[t - 1].Tag.IsNoun() || _quotes.IsInside(t)) continue;
            if (_lexicon.WithForm(_document, t) is { } entry)
                return _verbs.Read(CueSite.At(_document, _words, TokenRange.Of(t), entry) with { IsPassive = false, IsStray = true }, Found);
        }

        return null;
    }

    /// <summary>"…, the station reports/NNS.": a cue as the last word behind a comma and a phrase.</summary>
    private Attribution? ReadFinal(TokenRange sentence)
    {
        var last = sentence.End - 1;
        while (last > sentence.First && _document[last].Tag == PartOfSpeech.FullStop) last--;
        if (last < sentence.First + 4 || !_document[last].Tag.IsNoun() || _quotes.IsInside(last) || _lexicon.WithForm(_document, last) is not { Frame: CueFrame.Clause } entry) return null;
        var site = CueSite.At(_document, _words, TokenRange.Of(last), entry) with { IsPassive = false, IsStray = true };
        return _speakers.At(site).Follows ? _verbs.Read(site, Found) : null;
    }

    /// <summary>A verb outside the lexicon that governs a "that" clause or a quotation.</summary>
    private bool MayGovern(int token)
    {
        if (!_document[token].Tag.IsVerb() || _document[token].Tag == PartOfSpeech.VB || _quotes.IsInside(token)) return false;
        foreach (var child in _document.Children(token))
        {
            if (child < token || _document[child].Relation != Dependency.Ccomp) continue;
            var first = _document.Subtree(child).First;
            return first == token + 1 && _words.Is(first, ClaimWordUse.That) && _document[first].Tag == PartOfSpeech.IN || first > token && _quotes.Opens(first) && _quotes.At(first).Count > 4;
        }

        return false;
    }

    private Attribution? ReadCue(PhraseMatcher<CueEntry>.Match match)
    {
        if (match.Value.Use is CueUse.Publishing or CueUse.Forgoing) return null;
        switch (match.Value.Frame)
        {
            case CueFrame.According:
                return _according.Read(match);
            case CueFrame.Bare:
                return _bare.Read(match);
            case CueFrame.Noun:
                return _nouns.Read(match);
        }

        var verb = match.Tokens.First;
        if (!_document[verb].Tag.IsVerb() || _quotes.IsInside(verb)) return null;
        return _verbs.Read(CueSite.At(_document, _words, match.Tokens, match.Value), Found);
    }

    /// <summary>"held the army responsible": a verb that makes a cue with what it says of its object. Null: none.</summary>
    private CueEntry? EntryWithComplement(int verb) => _document[verb].Tag.IsVerb() ? _lexicon.WithComplement(_document, verb) : null;
}
