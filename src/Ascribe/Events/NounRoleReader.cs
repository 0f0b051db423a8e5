using Ascribe.Language;
using Ascribe.Records;

namespace Ascribe.Events;

/// <summary>The roles of an event that a noun tells, from what hangs on the noun and from the verb that carries it.</summary>
internal sealed class NounRoleReader(EventLexicon lexicon, EventModifierReader modifiers, EventDoerReader doers, EventPhraseReader phrases, ClauseDoers clauses)
{
    public void Read(ReportMentions mentions, EventMention mention)
    {
        var document = mentions.Document;
        var noun = mention.Head;
        foreach (var child in document.Children(noun))
        {
            if (mention.Tokens.Contains(child)) continue;
            switch (document[child].Relation)
            {
                case Dependency.Nsubj or Dependency.NsubjPass when mention.Trigger.Frame == TriggerFrame.Toll:
                    Clause.WithConjuncts(document, child, mention.Patients);
                    break;
                case Dependency.NmodPoss:
                    modifiers.TakeOwner(mentions, mention, child);
                    break;
                case Dependency.Compound or Dependency.Amod or Dependency.Nmod or Dependency.NmodDesc when child < noun:
                    modifiers.Take(mentions, mention, child);

                    // "a rebel shelling attack": the parse hangs the rebels on the shelling.
                    if (lexicon.IsEventNoun(document, child)) modifiers.TakeAllOf(mentions, mention, child);
                    break;
                case Dependency.Acl or Dependency.AclRelcl when document[child].Lemma is { Length: > 0 }:
                    TakeClause(mentions, mention, child);
                    break;
            }
        }

        // "an army air strike": the parse hangs the army on the air.
        for (var t = mention.Tokens.First; t < mention.Tokens.End; t++)
        {
            if (t != noun) modifiers.TakeAllOf(mentions, mention, t);
        }

        if (lexicon.RoleOf(Clause.Preposition(document, noun)) == PrepositionRole.Author) TakeAuthors(mentions, mention);
        phrases.Take(mentions, mention, noun);
        foreach (var phrase in mention.Patients.Concat(mention.Agents).ToArray()) phrases.TakeBelow(mentions, mention, phrase);
        if (mention.Patients.Count == 0) phrases.TakeTargetBehind(mentions, mention);
        if (mention.Agents.Count == 0) doers.TakeBehindNoun(mentions, mention);
        TakeFromGovernor(mentions, mention);
    }

    /// <summary>"the attack that killed four", "an attack blamed on rebels", "an attack carried out by rebels".</summary>
    private void TakeClause(ReportMentions mentions, EventMention mention, int verb)
    {
        var document = mentions.Document;
        if (!document[verb].Tag.IsVerb() || lexicon.SupportVerbs.Longest(document, verb) is not { Value.SubjectActs: true }) return;
        var agents = new List<int>();
        Clause.ByAgents(document, verb, agents);
        foreach (var agent in agents) doers.Take(mentions, mention, agent);
        phrases.Take(mentions, mention, verb);
    }

    /// <summary>"rebels are behind the attack"</summary>
    private void TakeAuthors(ReportMentions mentions, EventMention mention)
    {
        var document = mentions.Document;
        var noun = mention.Head;
        var authors = new List<int>();
        Clause.Subjects(document, noun, authors);

        // "Iran behind bank bombing, Britain says", "the men behind the attack"
        if (authors.Count == 0 && document[noun] is { Relation: Dependency.Nmod, Head: >= 0 and var behind } && mentions.ChainAt(behind) >= 0) Clause.WithConjuncts(document, behind, authors);
        foreach (var author in authors)
        {
            // "No group said it was behind the blast": what is said of "it" the claims tell.
            if (document[author].Tag != PartOfSpeech.PRP) doers.Take(mentions, mention, author);
        }
    }

    /// <summary>"rebels carried out an attack", "the base came under fire", "the attack left two dead": the roles that the verb over the noun tells.</summary>
    private void TakeFromGovernor(ReportMentions mentions, EventMention mention)
    {
        var document = mentions.Document;
        var noun = mention.Head;
        var governor = document[noun].Head;

        // "took part in the attack"
        if (document[noun].Relation == Dependency.Nmod && governor >= 0 && document[governor] is { Relation: Dependency.Obj, Head: >= 0 and var verb }) governor = verb;
        if (governor < 0 || !document[governor].Tag.IsVerb()) return;
        if (SupportOver(document, mention, governor) is { } support)
        {
            var subjects = new List<int>();
            if (support.SubjectSuffers) Clause.Subjects(document, governor, mention.Patients);
            else if (document[noun].Relation is Dependency.Obj or Dependency.Obl or Dependency.Nmod && support.SubjectActs) subjects = clauses.Of(mentions, governor);
            else if (document[noun].Relation == Dependency.NsubjPass && support.SubjectActs)
            {
                Clause.ByAgents(document, governor, subjects);
                if (subjects.Count == 0 && doers.RightBehind(mentions, governor) is >= 0 and var behind) subjects.Add(behind);
            }

            foreach (var subject in subjects)
            {
                if (subject != noun) doers.Take(mentions, mention, subject);
            }

            phrases.Take(mentions, mention, governor);
        }
        else if (document[noun].Relation is Dependency.Nsubj or Dependency.NsubjPass && lexicon.Triggers.Longest(document, governor) is null)
        {
            // "The attack left two dead", "the blast happened near a market": places and times hang on the verb.
            phrases.Take(mentions, mention, governor);
        }
    }

    private SupportVerb? SupportOver(Document document, EventMention mention, int governor)
    {
        if (document[mention.Head].Relation is not (Dependency.Obj or Dependency.NsubjPass or Dependency.Obl or Dependency.Nmod)) return null;
        var support = lexicon.SupportVerbs.Longest(document, governor);

        // "came under fire": the preposition belongs to the verb.
        return document[mention.Head].Relation is not (Dependency.Obl or Dependency.Nmod) || support?.Tokens.Count > 1 && document[support.Value.Tokens.End - 1].Head == mention.Head ? support?.Value : null;
    }
}
