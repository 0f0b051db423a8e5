using Ascribe.Language;
using Ascribe.Reports;

namespace Ascribe.Claims;

/// <summary>Finds what is said at a cue: the clause behind it, the sentence around it, or a quotation.</summary>
internal sealed class ContentFinder(Document document, QuotationMarks quotes, Segments segments, CueLexicon lexicon, ClaimWords words, DayPhrases days, ContentEnd contentEnd)
{
    /// <summary>In tokens.</summary>
    private const int LongestDateline = 10;

    /// <summary>In text order; empty where nothing is found.</summary>
    /// <param name="taken">Up to this token, quotations were given to earlier cues.</param>
    public List<TokenRange> Of(CueSite site, SpeakerPhrase speaker, int taken)
    {
        var pieces = new List<TokenRange>();
        if (site.IsPassive && (speaker.IsNobody || site.Entry.Frame != CueFrame.Addressed)) AddPassive(site, speaker, pieces);
        else if (speaker.Follows) AddAround(site, speaker, taken, pieces);
        else AddBehind(site, speaker, pieces);
        if (pieces.Count == 0 && !speaker.Follows && site.Entry.Frame != CueFrame.Object) AddBefore(site, speaker, pieces);
        if (pieces.Count == 0 && site.Entry.Frame == CueFrame.Object && site.Words.Count > 1) pieces.Add(site.Words);
        if (pieces.Count == 0 && !speaker.Follows) AddAntecedent(site, pieces);

        // "could not be reached for comment": the words are the whole of it.
        if (site.Words.Count > 1 && pieces is [var piece] && site.Words.Contains(piece) && document[piece.End - 1].Relation == Dependency.Obl) pieces[0] = site.Words;
        return Join(pieces);
    }

    /// <summary>"a charge that Israel denied": the relative clause's noun, where it names what is said.</summary>
    private void AddAntecedent(CueSite site, List<TokenRange> pieces)
    {
        var verb = document[site.Verb];
        if ((verb.Relation == Dependency.AclRelcl || verb.Relation == Dependency.Acl && site.Entry.Stance != Stance.Asserts) && verb.Tag != PartOfSpeech.VB && verb.Head >= 0 && verb.Head < site.Verb && lexicon.CueAt(document, verb.Head) is { Value: { Frame: CueFrame.Noun, IsClaim: true } })
            AddPiece(pieces, document.NounPhrase(verb.Head));

        // "Kenya accused Ethiopia of the shelling, which Ethiopia denied"
        if (pieces.Count == 0 && site.Entry.Stance is Stance.Denies or Stance.Confirms && document.Child(site.Verb, Dependency.Obj) is >= 0 and var what && document[what].Tag == PartOfSpeech.WDT && what < site.Verb)
            AddPiece(pieces, TokenRange.Of(what));
    }

    /// <summary>"… on Tuesday, police said", "The blast, police said, …", "“…,” said the minister. “…”"</summary>
    private void AddAround(CueSite site, SpeakerPhrase speaker, int taken, List<TokenRange> pieces)
    {
        var first = Math.Min(speaker.Tokens.First, site.Cue.First);
        var end = segments.End(Math.Max(speaker.Tokens.End, site.Words.End), site.Sentence.End);
        var from = site.Sentence.First;

        // A quotation that began sentences ago ends here.
        if (FromQuotation(from, first, taken) is var opened && opened < from) from = opened;
        else from = BehindDateline(from, first);
        // Whoever was named sentences ago leaves nothing before the cue.
        var before = new TokenRange(from, Math.Max(from, first));
        AddPiece(pieces, before);
        if (end + 1 >= site.Sentence.End || document[end].Tag != PartOfSpeech.Comma && !quotes.Opens(end)) return;
        var rest = quotes.Opens(end) ? end : end + 1;
        if (quotes.Opens(rest)) AddPiece(pieces, WithQuotation(new TokenRange(rest, quotes.At(rest).End), site));
        else if (!Segments.IsFinite(document, before) && (Segments.IsFinite(document, new TokenRange(rest, site.Sentence.End)) || IsWithoutVerb(before)))
            AddPiece(pieces, new TokenRange(rest, site.Sentence.End));
    }

    /// <summary>Where a quotation began that ends before the cue, or the head of the sentence.</summary>
    private int FromQuotation(int from, int first, int taken) =>
        quotes.At(from) is { IsEmpty: false } quotation && quotation.First < from && quotation.End <= first + 1 ? Math.Max(quotation.First, taken) : from;

    /// <summary>"The two groups, he said, share …", whatever the parse makes of the verb.</summary>
    private bool IsWithoutVerb(TokenRange tokens)
    {
        for (var t = tokens.First; t < tokens.End; t++)
        {
            if (document[t].Tag.IsVerb() || quotes.IsInside(t)) return false;
        }

        return !tokens.IsEmpty;
    }

    /// <summary>"GOMA, Congo — Gunmen killed …": what stands before a dash at the head of a sentence, without a verb, is no part of what is said.</summary>
    private int BehindDateline(int from, int first)
    {
        for (var t = from; t < Math.Min(first, from + LongestDateline); t++)
        {
            if (document[t].Form is "—" or "–" or "--") return Segments.IsFinite(document, new TokenRange(from, t)) ? from : t + 1;
        }

        return from;
    }

    private void AddBehind(CueSite site, SpeakerPhrase speaker, List<TokenRange> pieces)
    {
        if (IsInFreeRelative(site))
        {
            AddPiece(pieces, new TokenRange(site.Words.End, Math.Max(site.Words.End + 1, segments.End(site.Words.End, site.Sentence.End))));
            return;
        }

        var first = FirstBehind(site, speaker);

        // A text that is cut off behind "called for" tells nothing there.
        if (first < 0 || first >= site.Sentence.End) return;
        var end = contentEnd.Of(site, first);
        if (document[speaker.Tokens.IsEmpty ? site.Verb : speaker.Tokens.First].Tag is PartOfSpeech.WP or PartOfSpeech.WDT) end = contentEnd.BeforeMainVerb(first, end);
        AddPiece(pieces, WithQuotation(new TokenRange(first, Math.Max(first, end)), site));
    }

    /// <summary>"wounded by what he says was a live round", "fired on what they said were rebels": a finite verb follows the cue, which hangs on "what".</summary>
    private bool IsInFreeRelative(CueSite site) =>
        site.Entry.Frame == CueFrame.Clause && document[site.Verb] is { Relation: Dependency.AclRelcl, Head: >= 0 and var what } && document[what] is { Tag: PartOfSpeech.WP, Relation: not Dependency.Nsubj } && what < site.Verb && words.Is(what, ClaimWordUse.Question)
        && site.Words.End < site.Sentence.End && document[site.Words.End].Tag is PartOfSpeech.VBD or PartOfSpeech.VBZ or PartOfSpeech.VBP or PartOfSpeech.MD;

    /// <summary>"neither confirmed nor denied carrying out the strike", "has yet to confirm the deaths": what is said hangs on the last of two verbs.</summary>
    private int Last(CueSite site)
    {
        var last = site.Words.End - 1;
        return document[last].Tag.IsVerb() && document[last].Relation is Dependency.Conj or Dependency.Xcomp && document[last].Head == site.Verb ? last : site.Verb;
    }

    /// <summary>The first token of what is said behind the cue, or -1.</summary>
    private int FirstBehind(CueSite site, SpeakerPhrase speaker)
    {
        var isObject = site.Entry.Frame == CueFrame.Object;
        int clause = -1, thing = -1;
        foreach (var child in document.Children(Last(site)))
        {
            if (child < site.Verb || speaker.Tokens.Contains(child)) continue;
            var relation = document[child].Relation;

            // "condemned on Monday the bombing of a market": the day is none of it.
            if (isObject && relation == Dependency.Obl && days.Behind(document.Subtree(child).First) > child) continue;

            // "found abandoned", "declared dead": what becomes of a thing, and nothing said.
            if (relation == Dependency.Xcomp && !isObject && document[child].Tag is PartOfSpeech.VBN or PartOfSpeech.JJ && document.Child(child, Dependency.Aux) < 0) continue;
            if (relation is Dependency.Ccomp or Dependency.Xcomp or Dependency.Csubj || relation == Dependency.Parataxis && !isObject)
            {
                if (clause < 0) clause = Math.Max(document.Subtree(child).First, isObject ? site.Verb + 1 : site.Words.End);
            }
            else if (relation == Dependency.Advcl && site.Entry.Frame == CueFrame.Clause && IsPerfectInfinitive(child))
            {
                // "claimed through its agency to have killed seven soldiers": the parse takes it for the purpose.
                if (clause < 0) clause = document.Subtree(child).First;
            }
            else if (relation is Dependency.Obj || relation is Dependency.Obl or Dependency.Advcl or Dependency.Advmod or Dependency.Nmod && isObject)
            {
                if (site.Entry.Frame == CueFrame.Addressed || relation == Dependency.Advmod && !site.Words.Contains(child) && document[child].Relation == Dependency.Advmod) continue;
                if (thing < 0) thing = Math.Max(document.Subtree(child).First, site.Verb + 1);
            }
        }

        if (isObject)
        {
            var start = thing >= 0 && (clause < 0 || thing < clause) ? thing : clause;
            if (start < 0) return site.IsStray && site.Words.End < site.Sentence.End ? site.Words.End : -1;

            // The preposition of "called for" belongs to the cue, the noun of "claimed responsibility" to what is said.
            while (start < site.Words.End && !document[start].Tag.IsNoun() && !(document[start].Tag == PartOfSpeech.DT && site.Entry.Stance == Stance.ClaimsOwn)) start++;
            return Math.Max(start, Math.Min(site.Words.End, start));
        }

        // "did not say whether talks, suspended in March, would go on": the question's word opens it, whatever the parse.
        if (site.Words.End < site.Sentence.End && OpensQuestion(site.Words.End)) return site.Words.End;

        // "told reporters on Friday that …"
        for (var t = site.Words.End; t < site.Sentence.End && t < site.Words.End + 12 && (clause < 0 || t < clause); t++)
        {
            if (words.Is(t, ClaimWordUse.That) && document[t].Tag is PartOfSpeech.IN or PartOfSpeech.WDT) return t;
            if (document[t].Tag is PartOfSpeech.VBD or PartOfSpeech.VBZ or PartOfSpeech.VBP or PartOfSpeech.MD) break;
        }

        if (clause < 0 && InfinitiveBehindDay(site) is >= 0 and var infinitive) return infinitive;
        var quote = QuotationBehind(site);
        if (clause >= 0 && (quote < 0 || clause <= quote || !IsMereAddressee(site, clause, quote))) return clause;
        if (quote >= 0) return quote;
        if (Unparsed(site) is >= 0 and var unparsed) return unparsed;
        if (thing < 0 && site.IsStray && site.Words.End < site.Sentence.End) return site.Words.End;
        return thing >= 0 && !IsPerson(thing) ? thing : -1;
    }

    /// <summary>"to have killed"</summary>
    private bool IsPerfectInfinitive(int verb) =>
        document[verb].Tag == PartOfSpeech.VBN && document.Child(verb, Dependency.Aux) >= 0 && document.Child(verb, Dependency.Mark) is >= 0 and var to && document[to].Tag == PartOfSpeech.TO;

    /// <summary>"pledged on Monday to try them", "vowed late on Sunday to hit back": the infinitive behind a day, on which the parse may hang it; -1: none.</summary>
    private int InfinitiveBehindDay(CueSite site)
    {
        if (site.Entry.Stance != Stance.Expects || days.Behind(site.Words.End) is var to && (to == site.Words.End || to + 1 >= site.Sentence.End)) return -1;
        return words.Is(to, ClaimWordUse.To) && document[to + 1].Tag == PartOfSpeech.VB ? to : -1;
    }

    /// <summary>"said the road was open" where the parse sees no clause: a noun phrase and a finite verb follow the cue.</summary>
    private int Unparsed(CueSite site)
    {
        if (site.Entry.Frame != CueFrame.Clause || !site.Entry.IsClaim || site.Entry.Stance is not (Stance.Asserts or Stance.Confirms)) return -1;
        var first = site.Words.End;
        while (first < site.Sentence.End && document[first].Tag == PartOfSpeech.RB) first++;
        var begins = first < site.Sentence.End && (document[first].Tag.IsNoun()
            || document[first].Tag is PartOfSpeech.PRP or PartOfSpeech.PRPS or PartOfSpeech.DT or PartOfSpeech.EX or PartOfSpeech.CD or PartOfSpeech.JJ);
        return begins && Segments.IsFinite(document, new TokenRange(first, site.Sentence.End)) ? first : -1;
    }

    /// <summary>Between cue and quotation stand no words of a clause of their own.</summary>
    private bool IsMereAddressee(CueSite site, int clause, int quote) => !Segments.IsFinite(document, new TokenRange(Math.Min(clause, quote), quote));

    /// <summary>The opening mark of a quotation behind the cue in its sentence, with no finite verb between, or -1.</summary>
    private int QuotationBehind(CueSite site)
    {
        for (var t = site.Words.End; t < site.Sentence.End; t++)
        {
            if (quotes.Opens(t) && IsTitle(quotes.At(t))) t = quotes.At(t).End;
            if (t >= site.Sentence.End) return -1;
            if (quotes.Opens(t)) return quotes.At(t).Count > 4 ? t : -1;
            if (document[t].Tag is PartOfSpeech.VBD or PartOfSpeech.VBZ or PartOfSpeech.MD) return -1;
        }

        return -1;
    }

    /// <summary>"told the station's “Morning Talk.”": a name in quotation marks behind a noun, and no words of the speaker.</summary>
    private bool IsTitle(TokenRange quotation)
    {
        if (quotation.First == 0 || !document[quotation.First - 1].Tag.IsNoun() && document[quotation.First - 1].Tag is not (PartOfSpeech.POS or PartOfSpeech.IN)) return false;
        for (var t = quotation.First; t < quotation.End; t++)
        {
            if (!document[t].Tag.IsPunctuation() && char.IsLower(document[t].Text[0]) && document[t].Tag is not (PartOfSpeech.IN or PartOfSpeech.DT or PartOfSpeech.CC)) return false;
        }

        return true;
    }

    private bool OpensQuestion(int token) =>
        words.Is(token, ClaimWordUse.Whether) || document[token].Tag is PartOfSpeech.WRB or PartOfSpeech.WP && words.Is(token, ClaimWordUse.Question);

    private bool IsPerson(int token) => document[token].Tag is PartOfSpeech.PRP && !words.Is(token, ClaimWordUse.Expletive);

    /// <summary>"… was believed to", "two were reported killed".</summary>
    private void AddPassive(CueSite site, SpeakerPhrase speaker, List<TokenRange> pieces)
    {
        foreach (var child in document.Children(site.Verb))
        {
            var relation = document[child].Relation;
            if (speaker.Tokens.Contains(child)) continue;
            if (relation is Dependency.Ccomp or Dependency.Xcomp or Dependency.NsubjPass or Dependency.CsubjPass or Dependency.Csubj
                || relation == Dependency.Nsubj && child < site.Verb && site.IsBare
                || relation == Dependency.Parataxis && child < site.Verb
                || relation is Dependency.Obl or Dependency.Advcl or Dependency.Obj && child > site.Verb && site.Entry is { Frame: CueFrame.Object, Stance: Stance.Accuses })
            {
                var subtree = document.Subtree(child);
                if (document[child].Tag is PartOfSpeech.WDT or PartOfSpeech.WP || words.Is(child, ClaimWordUse.Expletive)) continue;
                if (subtree.Contains(site.Verb) || subtree.Overlaps(speaker.Tokens)) continue;
                AddPiece(pieces, subtree);
            }
        }

        // "was accused by the bishop of killing the priest": the parse hangs the deed on whoever accuses.
        if (site.Entry.Stance == Stance.Accuses && !speaker.IsNobody)
        {
            foreach (var child in document.Children(speaker.Head))
            {
                if (child > site.Verb && document[child] is { Relation: Dependency.Acl, Tag: PartOfSpeech.VBG } && document.Child(child, Dependency.Mark) >= 0) AddPiece(pieces, document.Subtree(child));
            }
        }

        if (pieces.Count == 0 && quotes.At(Math.Min(site.Words.End, site.Sentence.End - 1)) is { IsEmpty: false } quotation && quotation.First >= site.Words.End) AddPiece(pieces, quotation);
    }

    /// <summary>The parse alone says that what is said stands before the cue.</summary>
    private void AddBefore(CueSite site, SpeakerPhrase speaker, List<TokenRange> pieces)
    {
        foreach (var child in document.Children(site.Verb))
        {
            if (child < site.Verb && document[child].Relation is Dependency.Ccomp or Dependency.Parataxis && !speaker.Tokens.Contains(child))
            {
                var subtree = document.Subtree(child);
                AddPiece(pieces, new TokenRange(subtree.First, Math.Min(subtree.End, Math.Max(subtree.First, Math.Min(site.Cue.First, speaker.IsNobody ? site.Cue.First : Math.Max(subtree.First, speaker.Tokens.First))))));
            }
        }

        if (pieces.Count > 0) return;
        var verb = document[site.Verb];
        if (verb.Relation is Dependency.Parataxis or Dependency.Ccomp && verb.Head >= 0)
        {
            var first = speaker.IsNobody ? site.Cue.First : Math.Min(site.Cue.First, speaker.Tokens.First);
            if (first > site.Sentence.First && segments.IsBreak(first - 1)) AddPiece(pieces, new TokenRange(FromQuotation(site.Sentence.First, first, 0), first));
        }

        // "…, the agency quoted the army as saying"
        if (pieces.Count == 0 && verb.Tag == PartOfSpeech.VBG && verb.Head >= 0 && verb.Head < site.Verb && lexicon.IsCiting(document, verb.Head) && site.Words.End == site.Sentence.End)
        {
            var opens = verb.Head;
            while (opens > site.Sentence.First && !segments.IsBreak(opens - 1)) opens--;
            AddPiece(pieces, new TokenRange(FromQuotation(site.Sentence.First, opens, 0), opens));
        }

        if (pieces.Count > 0) return;
        for (var t = site.Sentence.First; t < site.Sentence.End; t++)
        {
            if (!quotes.Opens(t) || quotes.At(t) is not { Count: > 4 } quotation) continue;
            AddPiece(pieces, quotation);
            return;
        }
    }

    /// <summary>A quotation that goes on beyond the tokens belongs to them whole.</summary>
    private TokenRange WithQuotation(TokenRange tokens, CueSite site)
    {
        if (tokens.IsEmpty) return tokens;
        var quotation = quotes.At(tokens.End - 1);
        if (quotation.IsEmpty || quotation.First < tokens.First && !quotes.Opens(tokens.First)) return tokens;
        return quotation.End > tokens.End && quotation.First > site.Verb ? new TokenRange(tokens.First, quotation.End) : tokens;
    }

    private void AddPiece(List<TokenRange> pieces, TokenRange tokens)
    {
        var piece = Segments.WithoutMarks(document, tokens);
        if (!piece.IsEmpty) pieces.Add(piece);
    }

    private static List<TokenRange> Join(List<TokenRange> pieces)
    {
        if (pieces.Count < 2) return pieces;
        pieces.Sort();
        var joined = new List<TokenRange> { pieces[0] };
        for (var i = 1; i < pieces.Count; i++)
        {
            if (pieces[i].First <= joined[^1].End) joined[^1] = joined[^1].Union(pieces[i]);
            else joined.Add(pieces[i]);
        }

        return joined;
    }
}
