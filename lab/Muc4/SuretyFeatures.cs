using Ascribe.Claims;
using Ascribe.Language;

namespace Ascribe.Lab.Muc4;

/// <summary>What is looked at to tell how surely an organisation is named as the doer.</summary>
internal sealed class SuretyFeatures(IncidentText text)
{
    private static readonly Lazy<CueLexicon> s_cues = new(() => CueLexicon.Load("en"));

    private readonly Features _bag = new();
    private readonly Document _document = text.Document;

    /// <param name="members">The other entities of the incident with their roles.</param>
    public uint[] Of(Entity entity, IReadOnlyList<(Entity Entity, IncidentRole Role)> members)
    {
        _bag.Clear();
        _bag.Add("bias");
        var distances = entity.Phrases.Select(p => (Phrase: p, Distance: Distance(p, members))).ToList();
        var near = distances.Min(d => d.Distance);
        _bag.Add("near", near, 4);
        foreach (var (phrase, distance) in distances)
        {
            if (distance > 1 && distance > near) continue;
            AddSentence(phrase);
            AddPhrase(phrase);
            AddSayings(phrase);
        }

        AddDocument(entity);
        if (!members.Any(m => m.Role == IncidentRole.PerpetratorIndividual)) _bag.Add("no individual");
        return _bag.ToArray();
    }

    /// <summary>In sentences, to the nearest other member.</summary>
    private int Distance(Phrase phrase, IReadOnlyList<(Entity Entity, IncidentRole Role)> members)
    {
        var distance = int.MaxValue;
        foreach (var (other, role) in members)
        {
            if (role is IncidentRole.Place or IncidentRole.PerpetratorOrganization) continue;
            foreach (var q in other.Phrases)
            {
                distance = Math.Min(distance, Math.Abs(q.Sentence - phrase.Sentence));
                if (role == IncidentRole.PerpetratorIndividual && q.Sentence == phrase.Sentence && (_document[phrase.Head].Head == q.Head || _document[q.Head].Head == phrase.Head)) _bag.Add("individual", _document[phrase.Head].Relation.Name());
            }
        }

        return distance;
    }

    private void AddSentence(Phrase phrase)
    {
        var tokens = _document.SentenceTokens(phrase.Sentence);
        for (var t = tokens.First; t < tokens.End; t++)
        {
            if (_document[t].Tag.IsVerb() || _document[t].Tag is PartOfSpeech.RB or PartOfSpeech.JJ or PartOfSpeech.MD) _bag.Add("word", text.LemmaOf(t));
            if (_document[t].Tag is PartOfSpeech.NN or PartOfSpeech.NNS) _bag.Add("noun", text.LemmaOf(t));
            if (s_cues.Value.CueAt(_document, t) is not { } cue || cue.Value.Stance == Stance.Asserts) continue;
            var side = t < phrase.Head ? "before" : "behind";
            _bag.Add("cue near", cue.Value.Stance.ToString(), side);
        }

        _bag.Add("hedges", s_cues.Value.CertaintyIn(_document, tokens).ToString());
    }

    private void AddPhrase(Phrase phrase)
    {
        var governor = _document[phrase.Head].Head;
        _bag.Add("governor", _document[phrase.Head].Relation.Name(), text.LemmaOf(governor));
        _bag.Add("hedged", s_cues.Value.CertaintyIn(_document, new TokenRange(Math.Max(0, phrase.Tokens.First - 6), phrase.Tokens.End)).ToString());
        for (var k = 1; k <= 4 && phrase.Tokens.First >= k; k++) _bag.Add("left", text.LemmaOf(phrase.Tokens.First - k));
        if (governor < 0) return;
        foreach (var child in _document.Children(governor)) _bag.Add("sister", _document[child].Relation.Name(), text.LemmaOf(child));
        _bag.Add("over", text.LemmaOf(_document[governor].Head));
    }

    private void AddSayings(Phrase phrase)
    {
        var said = false;
        foreach (var attribution in text.Reading.Attributions)
        {
            var speaks = attribution.SourceHead == phrase.Head || attribution.Source.Contains(phrase.Head);
            if (speaks) _bag.Add("speaks", attribution.Stance.ToString(), text.LemmaOf(attribution.Cue.First));
            if (!attribution.Content.Any(c => c.Contains(phrase.Head))) continue;
            said = true;
            var speaker = text.Reading.Mentions.SpeakerAt(attribution.Source, attribution.SourceHead);
            var who = speaker < 0 ? "nobody" : text.Reading.Mentions.Chains[speaker].IsAuthority ? "authority" : "other";
            _bag.Add("stance", attribution.Stance.ToString(), who);
            _bag.Add("cue", text.LemmaOf(attribution.Cue.First), who);
            _bag.Add("who", who);
            if (attribution.SourceHead >= 0) _bag.Add("speaker", text.LemmaOf(attribution.SourceHead));
        }

        if (!said) _bag.Add("own words");
    }

    private void AddDocument(Entity entity)
    {
        var head = text.LemmaOf(entity.Phrases[0].Tokens.End - 1);
        _bag.Add("head", head);
        foreach (var word in text.HeaderWords) _bag.Add("header", word);
        foreach (var attribution in text.Reading.Attributions) _bag.Add("any", attribution.Stance.ToString());
        var chain = text.Reading.Mentions.ChainAt(entity.Phrases[0].Head);
        if (chain >= 0)
        {
            _bag.Add("kind", text.Reading.Mentions.Chains[chain].Kind.ToString());
            if (text.Reading.Mentions.Chains[chain].IsAuthority) _bag.Add("authority");
            foreach (var attribution in text.Reading.Attributions)
            {
                if (text.Reading.Mentions.SpeakerAt(attribution.Source, attribution.SourceHead) == chain) _bag.Add("says", attribution.Stance.ToString());
            }
        }

        for (var t = text.BodyStart; t < _document.Count; t++)
        {
            if (s_cues.Value.CueAt(_document, t) is { } cue && cue.Value.Stance is Stance.ClaimsOwn or Stance.Accuses or Stance.Denies) _bag.Add("cue in text", cue.Value.Stance.ToString());
        }
    }
}
