using Ascribe.Language;

namespace Ascribe.Events;

/// <summary>Whether an event is told to have happened: read from negation, modal verbs and governing verbs.</summary>
internal sealed class EventStatusReader(EventLexicon lexicon)
{
    public EventStatus Read(Document document, EventMention mention)
    {
        if (mention.Trigger.Status is { } told) return told;
        var head = mention.Head;
        if (OfOwnWords(document, head, mention.Trigger.Strength != TriggerStrength.Effect) is { } own) return own;
        if (document[head].Tag.IsNoun() && document[head].Relation is Dependency.Obj or Dependency.NsubjPass or Dependency.Obl && document[head].Head >= 0)
        {
            var verb = document[head].Head;
            if (lexicon.SupportVerbs.Longest(document, verb) is { } support && (document[head].Relation != Dependency.Obl || document[support.Tokens.End - 1].Head == head))
            {
                // "will order an inquiry", "did not launch the attack"; "the attack was planned by rebels" is said of one that came about.
                var isPast = support.Value.Status == EventStatus.Planned && mention.RefersBack && document[head].Relation == Dependency.NsubjPass;
                // "struggled to stop the offensive", "failed to prevent the attack": it went on.
                if (support.Value.Status == EventStatus.Foiled && document[verb].Tag == PartOfSpeech.VB && IsGovernedBy(document, verb) is EventStatus.Attempted) return EventStatus.Occurred;
                if (!isPast && (support.Value.Status ?? (support.Value.SubjectActs ? OfOwnWords(document, verb, mayBeNone: false) : null)) is { } status) return status;
                if (document[verb].Tag.IsVerb() && IsGovernedBy(document, verb) is { } over) return over;
            }
            else if (document[head].Relation == Dependency.Obj && !mention.RefersBack && document[verb].Tag.IsVerb() && IsGovernedBy(document, verb) is { } wanted)
            {
                // "threatened to repeat attacks"; whoever tried to shield others during the attack did not try to attack.
                return wanted;
            }
        }

        if (!mention.RefersBack && OfProspect(document, head) is { } prospect) return prospect;
        return IsGovernedBy(document, head) ?? EventStatus.Occurred;
    }

    /// <summary>What negation, auxiliaries and determiners say of the word that they hang on, or null.</summary>
    /// <param name="mayBeNone">"no attack" and "no rockets were fired" deny; "no casualties" denies nothing of the attack.</param>
    private EventStatus? OfOwnWords(Document document, int head, bool mayBeNone)
    {
        var perfect = false;
        foreach (var child in document.Children(head))
        {
            if (document[child].Relation is Dependency.Aux && document[child].Lemma == "have") perfect = true;
        }

        foreach (var child in document.Children(head))
        {
            var token = document[child];
            switch (token.Relation)
            {
                case Dependency.Advmod when (token.Lemma == "not" || token.Form is "n't" or "never") && !Clause.DeniesPhrase(document, child):
                case Dependency.Det when token.Form == "no" && mayBeNone:
                case Dependency.Nsubj or Dependency.NsubjPass or Dependency.Obj when mayBeNone && document[head].Tag.IsVerb() && document.Child(child, Dependency.Det) is >= 0 and var none && document[none].Form == "no":
                    return EventStatus.Denied;
                // "could be behind the attack" doubts who did it.
                case Dependency.Aux when !perfect && lexicon.RoleOf(Clause.Preposition(document, head)) != PrepositionRole.Author && Cue(document, child) is { } modal:
                    return modal;
                case Dependency.Mark or Dependency.Amod or Dependency.Det when Cue(document, child) is { } cue:
                    return cue;
            }
        }

        return null;
    }

    /// <summary>"the possibility of another attack", "in case of a second blast", "another attack is likely", "could lead to an attack": what is only looked forward to.</summary>
    private EventStatus? OfProspect(Document document, int noun)
    {
        if (!document[noun].Tag.IsNoun() || document[noun].Head is not (>= 0 and var over)) return null;
        // "will lead to an attack", "could trigger a strike": nobody plans what only may come of something.
        if (document[noun].Relation is Dependency.Obj or Dependency.Obl or Dependency.NsubjPass && document[over].Tag.IsVerb() && lexicon.IsCausing(document, over))
            return OfOwnWords(document, over, mayBeNone: false) is EventStatus.Planned or EventStatus.Hypothetical || IsGovernedBy(document, over) is EventStatus.Threatened or EventStatus.Hypothetical ? EventStatus.Hypothetical : null;
        var preposition = document.Child(noun, Dependency.Case);
        if (preposition >= 0 && Cue(document, preposition) is { } ahead) return ahead;
        return document[noun].Relation switch
        {
            Dependency.Nmod when document[over].Tag.IsNoun() && lexicon.RoleOf(Clause.Preposition(document, noun)) == PrepositionRole.Patient => Cue(document, over),
            Dependency.Nsubj when document[over].Tag == PartOfSpeech.JJ && document.Child(over, Dependency.Cop) >= 0 => Cue(document, over),
            _ => null,
        };
    }

    /// <summary>"planned to attack", "threatened to bomb", "was prevented from attacking".</summary>
    private EventStatus? IsGovernedBy(Document document, int token)
    {
        var infinitive = token;
        if (document[token].Relation is not (Dependency.Xcomp or Dependency.Advcl or Dependency.Acl)) return null;
        infinitive = document[token].Head;
        if (infinitive < 0 || document[token].Tag is not (PartOfSpeech.VB or PartOfSpeech.VBG)) return null;
        // "had no reason to kill the mayor"
        if (document[token].Relation == Dependency.Acl && document.Child(infinitive, Dependency.Det) is >= 0 and var determiner && document[determiner].Form == "no") return EventStatus.Denied;

        // "foiled a plot to bomb the station": what became of the plot became of the deed.
        var verb = document[infinitive].Head;
        if (document[token].Relation == Dependency.Acl && document[infinitive].Relation is Dependency.Obj or Dependency.NsubjPass && lexicon.SupportVerbs.Longest(document, verb)?.Value.Status is { } status) return status;
        // "Police foil plot to bomb station": the parse of a headline makes one noun of the verb and the plot.
        for (var t = infinitive - 1; t >= 0 && document[t].Relation == Dependency.Compound && document[t].Head <= infinitive; t--)
        {
            if (Cue(document, t) == EventStatus.Foiled) return EventStatus.Foiled;
        }

        // "a plot to bomb the station": the deed is what the plot is.
        return Cue(document, infinitive) ?? (document[token].Relation == Dependency.Acl ? lexicon.Triggers.Longest(document, infinitive)?.Value.Status : null);
    }

    private EventStatus? Cue(Document document, int token) => lexicon.StatusCues.Longest(document, token)?.Value;
}
