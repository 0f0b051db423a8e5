using Ascribe.Events;
using Ascribe.Language;

namespace Ascribe.Claims;

/// <summary>Parts attributions into claims of one speaker and one quotation each: what a speaker goes on to say in later sentences, and what each of several speakers says, is a claim of its own with the same cue.</summary>
internal sealed class SingleClaims(Document document, CueLexicon lexicon, Segments segments, AttributionTraits traits)
{
    /// <summary>Those of the attributions that are claims, each by itself, in the order of their attributions.</summary>
    public List<Attribution> Of(List<Attribution> found)
    {
        var claims = new List<Attribution>(found.Count);
        foreach (var attribution in found)
        {
            if (!attribution.IsClaim) continue;
            var content = attribution.Content;
            var sentence = document.SentenceOf(attribution.Cue.First);
            var own = 0;
            while (own < content.Count && document.SentenceOf(content[own].First) <= sentence) own++;
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
        if (attribution.SourceHead >= 0 && attribution.Source.Contains(attribution.SourceHead) && attribution.Relayers.Count == 0) Clause.WithConjuncts(document, attribution.SourceHead, heads);

        AddApposed(attribution, heads);

        // The parse may give the verb a subject for each.
        heads.RemoveAll(h => !attribution.Source.Contains(h));
        for (var t = attribution.Source.End; t < attribution.Cue.First && heads.Count > 0; t++)
        {
            if (document[t] is { Relation: Dependency.Nsubj, Head: var verb } && attribution.Cue.Contains(verb) && document[document.Subtree(t).First - 1].Tag == PartOfSpeech.CC) heads.Add(t);
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
            var first = i == 0 && heads[i] == attribution.SourceHead ? Math.Min(attribution.Source.First, heads[i]) : Math.Max(document.NounPhrase(heads[i]).First, i == 0 ? attribution.Source.First : heads[i - 1] + 1);
            var end = i + 1 < heads.Count ? Math.Max(heads[i] + 1, document.NounPhrase(heads[i + 1]).First) : Math.Max(heads[i] + 1, heads[i] < attribution.Source.End ? attribution.Source.End : document.NounPhrase(heads[i]).End);
            while (end > heads[i] + 1 && document[end - 1].Tag is PartOfSpeech.CC or PartOfSpeech.Comma) end--;
            while (first < heads[i] && document[first].Tag is PartOfSpeech.CC or PartOfSpeech.Comma) first++;
            var source = new TokenRange(first, end);
            yield return attribution with { Source = source, SourceHead = heads[i], Voice = traits.Voice(source, heads[i]) };
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
            if (document[t].Tag == PartOfSpeech.CC && and < 0) and = t;
            else if (!document[t].Tag.IsNoun() && !document[t].Tag.IsAdjective() && document[t].Tag is not (PartOfSpeech.DT or PartOfSpeech.CD)) return;
        }

        if (and > source.First && and < head && !document.NounPhrase(head).Contains(and - 1) && document[source.First].Tag == PartOfSpeech.DT) heads.Add(and - 1);
    }

    /// <summary>"Britain, France and Spain", where the parse names the first by the second, and "two groups, the PLF and Black June", who are the two.</summary>
    private void AddApposed(Attribution attribution, List<int> heads)
    {
        if (heads is not [var head] || document.Child(head, Dependency.Appos) is not (>= 0 and var named) || !attribution.Source.Contains(named) || !document[named].Tag.IsProperNoun()) return;
        var names = new List<int>();
        Clause.WithConjuncts(document, named, names);
        if (names.Count < 2 || !names.TrueForAll(n => document[n].Tag.IsProperNoun() && attribution.Source.Contains(n))) return;
        if (document[head].Tag == PartOfSpeech.NNS) heads.Clear();
        else if (!document[head].Tag.IsProperNoun()) return;
        heads.AddRange(names);
    }

    /// <summary>With nothing but commas and one "and" between their phrases.</summary>
    private bool AreListed(List<int> heads)
    {
        for (var i = 1; i < heads.Count; i++)
        {
            var first = document.NounPhrase(heads[i]).First;
            while (first < heads[i] && (document[first].Tag is PartOfSpeech.CC or PartOfSpeech.Comma)) first++;
            if (first <= heads[i - 1] || document[first - 1].Tag is not PartOfSpeech.CC && !(i + 1 < heads.Count && document[first - 1].Tag == PartOfSpeech.Comma)) return false;
            for (var t = heads[i - 1] + 1; t < first - 1; t++)
            {
                if (document[t].Tag.IsVerb() || document[t].Tag is PartOfSpeech.WP or PartOfSpeech.WDT || segments.IsBreak(t) && t < first - 2) return false;
            }
        }

        return true;
    }

    /// <summary>Somebody else than the one whom the words before name: a name, people, or a body with an article of its own. "The chief and mayor" may be one.</summary>
    private bool IsAnother(int head, int first)
    {
        if (!lexicon.IsSpeaker(document, head) || !lexicon.IsSpeaker(document, first)) return false;
        foreach (var name in document.Names)
        {
            if (name.Tokens.Contains(head) && name.Tokens.Contains(first)) return false;
        }

        // "police and hospital sources", "army and government officials" are sources and officials of both.
        if ((document[first].Tag == PartOfSpeech.NN || document[first].Tag == PartOfSpeech.NNS && document[first].Lemma == document[first].Form) && document.NounPhrase(first).Count == 1 && document[head].Tag == PartOfSpeech.NNS && document[head - 1] is { Tag: PartOfSpeech.NN, Relation: Dependency.Compound } && lexicon.IsAgent(document, head - 1)) return false;
        return document[head].Tag.IsProperNoun() || document[head].Tag == PartOfSpeech.NNS || document.Child(head, Dependency.Det) >= 0 || document.Child(head, Dependency.NmodPoss) >= 0;
    }

    private Attribution GoingOn(Attribution attribution, TokenRange piece)
    {
        var content = new List<TokenRange> { piece };
        return attribution with
        {
            Content = content,
            Form = traits.Form(content),
            Stance = traits.Stance(Stance.Asserts, content),
            Certainty = traits.Certainty(Certainty.Certain, content),
            Polarity = traits.Polarity(content),
        };
    }
}
