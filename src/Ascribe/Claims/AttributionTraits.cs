using Ascribe.Language;
using Ascribe.Reports;
using Ascribe.Times;

namespace Ascribe.Claims;

/// <summary>What visible words tell of an attribution beside who says what: form, certainty, polarity, voice, way and day.</summary>
internal sealed class AttributionTraits(Document document, QuotationMarks quotes, CueLexicon lexicon, IReadOnlyList<TimeMention> times)
{
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
    public Stance Stance(Stance ofCue, List<TokenRange> content) => ofCue == Claims.Stance.Asserts ? lexicon.Contents.Of(document, content[0]) : ofCue;

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
        var (form, head) = (document[token].Form, document[token].Head);
        if (head < 0 || form is "not" or "n't" or "n’t" or "never") return head;
        if (document[token].Relation == Dependency.Det && form == "no") token = head;
        else if (form is not ("nobody" or "none" or "nothing" or "no-one")) return -1;
        return document[token].Relation is Dependency.Nsubj or Dependency.NsubjPass or Dependency.Obj ? document[token].Head : -1;
    }

    public Voice Voice(TokenRange source, int head)
    {
        if (head < 0) return Claims.Voice.Passive;
        if (lexicon.VoiceAt(document, head) is { } voice) return voice;
        for (var t = source.First; t < source.End; t++)
        {
            if (document[t].Tag.IsProperNoun() && t >= head - 4)
                return document[head].Tag.IsProperNoun() || document[t].Relation is Dependency.Appos or Dependency.Flat ? Claims.Voice.Named : Claims.Voice.Unnamed;
        }

        return document[head].Tag == PartOfSpeech.PRP ? Claims.Voice.Named : Claims.Voice.Unnamed;
    }

    /// <summary>"said in a statement", "told the news agency".</summary>
    public List<TokenRange> Via(CueSite site, List<TokenRange> content)
    {
        var via = new List<TokenRange>();
        foreach (var child in document.Children(site.Verb))
        {
            if (document[child].Relation is not (Dependency.Obl or Dependency.Iobj or Dependency.Obj or Dependency.Nmod)) continue;
            var phrase = document.NounPhrase(child);
            if (content.Exists(c => c.Overlaps(phrase))) continue;
            if (site.Entry.Frame == CueFrame.Addressed && child > site.Verb && IsOutlet(child))
            {
                via.Add(phrase);
                continue;
            }

            for (var t = phrase.First; t < phrase.End; t++)
            {
                if (lexicon.VoiceAt(document, t) is not Claims.Voice.Document) continue;
                via.Add(phrase);
                break;
            }
        }

        return via;
    }

    /// <summary>Whom somebody tells something, by a name that is no person's and no place's: an outlet, known or not.</summary>
    private bool IsOutlet(int head)
    {
        foreach (var name in document.Names)
        {
            if (name.Tokens.Contains(head)) return name.Kind is NameKind.Organization or NameKind.Other;
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
