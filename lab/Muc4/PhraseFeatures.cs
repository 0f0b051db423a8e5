using Ascribe.Events;
using Ascribe.Lab.Predictions;
using Ascribe.Language;

namespace Ascribe.Lab.Muc4;

/// <summary>What is looked at to tell what a phrase is to an incident.</summary>
internal sealed class PhraseFeatures
{
    private readonly IncidentText _text;
    private readonly Document _document;
    private readonly List<EventMention>[] _events;
    private readonly Dictionary<int, string> _told = [];
    private readonly Dictionary<int, NameKind> _names = [];
    private readonly HashSet<int> _places = [];
    private readonly Dictionary<EventMention, Incident> _incidents = [];
    private readonly HashSet<int> _speakers = [];
    private readonly string[] _sentenceTypes;
    private readonly Dictionary<string, int> _heads = new(StringComparer.Ordinal);

    public PhraseFeatures(IncidentText text)
    {
        _text = text;
        _document = text.Document;
        _events = [.. Enumerable.Range(0, _document.SentenceCount).Select(_ => new List<EventMention>())];
        foreach (var mention in text.Reading.EventMentions)
        {
            _events[mention.Sentence].Add(mention);
            foreach (var agent in mention.Agents) _told[agent] = "agent";
            foreach (var patient in mention.Patients) _told.TryAdd(patient, "patient");
            foreach (var target in mention.Targets) _told[target.Head] = "target";
            foreach (var victim in mention.Victims) _told[victim.Head] = "victim-" + victim.Effect;
            foreach (var weapon in mention.Weapons)
            {
                for (var t = weapon.Tokens.First; t < weapon.Tokens.End; t++) _told.TryAdd(t, "weapon");
            }
        }

        foreach (var incident in text.Reading.Incidents)
        {
            foreach (var mention in incident.Mentions) _incidents[mention] = incident;
        }

        foreach (var name in _document.Names)
        {
            for (var t = name.Tokens.First; t < name.Tokens.End; t++) _names[t] = name.Kind;
        }

        foreach (var place in text.Reading.Mentions.Places)
        {
            for (var t = place.Tokens.First; t < place.Tokens.End; t++) _places.Add(t);
        }

        foreach (var attribution in text.Reading.Attributions)
        {
            if (attribution.SourceHead >= 0) _speakers.Add(attribution.SourceHead);
        }

        _sentenceTypes = [.. _events.Select(TypeOf)];
        foreach (var phrase in text.Phrases)
        {
            var lemma = Lemma(phrase.Head);
            _heads[lemma] = _heads.GetValueOrDefault(lemma) + 1;
        }
    }

    private static string TypeOf(List<EventMention> mentions)
    {
        foreach (var mention in mentions)
        {
            if (Muc4Types.Incident(mention.Type) is { } type and not "ATTACK") return type;
        }

        foreach (var mention in mentions)
        {
            if (Muc4Types.Incident(mention.Type) is { } type) return type;
        }

        return mentions.Count > 0 ? "other" : "none";
    }

    private string Lemma(int token) => token < 0 ? "^" : _document[token].Lemma.ToLowerInvariant();

    private string Form(int token) => token < 0 || token >= _document.Count ? "^" : _document[token].Form.ToLowerInvariant();

    public void Write(Phrase phrase, Features features)
    {
        var (first, end, head) = (phrase.Tokens.First, phrase.Tokens.End, phrase.Head);
        var last = end - 1;
        var lemma = Lemma(last);
        var tag = _document[last].Tag.Name();
        features.Add("bias");
        features.Add("head", lemma);
        features.Add("tag", tag);
        features.Add("suffix", lemma[Math.Max(0, lemma.Length - 3)..]);
        features.Add(phrase.IsName ? "is-name" : phrase.Name.IsEmpty ? "no-name" : "has-name");
        if (phrase.IsModifier) features.Add("modifier", lemma, Lemma(_document[head].Head));
        if (phrase.IsModifier) features.Add("is-modifier");
        if (phrase.Describes >= 0) features.Add("title");
        features.Add("length", end - first, 6);
        if (_names.TryGetValue(last, out var kind)) features.Add("name", kind.ToString());
        if (_places.Contains(last)) features.Add("in-place");
        if (_told.TryGetValue(head, out var told)) features.Add("told", told);
        else features.Add("told", "nothing");
        if (_speakers.Contains(head)) features.Add("speaker");
        for (var t = first; t < last; t++)
        {
            features.Add("before", Lemma(t));
            if (t == last - 1) features.Add("before-head", Lemma(t), lemma);
            if (_document[t].Tag == PartOfSpeech.CD) features.Add("counted");
        }

        var article = first > 0 ? Form(first - 1) : "^";
        features.Add("article", article);
        var chain = _text.Reading.Mentions.ChainAt(head);
        if (chain < 0) chain = _text.Reading.Mentions.ChainIn(phrase.Tokens);
        var actor = "none";
        if (chain >= 0)
        {
            var whole = _text.Reading.Mentions.Chains[chain];
            actor = whole.Kind.ToString();
            features.Add("actor", actor, whole.IsPlural ? "many" : "one", whole.IsNamed ? "named" : "described");
            if (whole.ActorId is { } id) features.Add("known", id);
            if (whole.Role is { } role) features.Add("role", role);
            if (whole.Country is { } country) features.Add("country", country);
        }

        features.Add("kind", actor, tag);

        // The words around.
        for (var k = 1; k <= 3; k++)
        {
            var sentence = _document.SentenceTokens(phrase.Sentence);
            if (first - k >= sentence.First) features.Add("left" + k, Form(first - k));
            if (end + k - 1 < sentence.End) features.Add("right" + k, Form(end + k - 1));
        }

        if (first >= 2) features.Add("left-pair", Form(first - 2), Form(first - 1));
        if (end + 1 < _document.Count) features.Add("right-pair", Form(end), Form(end + 1));

        AddPaths(phrase, lemma, actor, features);
        AddEvents(phrase, lemma, actor, features);
        AddNeighbours(phrase, actor, features);
        AddSayings(phrase, features);

        // The document.
        foreach (var word in _text.HeaderWords) features.Add("header-head", word, lemma);
        features.Add("again", _heads[Lemma(head)], 4);
        features.Add("place-in-text", phrase.Sentence <= 0 ? "0" : phrase.Sentence <= 2 ? "1" : phrase.Sentence <= 6 ? "2" : "3");
    }

    private void AddPaths(Phrase phrase, string lemma, string actor, Features features)
    {
        var t = phrase.Head;
        var path = "";
        for (var step = 0; step < 4 && _document[t].Head >= 0; step++)
        {
            var relation = _document[t].Relation.Name();
            if (relation == "conj" && step == 0)
            {
                t = _document[t].Head;
                features.Add("conjunct");
                step--;
                if (path.Length > 40) break;
                path += ".";
                continue;
            }

            var preposition = _document[t].Relation is Dependency.Obl or Dependency.Nmod or Dependency.OblAgent ? Clause.Preposition(_document, t) : "";
            var governor = _document[t].Head;
            var voice = _document[governor].Tag.IsVerb() && _document[governor].Tag == PartOfSpeech.VBN && Clause.IsPassive(_document, governor) ? "passive" : "";
            path = step == 0 ? $"{relation}:{preposition}" : $"{path}>{relation}:{preposition}";
            var word = Lemma(governor);
            if (step == 0)
            {
                features.Add("relation", relation, preposition);
                features.Add("governor", word, relation, preposition + voice);
                features.Add("governor-head", word, lemma);
                features.Add("governor-actor", word, relation + preposition + voice, actor);
                if (_document[governor].Tag.IsVerb()) AddVerb(governor, word, relation + preposition, features);
            }

            features.Add("path", path, word);
            features.Add("path-type", path + voice, EventAt(governor));
            features.Add("above", word, step);
            t = governor;
        }

        foreach (var child in _document.Children(phrase.Head))
        {
            if (phrase.Tokens.Contains(child)) continue;
            features.Add("child", _document[child].Relation.Name(), Lemma(child));
            if (_document[child].Relation is Dependency.Acl or Dependency.AclRelcl) features.Add("clause", Lemma(child), _document[child].Tag.Name(), EventAt(child));
        }
    }

    /// <summary>What else the verb governs: its object for a subject and so on.</summary>
    private void AddVerb(int verb, string word, string relation, Features features)
    {
        foreach (var child in _document.Children(verb))
        {
            var r = _document[child].Relation;
            if (r is Dependency.Obj or Dependency.Nsubj or Dependency.NsubjPass or Dependency.OblAgent or Dependency.Xcomp) features.Add("sister", relation, r.Name(), Lemma(child));
            if (r is Dependency.Obj or Dependency.Xcomp) features.Add("verb-object", relation, word, Lemma(child));
            if (r is Dependency.Advmod or Dependency.Aux) features.Add("manner", Lemma(child));
        }
    }

    private string EventAt(int token)
    {
        foreach (var mention in _events[_document.SentenceOf(token)])
        {
            if (mention.Head == token || mention.Tokens.Contains(token)) return mention.Type;
        }

        return "";
    }

    private void AddEvents(Phrase phrase, string lemma, string actor, Features features)
    {
        EventMention? nearest = null;
        var distance = int.MaxValue;
        foreach (var mention in _events[phrase.Sentence])
        {
            var type = Muc4Types.Incident(mention.Type) ?? mention.Type;
            var away = mention.Head < phrase.Tokens.First ? phrase.Tokens.First - mention.Head : mention.Head >= phrase.Tokens.End ? mention.Head - phrase.Tokens.End + 1 : 0;
            features.Add("event", type, Lemma(mention.Head));
            features.Add("event-status", mention.Status.ToString());
            if (away >= distance) continue;
            (nearest, distance) = (mention, away);
        }

        var near = distance switch { 0 => "in", <= 2 => "2", <= 5 => "5", <= 10 => "10", <= 20 => "20", int.MaxValue => "none", _ => "far" };
        if (nearest is not null)
        {
            var type = Muc4Types.Incident(nearest.Type) ?? nearest.Type;
            var side = nearest.Head < phrase.Head ? "after" : "before";
            var path = EventPaths.Of(_document, nearest.Head, phrase.Head).ToString();
            features.Add("near", side, near);
            features.Add("near-type", type, side, near);
            features.Add("near-path", type, path, side);
            features.Add("near-word", Lemma(nearest.Head), path, side);
            features.Add("near-actor", type + path, side, actor);
            features.Add("near-head", type, side, lemma);
            if (_incidents.TryGetValue(nearest, out var incident))
            {
                var age = incident.Time?.Interval?.Latest is { } day && _text.Day is { } today ? NodaTime.Period.Between(day, today, NodaTime.PeriodUnits.Days).Days : -1;
                var when = incident.Time is null ? "undated" : age < 0 ? "?" : age <= 7 ? "week" : age <= 60 ? "months" : "old";
                features.Add("incident", incident.IsMain ? "main" : "other", when);
                features.Add("incident-actor", incident.IsMain ? "main" : "other", when, actor);
                features.Add("incident-befell", incident.Mentions.Exists(m => m.Victims.Count > 0) ? "victims" : "none", incident.Mentions.Exists(m => m.Targets.Count > 0) ? "targets" : "none");
                features.Add("incident-size", incident.Mentions.Count, 5);
            }
        }
        else
        {
            features.Add("near", "none");
        }

        var types = _sentenceTypes[phrase.Sentence];
        features.Add("sentence-type", types);
        features.Add("type-head", types, lemma);
        features.Add("type-actor", types, actor);
        features.Add("previous-type", phrase.Sentence > 0 ? _sentenceTypes[phrase.Sentence - 1] : "^");
        features.Add("next-type", phrase.Sentence + 1 < _sentenceTypes.Length ? _sentenceTypes[phrase.Sentence + 1] : "$");
        var tokens = _document.SentenceTokens(phrase.Sentence);
        for (var t = tokens.First; t < tokens.End; t++)
        {
            if (_document[t].Tag.IsVerb()) features.Add("verb", Lemma(t));
            else if (_document[t].Tag == PartOfSpeech.NN || _document[t].Tag == PartOfSpeech.NNS) features.Add("noun", Lemma(t));
        }
    }

    /// <summary>Who says, how, what holds the phrase.</summary>
    private void AddSayings(Phrase phrase, Features features)
    {
        var any = false;
        foreach (var attribution in _text.Reading.Attributions)
        {
            if (!attribution.Content.Any(c => c.Contains(phrase.Head))) continue;
            any = true;
            var speaker = _text.Reading.Mentions.SpeakerAt(attribution.Source, attribution.SourceHead);
            var authority = speaker < 0 ? "nobody" : _text.Reading.Mentions.Chains[speaker].IsAuthority ? "authority" : _text.Reading.Mentions.Chains[speaker].Kind.ToString();
            features.Add("stance", attribution.Stance.ToString());
            features.Add("stance-speaker", attribution.Stance.ToString(), authority);
            features.Add("certainty", attribution.Certainty.ToString());
            features.Add("cue", Lemma(attribution.Cue.First));
            if (attribution.Accused == phrase.Head) features.Add("accused", authority);
        }

        if (!any) features.Add("own words");
        foreach (var attribution in _text.Reading.Attributions)
        {
            if (attribution.SourceHead == phrase.Head || attribution.Source.Contains(phrase.Head)) features.Add("speaks", attribution.Stance.ToString(), Lemma(attribution.Cue.First));
            if (_document.SentenceOf(attribution.Cue.First) == phrase.Sentence) features.Add("said-near", attribution.Stance.ToString());
        }
    }

    private void AddNeighbours(Phrase phrase, string actor, Features features)
    {
        if (phrase.Describes >= 0) features.Add("describes", "name");
        var appositive = _document[phrase.Head].Relation == Dependency.Appos ? _document[phrase.Head].Head : _document.Child(phrase.Head, Dependency.Appos);
        if (appositive >= 0)
        {
            features.Add("apposition", Lemma(appositive));
            features.Add("apposition-kind", _document[appositive].Tag.Name(), actor);
            if (_told.TryGetValue(appositive, out var told)) features.Add("apposition-told", told);
        }
    }
}
