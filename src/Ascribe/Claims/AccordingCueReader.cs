using Ascribe.Language;
using Ascribe.Lexicons;
using Ascribe.Reports;

namespace Ascribe.Claims;

/// <summary>Reads a phrase that names the source of its clause: "according to the ministry, …", "…, according to the ministry".</summary>
internal sealed class AccordingCueReader(Document document, QuotationMarks quotes, CueLexicon lexicon, ClaimWords words, Segments segments, ContentEnd contentEnd, AttributionTraits traits)
{
    /// <summary>What the source says, or null.</summary>
    public Attribution? Read(PhraseMatcher<CueEntry>.Match match)
    {
        var sentence = CueSite.At(document, words, match.Tokens, match.Value).Sentence;
        if (match.Tokens.End >= sentence.End || quotes.IsInside(match.Tokens.First)) return null;
        var head = -1;
        for (var t = match.Tokens.First; t < match.Tokens.End && head < 0; t++)
        {
            if (document[t].Head >= match.Tokens.End) head = document[t].Head;
        }

        var close = segments.End(match.Tokens.End, sentence.End);
        var opens = match.Tokens.First == sentence.First || match.Tokens.First == sentence.First + 1;
        if (head < 0 || head >= close || opens && close == sentence.End)
        {
            head = -1;
            for (var t = match.Tokens.End; t < close && head < 0; t++)
            {
                if (document[t].Tag.IsNoun() && (t + 1 >= close || !document[t + 1].Tag.IsNoun()) || document[t].Tag == PartOfSpeech.PRP) head = t;
            }
        }

        if (head < 0 || !document[head].Tag.IsNoun() && document[head].Tag != PartOfSpeech.PRP) return null;
        var phrase = new TokenRange(match.Tokens.End, Math.Max(head + 1, opens ? close : Math.Max(close, Math.Min(sentence.End, document.Subtree(head).End))));

        // "According to the governor the town was hit": copy that lost its comma.
        if (opens && close == sentence.End && (HasClause(phrase) || Segments.IsFinite(document, phrase))) phrase = new TokenRange(phrase.First, NounEnd(head, close));
        if (opens && phrase.End < sentence.End && Described(phrase, head, sentence.End) is { } described) phrase = described;
        var content = new List<TokenRange>();
        if (!opens && !IsBehindThat(match.Tokens.First)) content.Add(Segments.WithoutMarks(document, new TokenRange(sentence.First, match.Tokens.First)));
        else opens = true;
        if (phrase.End < sentence.End && (opens || !Segments.IsFinite(document, content[0]))) content.Add(Segments.WithoutMarks(document, new TokenRange(phrase.End, contentEnd.BeforeNextClaim(phrase.End, sentence.End))));
        content.RemoveAll(c => c.IsEmpty);
        phrase = Segments.WithoutMarks(document, phrase);
        if (content.Count == 0 || phrase.IsEmpty) return null;
        return traits.Attributed(phrase, head, match.Tokens, content, match.Value);
    }

    /// <summary>"writes that, according to the monitor, …": what the source says stands behind it.</summary>
    private bool IsBehindThat(int token)
    {
        var before = token - 1;
        while (before > 0 && document[before].Tag == PartOfSpeech.Comma) before--;
        return before >= 0 && document[before].Relation == Dependency.Mark && words.Is(before, ClaimWordUse.That);
    }

    /// <summary>"According to the general, speaking to the agency, the town was hit": with the words between commas that describe the source; null: none.</summary>
    private TokenRange? Described(TokenRange phrase, int head, int end)
    {
        var first = phrase.End + 1;
        if (first >= end || document[phrase.End].Tag != PartOfSpeech.Comma) return null;
        var close = segments.End(first, end);

        // "According to the mayor, who visited the town, …"
        var isRelative = document[first].Tag is PartOfSpeech.WP or PartOfSpeech.WDT;
        if (close >= end || close - first < 1 || document[close].Tag != PartOfSpeech.Comma || !isRelative && Segments.IsFinite(document, new TokenRange(first, close)) || !Segments.IsFinite(document, new TokenRange(close, end))) return null;
        var describes = isRelative || document[first].Tag is PartOfSpeech.VBG or PartOfSpeech.VBN;
        for (var t = first; t < close && !describes; t++) describes = document[t] is { Relation: Dependency.Appos, Head: var named } && named == head;

        // "Ali Hassan, a shopkeeper," and "the ministry's spokesman, Ivan Petrov,", whatever the parse makes of them.
        describes |= IsPerson(phrase) && document[first].Tag == PartOfSpeech.DT && lexicon.IsSpeaker(document, close - 1) || lexicon.IsSpeaker(document, phrase.End - 1) && !IsPerson(phrase) && IsPerson(new TokenRange(first, close));
        return describes ? new TokenRange(phrase.First, close) : null;
    }

    /// <summary>The name of a person, and no other word.</summary>
    private bool IsPerson(TokenRange tokens)
    {
        foreach (var name in document.Names)
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
            if (document[t].Tag.IsVerb() && (document.Child(t, Dependency.Nsubj) >= 0 || document.Child(t, Dependency.NsubjPass) >= 0)) return true;
        }

        return false;
    }

    /// <summary>The end of what hangs on the noun behind it, without a clause or another noun phrase: "a source in the governorate | the army killed …".</summary>
    private int NounEnd(int head, int close)
    {
        var end = head + 1;
        while (end + 1 < close && document[end].Tag == PartOfSpeech.IN && !document[end + 1].Tag.IsVerb())
        {
            var next = end + 1;
            if (document[next].Tag is PartOfSpeech.DT or PartOfSpeech.PRPS) next++;
            var first = next;
            while (next < close && (document[next].Tag.IsNoun() || document[next].Tag.IsAdjective())) next++;
            if (next == first) break;
            end = next;
        }

        return end;
    }
}
