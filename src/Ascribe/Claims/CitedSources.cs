using Ascribe.Events;
using Ascribe.Language;

namespace Ascribe.Claims;

/// <summary>
/// Whose words a speaker passes on: "the agency, citing a military source, said", "the agency quoted a source as saying", "officials, quoted by the agency, said".
/// Whoever is cited speaks, and whoever cites is a relayer.
/// </summary>
internal sealed class CitedSources(Document document, CueLexicon lexicon, Segments segments, AttributionTraits traits)
{
    private readonly List<int> _citing = [];

    /// <summary>Gives the attributions of a sentence, those from <paramref name="first"/> on, to whoever is cited in it.</summary>
    public void In(TokenRange sentence, List<Attribution> found, int first)
    {
        if (first == found.Count) return;
        _citing.Clear();
        for (var t = sentence.First; t < sentence.End; t++)
        {
            if (lexicon.IsCiting(document, t)) _citing.Add(t);
        }

        if (_citing.Count == 0) return;
        for (var i = first; i < found.Count; i++)
        {
            if (found[i].IsClaim && !found[i].Source.IsEmpty) found[i] = Cited(found[i]);
        }

        // "quoted him as saying: “…”": who cites says no more than the one who is cited.
        for (var i = first; i < found.Count; i++)
        {
            var cue = found[i].Cue;
            if (found.Exists(f => f.Cue != cue && _citing.Exists(t => cue.Contains(t) && SayingUnder(f, t) >= 0))) found[i] = found[i] with { IsClaim = false };
        }
    }

    private Attribution Cited(Attribution attribution)
    {
        foreach (var t in _citing)
        {
            if (attribution.Cue.Contains(t)) continue;
            var said = SayingUnder(attribution, t);
            if (document.Child(t, Dependency.Obj) is >= 0 and var cited)
            {
                if ((said >= 0 || document[t].Tag == PartOfSpeech.VBG && StandsBeside(attribution, t)) && lexicon.IsSpeaker(document, cited)) return FromCited(attribution, t, cited, said);
                continue;
            }

            var citers = new List<int>();
            if (said >= 0) Clause.ByAgents(document, said, citers);
            if (said >= 0 || document[t].Tag == PartOfSpeech.VBN && StandsBeside(attribution, t)) Clause.ByAgents(document, t, citers);
            if (citers.Count > 0) return Without(attribution, t) with { Relayers = [.. attribution.Relayers, RelayerAt(citers[0])] };
        }

        return attribution;
    }

    /// <summary>"quoted a source as saying", "was quoted as saying": the token of the cue that hangs on the citing verb with a word of its own before it, or -1.</summary>
    private int SayingUnder(Attribution attribution, int citing)
    {
        for (var t = attribution.Cue.First; t < attribution.Cue.End; t++)
        {
            if (document[t] is { Tag: PartOfSpeech.VBG, Head: var head } && head == citing && document.Child(t, Dependency.Mark) >= 0) return t;
        }

        return -1;
    }

    /// <summary>Right behind the speaker or the cue, or on either in the parse.</summary>
    private bool StandsBeside(Attribution attribution, int citing)
    {
        var head = document[citing].Head;
        if (head >= 0 && (attribution.Source.Contains(head) || attribution.Cue.Contains(head))) return true;
        return IsBehind(attribution.Source.End, citing) || IsBehind(attribution.Cue.End, citing) || IsLast(attribution, citing);
    }

    /// <summary>"The agency reported that five had been freed, citing the army": behind a comma at the end of what is said.</summary>
    private bool IsLast(Attribution attribution, int citing)
    {
        var sentence = document.SentenceTokens(document.SentenceOf(citing));
        return attribution.Content[^1] is { First: var first } && first < citing && attribution.Cue.First < citing && document[citing - 1].Tag == PartOfSpeech.Comma && attribution.Form == QuotationForm.Indirect
            && document.SentenceOf(attribution.Cue.First) == document.SentenceOf(citing) && !Segments.IsFinite(document, new TokenRange(citing, sentence.End));
    }

    /// <summary>With nothing but a comma between.</summary>
    private bool IsBehind(int end, int token) => token == end || token == end + 1 && document[end].Tag == PartOfSpeech.Comma;

    /// <summary>Whoever is cited speaks, through the one who spoke before.</summary>
    private Attribution FromCited(Attribution attribution, int citing, int cited, int said)
    {
        if (attribution.Source.Contains(cited) && !attribution.Source.Contains(citing)) return attribution;
        var phrase = PhraseOf(cited, said);
        var source = attribution.Source.Contains(citing) ? new TokenRange(attribution.Source.First, Math.Max(attribution.Source.First + 1, citing)) : attribution.Source;
        while (source.Count > 1 && document[source.End - 1].Tag == PartOfSpeech.Comma) source = new TokenRange(source.First, source.End - 1);
        return Without(attribution, citing) with
        {
            Source = phrase,
            SourceHead = cited,
            Voice = traits.Voice(phrase, cited),
            Relayers = [.. attribution.Relayers, new Relayer(source, attribution.SourceHead, attribution.Voice)],
        };
    }

    private Relayer RelayerAt(int head)
    {
        var phrase = PhraseOf(head, -1);
        return new Relayer(phrase, head, traits.Voice(phrase, head));
    }

    /// <summary>The noun with what hangs on it, up to a comma or the word of saying.</summary>
    private TokenRange PhraseOf(int head, int said)
    {
        var subtree = document.Subtree(head);
        var end = Math.Min(subtree.End, segments.End(head + 1, subtree.End));

        // "citing its spokesman, Ivan Petrov"
        if (document.Child(head, Dependency.Appos) is >= 0 and var name && name == end + 1 && name < subtree.End) end = Math.Max(document.NounPhrase(name).End, segments.End(name, subtree.End));
        if (said > head) end = Math.Min(end, document.Subtree(said).First);
        var first = document[subtree.First].Tag is PartOfSpeech.IN ? subtree.First + 1 : subtree.First;
        return new TokenRange(Math.Min(first, head), Math.Max(head + 1, end));
    }

    /// <summary>What is said ends before the words that cite.</summary>
    private Attribution Without(Attribution attribution, int citing)
    {
        var content = new List<TokenRange>();
        foreach (var piece in attribution.Content)
        {
            var end = piece.Contains(citing) && piece.First < citing ? citing : piece.End;
            while (end > piece.First + 1 && end < piece.End && document[end - 1].Tag == PartOfSpeech.Comma) end--;
            content.Add(new TokenRange(piece.First, end));
        }

        return attribution with { Content = content };
    }
}
