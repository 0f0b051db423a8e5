using Ascribe.Claims;
using Ascribe.Language;
using Ascribe.Ontology;
using Ascribe.Records;

namespace Ascribe.Events;

/// <summary>What a claim that accuses or denies is about: having done an act that the report tells of, or another thing.</summary>
internal sealed class ClaimedAct(Reading reading, EventTypes types, ResponsibilityWords words)
{
    private readonly ReportMentions _mentions = reading.Mentions;

    /// <summary>"accused soldiers of arriving late at the attack" is about another thing, as "accused him of being an informer" is; "blamed the rebels" is about what was told.</summary>
    public bool IsOfTheAct(Attribution claim)
    {
        foreach (var content in claim.Content)
        {
            for (var t = content.First; t < content.End; t++)
            {
                if ((IsGerund(t) || IsBeing(t)) && _mentions.Document[t].Relation is Dependency.Advcl or Dependency.Acl or Dependency.Xcomp or Dependency.Ccomp) return IsDeed(t);
            }
        }

        return !IsOfAnotherCharge(claim);
    }

    /// <summary>"accused Poland of Russophobia": no act that was told, and no word for one.</summary>
    private bool IsOfAnotherCharge(Attribution claim)
    {
        var document = _mentions.Document;
        foreach (var content in claim.Content)
        {
            for (var t = content.First + 1; t < content.End; t++)
            {
                if (document[t] is not { Relation: Dependency.Obl or Dependency.Nmod, Head: >= 0 and var over } || !document[t].Tag.IsNoun() || Clause.Preposition(document, t) != "of") continue;
                if (!claim.Cue.Contains(over) && !(document[over].Relation == Dependency.Obj && claim.Cue.Contains(document[over].Head))) continue;
                return words.Deeds.Longest(document, t) is null && _mentions.ChainAt(over) is var named && (claim.Cue.Contains(over) || named >= 0) && !reading.EventMentions.Any(m => document.Subtree(t).Overlaps(m.Tokens));
            }
        }

        return false;
    }

    /// <summary>"claimed to have killed ten", "claimed through its agency to have killed ten", "admitted bombing the hospital": the subject of the cue is that of the deed, too.</summary>
    public bool IsOwnDeed(Attribution claim)
    {
        var document = _mentions.Document;
        foreach (var content in claim.Content)
        {
            for (var t = content.First; t < content.End; t++)
            {
                if (document[t] is not { Relation: Dependency.Xcomp or Dependency.Advcl, Head: >= 0 and var cue } || !claim.Cue.Contains(cue) || Clause.IsPassive(document, cue)) continue;
                var isComplement = document[t].Relation == Dependency.Xcomp || document.Child(t, Dependency.Mark) is >= 0 and var to && document[to].Tag == PartOfSpeech.TO;
                if (document[t].Tag == PartOfSpeech.VBG && document[t].Relation == Dependency.Xcomp || isComplement && document[t].Tag == PartOfSpeech.VBN && document.Child(t, Dependency.Aux) >= 0 && document.Child(t, Dependency.AuxPass) < 0) return true;
            }
        }

        return false;
    }

    /// <summary>"sheltering", "having sheltered"</summary>
    private bool IsGerund(int token) =>
        _mentions.Document[token].Tag == PartOfSpeech.VBG || _mentions.Document[token].Tag == PartOfSpeech.VBN && _mentions.Document.Child(token, Dependency.Aux) is >= 0 and var having && _mentions.Document[having].Tag == PartOfSpeech.VBG;

    /// <summary>"being an informer": the parse hangs the copula on what somebody is.</summary>
    private bool IsBeing(int token) => _mentions.Document.Child(token, Dependency.Cop) is >= 0 and var being && being < token && _mentions.Document[being].Tag == PartOfSpeech.VBG;

    /// <summary>"accused them of killing": the deed that the accusation names, as a gerund.</summary>
    public bool IsGerundOfDeed(int token) => IsGerund(token) && _mentions.Document[token].Relation is Dependency.Advcl or Dependency.Acl or Dependency.Xcomp or Dependency.Ccomp && IsDeed(token);

    /// <summary>"killing them", "carrying out the raid", "firing the rockets", "being behind it".</summary>
    private bool IsDeed(int verb)
    {
        if (words.Deeds.Longest(_mentions.Document, verb) is not null) return true;

        // "being responsible for": the parse hangs the copula on what it is.
        foreach (var child in _mentions.Document.Children(verb))
        {
            if (_mentions.Document[child].Relation == Dependency.Cop && words.Deeds.Longest(_mentions.Document, child) is not null) return true;
        }

        // "playing a role in the attack"
        var thing = _mentions.Document.Child(verb, Dependency.Obj);
        if (thing >= 0 && _mentions.Document[thing].Tag.IsNoun() && words.Deeds.Longest(_mentions.Document, thing) is not null) return true;
        foreach (var incident in reading.Incidents)
        {
            if (types.IsViolence(incident.Type) && incident.Mentions.Exists(m => m.Tokens.Contains(verb) || thing >= 0 && m.Tokens.Contains(thing))) return true;
        }

        return false;
    }

    /// <summary>"contradicted the government, which had blamed bandits": somebody is contradicted, and no deed denied.</summary>
    public bool IsOfAnActor(Attribution claim)
    {
        var content = claim.Content[0];
        for (var t = content.First; t < content.End; t++)
        {
            if (!content.Contains(_mentions.Document[t].Head)) return _mentions.Document[t].Relation == Dependency.Obj && _mentions.ChainAt(t) >= 0;
        }

        return false;
    }

    /// <summary>The content speaks of responsibility: "had a hand in it", "the charge".</summary>
    public bool IsOfADeed(Attribution claim) => claim.Content.Any(c => words.Deeds.All(_mentions.Document, c).Any());

    /// <summary>"the accusation that …"</summary>
    public bool IsCharge(int noun) => words.Deeds.Longest(_mentions.Document, noun) is not null;

    /// <summary>The content tells of an incident, or speaks of responsibility for one.</summary>
    public bool IsAboutTheAct(Attribution claim)
    {
        foreach (var content in claim.Content)
        {
            if (words.Deeds.All(_mentions.Document, content).Any()) return true;
            foreach (var incident in reading.Incidents)
            {
                if (types.IsViolence(incident.Type) && incident.Mentions.Exists(m => content.Contains(m.Tokens))) return true;
            }
        }

        return false;
    }

    /// <summary>"denied that anyone had been kidnapped": it denies the event or its toll, not a part in it.</summary>
    public bool DeniesThatItWas(Attribution claim)
    {
        var document = _mentions.Document;
        var told = false;
        foreach (var content in claim.Content)
        {
            if (words.Deeds.All(document, content).Any()) return false;
            foreach (var incident in reading.Incidents)
            {
                foreach (var mention in incident.Mentions)
                {
                    if (content.Contains(mention.Tokens)) told |= document[mention.Head].Tag.IsVerb() && Clause.IsPassive(document, mention.Head) && mention.Agents.Count == 0;
                }
            }
        }

        return told;
    }
}
