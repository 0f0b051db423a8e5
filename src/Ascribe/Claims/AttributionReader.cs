using Ascribe.Events;
using Ascribe.Language;
using Ascribe.Lexicons;
using Ascribe.Reports;
using Ascribe.Times;

namespace Ascribe.Claims;

/// <summary>
/// Finds who says what: a cue from the lexicon (or any verb with a subject and a clause that it governs as what is said), the source in its
/// subject, the content in its clause, its object, or the quotation around it.
/// </summary>
internal sealed class AttributionReader
{
    private readonly PhraseMatcher<CueEntry> _cues = new();
    private readonly PhraseMatcher<Certainty> _hedges = new();
    private readonly PhraseMatcher<Voice> _voices = new();

    private AttributionReader()
    {
    }

    public static AttributionReader Load(string language)
    {
        var reader = new AttributionReader();
        foreach (var row in LexiconTable.Load($"{language}/reporting-cues.tsv").Rows)
        {
            var stance = row.Value("stance", Stance.Asserts);
            reader._cues.Add(row["phrase"], new CueEntry(
                stance, row.Value("certainty", Certainty.Certain), row.Value("frame", CueFrame.Clause), row.Value("negated", stance)));
        }

        foreach (var row in LexiconTable.Load($"{language}/hedges.tsv").Rows) reader._hedges.Add(row["phrase"], row.Value("certainty", Certainty.Hedged));
        foreach (var row in LexiconTable.Load($"{language}/voices.tsv").Rows) reader._voices.Add(row["phrase"], row.Value("voice", Voice.Document));
        return reader;
    }

    public IReadOnlyList<Attribution> Read(ReportDocument report, IReadOnlyList<TimeMention> times)
    {
        var document = report.Document;
        var quotes = new QuotationMarks(document);
        var found = new List<Attribution>();
        for (var s = 0; s < document.SentenceCount; s++)
        {
            if (!report.IsStory(s)) continue;
            var sentence = document.SentenceTokens(s);
            var before = found.Count;
            for (var t = sentence.First; t < sentence.End; t++)
            {
                if (_cues.Longest(document, t) is { } match)
                {
                    if (ReadCue(document, quotes, times, match) is { } attribution) found.Add(attribution);
                    t = match.Tokens.End - 1;
                }
            }

            if (found.Count == before && before > 0) Continue(document, quotes, sentence, found);
        }

        LinkNested(found);
        return found;
    }

    /// <summary>A sentence that lies wholly inside a quotation goes on with what the last speaker says.</summary>
    private static void Continue(Document document, QuotationMarks quotes, TokenRange sentence, List<Attribution> found)
    {
        for (var t = sentence.First; t < sentence.End; t++)
        {
            if (!quotes.IsInside(t)) return;
        }

        var last = found[^1];
        if (last.Form == QuotationForm.Indirect || document.SentenceOf(last.Content[^1].First) < document.SentenceOf(sentence.First) - 1) return;
        found[^1] = last with { Content = [.. last.Content, sentence] };
    }

    private Attribution? ReadCue(Document document, QuotationMarks quotes, IReadOnlyList<TimeMention> times, PhraseMatcher<CueEntry>.Match match)
    {
        var entry = match.Value;
        if (entry.Frame == CueFrame.According) return ReadAccording(document, quotes, match);
        var verb = match.Tokens.First;
        if (!document[verb].Tag.IsVerb() || quotes.IsInside(verb)) return null;
        var passive = Clause.IsPassive(document, verb) && document[verb].Tag == PartOfSpeech.VBN && HasPassiveMark(document, verb);
        var source = SourceOf(document, verb, passive, out var sourceHead);
        var content = ContentOf(document, quotes, match, entry, passive, sourceHead);
        if (content.Count == 0) return null;
        if (sourceHead < 0 && !passive) return null;
        var cue = CueSpan(document, match.Tokens, out var negated);
        var stance = negated ? entry.Negated : entry.Stance;
        var absent = sourceHead >= 0 && document.Child(sourceHead, Dependency.Det) is var det and >= 0 && document[det].Form == "no" || sourceHead >= 0 && document[sourceHead].Form is "nobody" or "none";
        if (absent)
        {
            stance = entry.Stance == Stance.ClaimsOwn ? Stance.Absent : entry.Negated;
            source = default;
            sourceHead = -1;
        }

        return new Attribution
        {
            Source = source,
            SourceHead = sourceHead,
            Cue = cue,
            Content = content,
            Form = FormOf(quotes, content),
            Stance = stance,
            Certainty = CertaintyOf(document, entry, content),
            Polarity = PolarityOf(document, content),
            Voice = sourceHead < 0 ? Voice.Passive : VoiceOf(document, source, sourceHead),
            Via = ViaOf(document, verb),
            Made = MadeOf(document, times, verb, content),
        };
    }

    private static bool HasPassiveMark(Document document, int verb) =>
        document.Child(verb, Dependency.AuxPass) >= 0 || document.Child(verb, Dependency.NsubjPass) >= 0 || document[verb].Relation == Dependency.Acl;

    private static TokenRange SourceOf(Document document, int verb, bool passive, out int head)
    {
        head = -1;
        var found = new List<int>();
        if (passive) Clause.ByAgents(document, verb, found);
        else Clause.Subjects(document, verb, found);
        if (found.Count == 0) return default;
        head = found[0];
        if (document[head].Tag is PartOfSpeech.WP or PartOfSpeech.WDT or PartOfSpeech.EX) return TokenRange.Of(head);

        // The phrase with its appositions, but without the cue itself and what hangs on it.
        var subtree = document.Subtree(head);
        int first = subtree.First, end = subtree.End;
        if (verb >= first && verb < end) (first, end) = verb > head ? (first, Math.Max(head + 1, Math.Min(end, FirstOf(document, verb)))) : (Math.Min(head, verb + 1), end);
        while (end > head + 1 && document[end - 1].Tag.IsPunctuation()) end--;
        while (first < head && document[first].Tag.IsPunctuation()) first++;
        return new TokenRange(first, end);
    }

    private static int FirstOf(Document document, int verb)
    {
        var first = document.Subtree(verb).First;
        return first <= verb && first > 0 ? Math.Max(first, 0) : verb;
    }

    private static List<TokenRange> ContentOf(
        Document document, QuotationMarks quotes, PhraseMatcher<CueEntry>.Match match, CueEntry entry, bool passive, int sourceHead)
    {
        var verb = match.Tokens.First;
        var sentence = document.SentenceTokens(document.SentenceOf(verb));
        var pieces = new List<TokenRange>();
        foreach (var child in document.Children(verb))
        {
            if (match.Tokens.Contains(child) && entry.Frame == CueFrame.Clause) continue;
            var relation = document[child].Relation;
            var said = relation is Dependency.Ccomp or Dependency.Xcomp or Dependency.CsubjPass
                || relation is Dependency.Parataxis && child < verb
                || relation is Dependency.Obj && (entry.Frame == CueFrame.Object || !IsPerson(document, child))
                || relation is Dependency.Obl or Dependency.Advcl && entry.Frame == CueFrame.Object && child > verb
                || relation is Dependency.NsubjPass && passive;
            if (said && child != sourceHead) pieces.Add(Trim(document, document.Subtree(child), sentence));
        }

        // "…, police said": the cue hangs on what is said.
        if (pieces.Count == 0 && document[verb].Relation is Dependency.Parataxis or Dependency.Ccomp && document[verb].Head is var main and >= 0)
        {
            var cue = document.Subtree(verb);
            if (cue.First > sentence.First) AddPiece(document, pieces, new TokenRange(sentence.First, cue.First), sentence);
            if (cue.End < sentence.End && cue.First > sentence.First && main > cue.End) AddPiece(document, pieces, new TokenRange(cue.End, sentence.End), sentence);
        }

        if (pieces.Count == 0 && entry is { Frame: CueFrame.Clause, Stance: Stance.Asserts or Stance.Confirms }) AddQuotations(document, quotes, sentence, pieces);
        if (pieces.Count == 0 && entry.Frame == CueFrame.Object) pieces.Add(match.Tokens);
        return Join(document, pieces);
    }

    private static bool IsPerson(Document document, int token) => document[token].Tag is PartOfSpeech.PRP;

    private static void AddQuotations(Document document, QuotationMarks quotes, TokenRange sentence, List<TokenRange> pieces)
    {
        var first = -1;
        for (var t = sentence.First; t <= sentence.End; t++)
        {
            var inside = t < sentence.End && quotes.IsInside(t);
            if (inside && first < 0) first = t;
            if (inside || first < 0) continue;
            if (t - first > 3) pieces.Add(new TokenRange(first, t));
            first = -1;
        }
    }

    private static void AddPiece(Document document, List<TokenRange> pieces, TokenRange tokens, TokenRange sentence)
    {
        var trimmed = Trim(document, tokens, sentence);
        if (!trimmed.IsEmpty) pieces.Add(trimmed);
    }

    /// <summary>Without commas and full stops at the ends; quotation marks stay.</summary>
    private static TokenRange Trim(Document document, TokenRange tokens, TokenRange sentence)
    {
        int first = tokens.First, end = Math.Min(tokens.End, sentence.End);
        static bool Plain(PartOfSpeech tag) => tag is PartOfSpeech.Comma or PartOfSpeech.FullStop or PartOfSpeech.Colon;
        while (end > first && Plain(document[end - 1].Tag)) end--;
        while (first < end && Plain(document[first].Tag)) first++;
        return new TokenRange(first, end);
    }

    /// <summary>In text order, adjoining pieces made one.</summary>
    private static List<TokenRange> Join(Document document, List<TokenRange> pieces)
    {
        pieces.RemoveAll(p => p.IsEmpty || p.Count == 1 && document[p.First].Tag is PartOfSpeech.WDT or PartOfSpeech.WP);
        pieces.Sort();
        var joined = new List<TokenRange>();
        foreach (var piece in pieces)
        {
            if (joined.Count > 0 && piece.First <= joined[^1].End) joined[^1] = joined[^1].Union(piece);
            else joined.Add(piece);
        }

        return joined;
    }

    /// <summary>The verb with its auxiliaries, negation and adverbs before it.</summary>
    private static TokenRange CueSpan(Document document, TokenRange cue, out bool negated)
    {
        negated = false;
        var first = cue.First;
        foreach (var child in document.Children(cue.First))
        {
            var token = document[child];
            if (token.Relation == Dependency.Advmod && (token.Lemma == "not" || token.Form is "n't" or "never")) negated = true;
            if (child < first && token.Relation is Dependency.Aux or Dependency.AuxPass or Dependency.Advmod && cue.First - child <= 3) first = child;
        }

        for (var t = first; t < cue.First; t++)
        {
            if (document[t].Relation is not (Dependency.Aux or Dependency.AuxPass or Dependency.Advmod)) return cue;
        }

        return new TokenRange(first, cue.End);
    }

    private Attribution? ReadAccording(Document document, QuotationMarks quotes, PhraseMatcher<CueEntry>.Match match)
    {
        var sentence = document.SentenceTokens(document.SentenceOf(match.Tokens.First));
        var source = -1;
        for (var t = match.Tokens.First; t < match.Tokens.End && source < 0; t++)
        {
            for (var head = document[t].Head; head >= match.Tokens.End && source < 0; head = -1) source = head;
        }

        if (source < 0 || !document[source].Tag.IsNoun() && document[source].Tag != PartOfSpeech.PRP) return null;
        var phrase = document.Subtree(source);
        phrase = Trim(document, new TokenRange(match.Tokens.End, Math.Max(match.Tokens.End + 1, phrase.End)), sentence);
        var frame = new TokenRange(match.Tokens.First, phrase.End);
        var content = new List<TokenRange>();
        if (frame.First > sentence.First) AddPiece(document, content, new TokenRange(sentence.First, frame.First), sentence);
        else AddPiece(document, content, new TokenRange(frame.End, sentence.End), sentence);
        if (content.Count == 0) return null;
        return new Attribution
        {
            Source = phrase,
            SourceHead = source,
            Cue = match.Tokens,
            Content = content,
            Form = FormOf(quotes, content),
            Stance = match.Value.Stance,
            Certainty = CertaintyOf(document, match.Value, content),
            Polarity = PolarityOf(document, content),
            Voice = VoiceOf(document, phrase, source),
        };
    }

    private static QuotationForm FormOf(QuotationMarks quotes, List<TokenRange> content)
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

    private Certainty CertaintyOf(Document document, CueEntry entry, List<TokenRange> content)
    {
        if (entry.Certainty != Certainty.Certain) return entry.Certainty;
        foreach (var piece in content)
        {
            foreach (var hedge in _hedges.All(document, piece)) return hedge.Value;
        }

        return Certainty.Certain;
    }

    private static Polarity PolarityOf(Document document, List<TokenRange> content)
    {
        for (var t = content[0].First; t < content[0].End; t++)
        {
            // Only a negation of the content's own head negates it.
            if (document[t].Relation != Dependency.Advmod || document[t].Form is not ("not" or "n't" or "never") || document[t].Head < 0) continue;
            var head = document[document[t].Head];
            if (head.Relation is Dependency.Ccomp or Dependency.Root or Dependency.Xcomp) return Polarity.Negative;
        }

        return Polarity.Positive;
    }

    private Voice VoiceOf(Document document, TokenRange source, int head)
    {
        if (_voices.Longest(document, head) is { } voice) return voice.Value;
        for (var t = source.First; t < source.End; t++)
        {
            if (document[t].Tag.IsProperNoun() && t >= head - 4) return document[head].Tag.IsProperNoun() || document[t].Relation is Dependency.Appos or Dependency.Flat ? Voice.Named : Voice.Unnamed;
        }

        return document[head].Tag == PartOfSpeech.PRP ? Voice.Named : Voice.Unnamed;
    }

    /// <summary>"said in a statement", "told the news agency".</summary>
    private List<TokenRange> ViaOf(Document document, int verb)
    {
        var via = new List<TokenRange>();
        foreach (var child in document.Children(verb))
        {
            if (document[child].Relation is Dependency.Obl or Dependency.Iobj or Dependency.Obj && _voices.Longest(document, child) is { Value: Voice.Document })
                via.Add(document.NounPhrase(child));
        }

        return via;
    }

    /// <summary>A day that hangs on the cue and not on what is said.</summary>
    private static TimeMention? MadeOf(Document document, IReadOnlyList<TimeMention> times, int verb, List<TokenRange> content)
    {
        foreach (var time in times)
        {
            var head = document[time.Tokens.End - 1].Head;
            if ((document[time.Tokens.First].Head == verb || head == verb) && !content.Exists(c => c.Contains(time.Tokens))) return time;
        }

        return null;
    }

    private static void LinkNested(List<Attribution> found)
    {
        for (var i = 0; i < found.Count; i++)
        {
            var best = -1;
            var bestLength = int.MaxValue;
            for (var o = 0; o < found.Count; o++)
            {
                if (o == i) continue;
                foreach (var piece in found[o].Content)
                {
                    if (!piece.Contains(found[i].Cue) || piece.Count >= bestLength || found[i].Content.Any(c => c.Contains(found[o].Cue))) continue;
                    best = o;
                    bestLength = piece.Count;
                }
            }

            if (best >= 0) found[i] = found[i] with { Outer = best };
        }
    }
}
