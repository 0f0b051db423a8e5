using Ascribe.Actors;
using Ascribe.Claims;
using Ascribe.Language;
using Ascribe.Ontology;
using Ascribe.Records;

namespace Ascribe.Events;

/// <summary>What hangs on an event's trigger in the parse: who does it, to whom or what, with which weapon.</summary>
internal sealed class EventRoleReader(EventLexicon lexicon, EventTypes types)
{
    /// <summary>Of targets.tsv the kind of cars and lorries, of weapons.tsv the kind of those that are driven into people.</summary>
    private const string Vehicle = "vehicle";

    private readonly SideReader _sides = new(lexicon);
    private readonly EventWeaponReader _weapons = new(lexicon);

    public void Read(ReportMentions mentions, EventMention mention)
    {
        FindInParse(mentions, mention);
        mention.Agents.RemoveAll(a => IsLabel(mentions, mention, a));
        for (var i = 0; i < mention.Patients.Count; i++) mention.Patients[i] = mentions.CountedBy(mention.Patients[i]);
        Clear(mentions.Document, mention);
        _weapons.TakeUsed(mentions, mention);
        TakeLayers(mentions, mention);
        if (types.IsMutual(mention.Type)) _sides.Read(mentions, mention);
        if (mention.Trigger.Weapon is { } kind && !mention.Weapons.Exists(w => w.Kind == kind || lexicon.IsKindOf(w.Kind, kind) || lexicon.EventOfWeapon(w.Kind) == lexicon.EventOfWeapon(kind)))
            mention.Weapons.Add(new WeaponMention(mention.Tokens, kind, null));
    }

    /// <summary>"Sudan: drone strike kills 40": a headline's label of where, or by whom, it is told does nothing.</summary>
    private static bool IsLabel(ReportMentions mentions, EventMention mention, int agent)
    {
        var document = mentions.Document;
        return mentions.Report.IsTitle(mention.Sentence) && agent < mention.Tokens.First && document[agent + 1].Tag == PartOfSpeech.Colon && document.NounPhrase(agent).First == document.SentenceTokens(mention.Sentence).First;
    }

    /// <summary>"killed not by the rebels but by the army": the rebels did not do it.</summary>
    private static void Clear(Document document, EventMention mention)
    {
        foreach (var agent in mention.Agents)
        {
            if (document.Child(agent, Dependency.Case) is > 0 and var preposition && CueSite.IsNegation(document[preposition - 1]) && Clause.DeniesPhrase(document, preposition - 1)) mention.Cleared.Add(agent);
        }

        mention.Agents.RemoveAll(mention.Cleared.Contains);
    }

    /// <summary>"a bomb planted by rebels exploded": whoever laid the weapon did it.</summary>
    private void TakeLayers(ReportMentions mentions, EventMention mention)
    {
        if (mention.Agents.Count > 0) return;
        foreach (var weapon in mention.Weapons)
        {
            foreach (var child in mentions.Document.Children(weapon.Tokens.End - 1))
            {
                if (mentions.Document[child].Relation == Dependency.Acl && lexicon.IsLaying(mentions.Document, child)) Clause.ByAgents(mentions.Document, child, mention.Agents);
            }
        }
    }

    private void FindInParse(ReportMentions mentions, EventMention mention)
    {
        if (mention.Trigger.Strength == TriggerStrength.Taken) FindTaken(mentions, mention);
        else if (mention.Trigger.Frame is TriggerFrame.Noun or TriggerFrame.Toll && !mentions.Document[mention.Head].Tag.IsVerb()) FindNominalRoles(mentions, mention);
        else FindVerbalRoles(mentions, mention);
    }

    /// <summary>"took eight people hostage", "took two hostages", "people were held hostage": the roles are the verb's.</summary>
    private void FindTaken(ReportMentions mentions, EventMention mention)
    {
        var document = mentions.Document;
        var first = document.SentenceTokens(mention.Sentence).First;
        var verb = Math.Max(first, mention.Tokens.First - 1);
        while (verb > first && !document[verb].Tag.IsVerb()) verb--;
        if (!lexicon.IsTaking(document, verb)) return;
        var subjects = new List<int>();
        Clause.Subjects(document, verb, subjects);
        if (Clause.IsPassive(document, verb) && subjects.Count > 0)
        {
            mention.Patients.AddRange(subjects);
            Clause.ByAgents(document, verb, mention.Agents);
            return;
        }

        foreach (var subject in subjects) TakeWeaponOrAgent(mentions, mention, subject);
        Clause.Objects(document, verb, mention.Patients);
        if (mention.Patients.Count > 1) mention.Patients.Remove(mention.Head);
        if (mention.Patients.Count == 0) mention.Patients.Add(mention.Head);

        // "took 170 people hostage", where the parse makes one noun of them.
        if (mention.Patients is [var taken] && taken == mention.Head && mentions.CountAt(taken) is null && document.Child(taken, Dependency.Compound) is >= 0 and var people && mentions.CountAt(people) is not null)
            mention.Patients[0] = people;
    }

    private void FindVerbalRoles(ReportMentions mentions, EventMention mention)
    {
        var document = mentions.Document;
        var verb = mention.Head;
        var subjects = CountedInPhrase(mentions, mention) is >= 0 and var counted ? [counted] : Doers(mentions, verb);
        if (subjects.Count > 0 && subjects.TrueForAll(s => IsTimeOrBarePlace(mentions, s)) && document[verb].Head is >= 0 and var above)
        {
            // "pupils abducted last month were freed": the parse makes the month the subject.
            subjects.Clear();
            Clause.Subjects(document, above, subjects);
        }

        if (document[verb] is { Relation: Dependency.Amod, Tag: PartOfSpeech.VBN or PartOfSpeech.VBD, Head: var described } && IsCompoundBefore(mentions, verb, described))
        {
            // "In answer, Turkey bombed camps", which the parse reads as one phrase: no name stands before the participle of what it is part of.
            TakeWeaponOrAgent(mentions, mention, verb - 1);
            Clause.WithConjuncts(document, described, mention.Patients);
            return;
        }

        if (IsFoiled(document, verb)) subjects.Clear();
        subjects.RemoveAll(s => mention.Tokens.Contains(s));
        if (subjects.Count == 0 || subjects is [var only] && lexicon.WeaponAt(document, only) is not null) _weapons.AddBefore(document, verb, subjects);
        var objects = new List<int>();
        Clause.Objects(document, verb, objects);

        // "shot and killed a judge": the object of the last is that of all.
        for (var t = mention.Tokens.First; t < mention.Tokens.End && objects.Count == 0; t++)
        {
            if (document[t] is { Relation: Dependency.Conj, Head: var joined } && joined == verb && document[t].Tag.IsVerb()) Clause.Objects(document, t, objects);
        }

        objects.RemoveAll(o => mention.Tokens.Contains(o));
        switch (mention.Trigger.Frame)
        {
            case TriggerFrame.Happen:
                foreach (var subject in subjects) TakeWeaponOrAgent(mentions, mention, subject);
                break;
            case TriggerFrame.Wield when Clause.IsPassive(document, verb):
                foreach (var subject in subjects) _weapons.Take(mentions, mention, subject);
                Clause.ByAgents(document, verb, mention.Agents);
                break;
            case TriggerFrame.Wield:
                foreach (var used in objects) _weapons.Take(mentions, mention, used);
                foreach (var subject in subjects) TakeWeaponOrAgent(mentions, mention, subject);
                break;
            case TriggerFrame.Suffer:
                mention.Patients.AddRange(subjects);

                // "fell to rebels"
                if (document[mention.Tokens.End - 1] is { Relation: Dependency.Case, Head: var doer } && doer >= mention.Tokens.End) Clause.WithConjuncts(document, doer, mention.Agents);
                break;
            case TriggerFrame.Act when Clause.IsPassive(document, verb) || objects.Count == 0 && (IsHeadlinePassive(mentions, mention) || IsReduced(mentions, mention, subjects)):
                foreach (var subject in subjects)
                {
                    // "rockets were fired at the camp"
                    if (lexicon.WeaponAt(document, subject) is { Value.IsCarrier: false } fired) EventWeaponReader.Add(mentions, mention, fired.Tokens, subject, fired.Value);
                    else mention.Patients.Add(subject);
                }

                var agents = new List<int>();
                Clause.ByAgents(document, verb, agents);
                foreach (var agent in agents) TakeWeaponOrAgent(mentions, mention, agent);
                break;
            // "soldiers defused a car bomb"
            case TriggerFrame.Act when mention.Trigger.Status == EventStatus.Foiled:
                foreach (var used in objects) _weapons.Take(mentions, mention, used);
                break;
            // "the convoy hit a roadside bomb"
            case TriggerFrame.Act when mention.Trigger.Strength == TriggerStrength.Weak && objects.Count > 0 && lexicon.WeaponAt(document, objects[0]) is { Value.IsCarrier: false } && subjects.TrueForAll(s => lexicon.WeaponAt(document, s) is null):
                _weapons.Take(mentions, mention, objects[0]);
                mention.Patients.AddRange(subjects);
                break;
            default:
                foreach (var subject in subjects)
                {
                    if (!IsTargetOfAct(document, verb, subject)) TakeWeaponOrAgent(mentions, mention, subject);
                }

                mention.Patients.AddRange(objects);
                break;
        }

        for (var t = mention.Tokens.First; t < mention.Tokens.End; t++) TakeObliques(mentions, mention, t);
        if (mention is { Trigger.Frame: TriggerFrame.Wield, Weapons.Count: 0 }) TakeVehicle(mentions, mention, Clause.IsPassive(document, verb) ? subjects : objects);
        if (mention.Agents.Count == 0 && Clause.IsPassive(document, verb))
        {
            // "abducted from a convent by armed men": the parse hangs the doer on the place.
            foreach (var child in document.Children(verb))
            {
                if (child > verb && document[child].Relation == Dependency.Obl) TakeBelow(mentions, mention, child);
            }
        }

        if (mention.Agents.Count == 0 && Clause.IsPassive(document, verb) && AgentRightBehind(mentions, verb) is >= 0 and var behind) TakeWeaponOrAgent(mentions, mention, behind);
        if (mention.Agents.Count == 0 && Clause.IsPassive(document, verb)) TakeAgentApart(mentions, mention);
        if (mention.Patients.Count == 0 && mention.Trigger.VictimEffect is not null && CountedBeside(mentions, mention) is var beside and >= 0) mention.Patients.Add(beside);
        foreach (var patient in mention.Patients) _weapons.TakeBelow(mentions, mention, patient);
    }

    /// <summary>"rammed his car into a crowd", "a van was driven into worshippers": what is driven into people is a weapon.</summary>
    private void TakeVehicle(ReportMentions mentions, EventMention mention, List<int> driven)
    {
        if (!mention.Patients.Exists(p => mentions.ChainAt(p) is >= 0 and var chain && mentions.Chains[chain] is { Kind: ActorKind.Civilian })) return;
        foreach (var vehicle in driven)
        {
            if (lexicon.TargetKindAt(mentions.Document, vehicle) == Vehicle) mention.Weapons.Add(new WeaponMention(TokenRange.Of(vehicle), Vehicle, null));
        }
    }

    /// <summary>"was carried out by al-Qaida", where the parse loses the phrase: the actor behind the preposition right behind the verb, or -1.</summary>
    private int AgentRightBehind(ReportMentions mentions, int verb)
    {
        const int toName = 4;
        var document = mentions.Document;
        var end = document.SentenceTokens(document.SentenceOf(verb)).End;
        var t = verb + 1;
        if (t < end && document[t].Tag == PartOfSpeech.RP) t++;
        if (t >= end || lexicon.RoleOf(document[t].Form) != PrepositionRole.Agent) return -1;
        for (var name = t + 1; name < end && name <= t + toName; name++)
        {
            if (mentions.ChainAt(name) >= 0) return name;
            if (document[name].Tag is PartOfSpeech.Comma or PartOfSpeech.CC or PartOfSpeech.IN) return -1;
        }

        return -1;
    }

    /// <summary>"were killed in Borno on Monday, allegedly by the group": the parse hangs whoever is named apart on the nearest noun.</summary>
    private void TakeAgentApart(ReportMentions mentions, EventMention mention)
    {
        var document = mentions.Document;
        var end = document.SentenceTokens(mention.Sentence).End;
        var comma = -1;
        for (var t = mention.Tokens.End; t < end; t++)
        {
            if (document[t].Tag.IsVerb()) return;
            if (document[t].Tag == PartOfSpeech.Comma) comma = t;
            if (comma >= 0 && t - comma <= 2 && document[t] is { Relation: Dependency.Case, Head: var named } && named > t && lexicon.RoleOf(document[t].Form) == PrepositionRole.Agent)
            {
                if (mentions.ChainAt(named) >= 0) TakeWeaponOrAgent(mentions, mention, named);
                return;
            }
        }
    }

    /// <summary>"an assault on the consulate that killed seven": the assault did, where the parse hangs the clause on the consulate.</summary>
    private bool IsTargetOfAct(Document document, int verb, int subject) =>
        document[verb].Relation == Dependency.AclRelcl && document[verb].Head == subject && document[subject].Relation == Dependency.Nmod && document[subject].Head is >= 0 and var act
            && lexicon.RoleOf(Clause.Preposition(document, subject)) == PrepositionRole.Target && IsEventNoun(document, act);

    private static bool IsCompoundBefore(ReportMentions mentions, int verb, int described) =>
        verb > 0 && described > verb && mentions.Document[verb - 1] is { Relation: Dependency.Compound, Head: var head } && (head == verb || head == described) && mentions.ChainAt(verb - 1) >= 0;

    /// <summary>"Candidate shot dead in border town": a headline leaves out the auxiliary, and the parse takes the victim for the doer.</summary>
    private static bool IsHeadlinePassive(ReportMentions mentions, EventMention mention)
    {
        var document = mentions.Document;
        if (mention.Trigger.VictimEffect is null || !mentions.Report.IsTitle(mention.Sentence) || document[mention.Head].Tag is not (PartOfSpeech.VBD or PartOfSpeech.VBN)) return false;
        foreach (var child in document.Children(mention.Head))
        {
            if (document[child].Relation is Dependency.Aux or Dependency.Conj or Dependency.Ccomp) return false;
        }

        return CountedBeside(mentions, mention) < mention.Tokens.End;
    }

    /// <summary>"pupils abducted from a school were freed", where the parse takes the participle for the sentence's verb: nobody abducts without an object.</summary>
    private static bool IsReduced(ReportMentions mentions, EventMention mention, List<int> subjects) =>
        mention.Trigger.VictimEffect == VictimEffect.Kidnapped && subjects.Count > 0
            && subjects.TrueForAll(s => mentions.ChainAt(s) is >= 0 and var chain && mentions.Chains[chain].Kind is ActorKind.Civilian or ActorKind.Person);

    /// <summary>"12 were killed and 27 others sustained injuries", where the parse makes one noun of the last four words: those counted right before what they suffer; -1: nobody.</summary>
    private static int CountedInPhrase(ReportMentions mentions, EventMention mention)
    {
        var before = mention.Tokens.First - 1;
        var isPhrase = before >= 0 && mention.Trigger.Frame == TriggerFrame.Suffer && mentions.Document[mention.Head].Tag.IsNoun()
            && mentions.Document[before] is { Relation: Dependency.Compound, Head: var noun } && noun == mention.Head;
        return isPhrase && mentions.CountAt(before) is not null ? before : -1;
    }

    /// <summary>"left three others wounded", "killed five": people counted right beside the word, where the parse gives nobody.</summary>
    private static int CountedBeside(ReportMentions mentions, EventMention mention)
    {
        var document = mentions.Document;
        var sentence = document.SentenceTokens(mention.Sentence);
        var before = mention.Tokens.First - 1;
        while (before > sentence.First && document[before].Tag == PartOfSpeech.RB || before > sentence.First && document[before].Relation == Dependency.AuxPass) before--;
        foreach (var count in mentions.Counts)
        {
            if (count.Tokens.First > mention.Tokens.End) break;
            var last = count.Tokens.End - 1;
            if (count.Tokens.First == mention.Tokens.End) return count.Counted >= 0 ? count.Counted : last;
            // "100 others sustained injuries": the parse may take the verb for an adjective.
            if (count.Tokens.First < sentence.First || document[mention.Head].Tag is not (PartOfSpeech.VBN or PartOfSpeech.VBD) && document[mention.Tokens.First].Tag is not (PartOfSpeech.VBN or PartOfSpeech.VBD)) continue;
            if (count.Counted == before && before >= sentence.First) return before;
            if (count.Counted < 0 && last == before) return last;
        }

        return -1;
    }

    /// <summary>Whom a governing verb names as the doer, else the clause's subjects.</summary>
    private List<int> Doers(ReportMentions mentions, int verb)
    {
        var document = mentions.Document;
        var found = Controllers(document, verb);
        if (found.Count == 0) Clause.Subjects(document, DeedOfStruck(mentions, verb) is >= 0 and var deed ? deed : verb, found);
        return found;
    }

    /// <summary>"The attackers were shot dead by police after they stormed a court, killing three guards": those who were struck did what is told last, where the parse hangs it on the first verb. The verb of their deed, or -1.</summary>
    private static int DeedOfStruck(ReportMentions mentions, int verb)
    {
        var document = mentions.Document;
        if (document[verb] is not { Relation: Dependency.Advcl, Tag: PartOfSpeech.VBG, Head: >= 0 and var striking } || document.Child(verb, Dependency.Mark) >= 0) return -1;
        var struck = new List<int>();
        if (Clause.IsPassive(document, striking)) Clause.Subjects(document, striking, struck);
        else Clause.Objects(document, striking, struck);
        foreach (var deed in document.Children(striking))
        {
            if (deed > striking && deed < verb && document[deed].Relation == Dependency.Advcl && document.Child(deed, Dependency.Nsubj) is >= 0 and var doer
                && mentions.ChainAt(doer) is >= 0 and var chain && struck.Exists(s => AreSame(mentions, mentions.ChainAt(s), chain))) return deed;
        }

        return -1;
    }

    /// <summary>One chain, or fighters without a name that two words are used for: "attackers" who are "gunmen".</summary>
    private static bool AreSame(ReportMentions mentions, int a, int b) =>
        a == b || a >= 0 && mentions.Chains[a] is { IsNamed: false, Kind: ActorKind.ArmedGroup } && mentions.Chains[b] is { IsNamed: false, Kind: ActorKind.ArmedGroup };

    /// <summary>"accused Israel of bombing", "ordered the army to attack", "jailed a man for stabbing": whoever the governing verb names as its object does it.</summary>
    private List<int> Controllers(Document document, int verb)
    {
        var found = new List<int>();
        var governor = document[verb].Head;
        if (governor < 0 || !document[governor].Tag.IsVerb() || document[verb].Relation is not (Dependency.Xcomp or Dependency.Advcl)) return found;
        var mark = document.Child(verb, Dependency.Mark);
        if (document[verb].Relation == Dependency.Advcl && (mark < 0 || lexicon.RoleOf(document[mark].Form) is not (PrepositionRole.Patient or PrepositionRole.Reason))) return found;
        Clause.Objects(document, governor, found);
        found.RemoveAll(o => o > verb);
        return found;
    }

    /// <summary>"they foiled a plot to bomb the station": whoever foils a deed is not the one who was to do it.</summary>
    private bool IsFoiled(Document document, int verb)
    {
        var (governor, relation) = (document[verb].Head, document[verb].Relation);
        if (governor >= 0 && relation == Dependency.Acl) (governor, relation) = (document[governor].Head, document[governor].Relation);
        return governor >= 0 && relation is Dependency.Xcomp or Dependency.Advcl or Dependency.Acl or Dependency.Obj or Dependency.NsubjPass
            && (lexicon.SupportVerbs.Longest(document, governor)?.Value.Status ?? lexicon.StatusCues.Longest(document, governor)?.Value) == EventStatus.Foiled;
    }

    private void FindNominalRoles(ReportMentions mentions, EventMention mention)
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
                case Dependency.NmodPoss when mention.Trigger.VictimEffect is not null && !HasPatient(document, noun):
                    // "the priest's abduction", but "the rebels' abduction of the priest".
                    mention.Patients.Add(child);
                    break;
                case Dependency.NmodPoss:
                    if (mentions.ChainAt(child) >= 0 && !IsSuffered(mentions, mention, child)) mention.Agents.Add(child);
                    break;
                case Dependency.Compound or Dependency.Amod or Dependency.Nmod or Dependency.NmodDesc when child < noun:
                    TakeModifier(mentions, mention, child);

                    // "a rebel shelling attack": the parse hangs the rebels on the shelling.
                    if (IsEventNoun(document, child)) TakeModifiersOf(mentions, mention, child);
                    break;
                case Dependency.Acl or Dependency.AclRelcl when document[child].Lemma is { Length: > 0 }:
                    TakeClause(mentions, mention, child);
                    break;
                case Dependency.Det or Dependency.Amod:
                    break;
            }
        }

        // "an army air strike": the parse hangs the army on the air.
        for (var t = mention.Tokens.First; t < mention.Tokens.End; t++)
        {
            if (t != noun) TakeModifiersOf(mentions, mention, t);
        }

        if (lexicon.RoleOf(Clause.Preposition(document, noun)) == PrepositionRole.Author)
        {
            var authors = new List<int>();
            Clause.Subjects(document, noun, authors);

            // "Iran behind bank bombing, Britain says", "the men behind the attack"
            if (authors.Count == 0 && document[noun] is { Relation: Dependency.Nmod, Head: >= 0 and var behind } && mentions.ChainAt(behind) >= 0) Clause.WithConjuncts(document, behind, authors);
            foreach (var author in authors)
            {
                // "No group said it was behind the blast": what is said of "it" the claims tell.
                if (document[author].Tag != PartOfSpeech.PRP) TakeWeaponOrAgent(mentions, mention, author);
            }
        }

        TakeObliques(mentions, mention, noun);
        foreach (var phrase in mention.Patients.Concat(mention.Agents).ToArray()) TakeBelow(mentions, mention, phrase);
        if (mention.Patients.Count == 0) TakeTargetBehind(mentions, mention);
        if (mention.Agents.Count == 0) TakeAgentBehind(mentions, mention);
        var governor = document[noun].Head;
        if (governor < 0 || !document[governor].Tag.IsVerb()) return;
        if (SupportOver(document, mention) is { } support)
        {
            var subjects = new List<int>();
            if (support.SubjectSuffers) Clause.Subjects(document, governor, mention.Patients);
            else if (document[noun].Relation is Dependency.Obj or Dependency.Obl && support.SubjectActs) subjects = Doers(mentions, governor);
            else if (document[noun].Relation == Dependency.NsubjPass && support.SubjectActs)
            {
                Clause.ByAgents(document, governor, subjects);
                if (subjects.Count == 0 && AgentRightBehind(mentions, governor) is >= 0 and var behind) subjects.Add(behind);
            }

            foreach (var subject in subjects)
            {
                if (subject != noun) TakeWeaponOrAgent(mentions, mention, subject);
            }

            TakeObliques(mentions, mention, governor);
        }
        else if (document[noun].Relation is Dependency.Nsubj or Dependency.NsubjPass && lexicon.Triggers.Longest(document, governor) is null)
        {
            // "The attack left two dead", "the blast happened near a market": places and times hang on the verb.
            TakeObliques(mentions, mention, governor);
        }
    }

    private void TakeModifiersOf(ReportMentions mentions, EventMention mention, int word)
    {
        foreach (var child in mentions.Document.Children(word))
        {
            if (child < word && !mention.Tokens.Contains(child) && mentions.Document[child].Relation is Dependency.Compound or Dependency.Amod) TakeModifier(mentions, mention, child);
        }
    }

    /// <summary>
    /// "the murder of a judge by gunmen", "an attack on a base in Mali by rebels", "an attack by rebels on a mosque": the parse hangs the doer on the victim or
    /// the place, and the target on the doer.
    /// </summary>
    private void TakeBelow(ReportMentions mentions, EventMention mention, int phrase)
    {
        var document = mentions.Document;
        foreach (var child in document.Children(phrase))
        {
            if (child < phrase || document[child].Relation is not (Dependency.Nmod or Dependency.OblAgent)) continue;
            var role = lexicon.RoleOf(Clause.Preposition(document, child));
            if (role == PrepositionRole.Agent)
            {
                if (mentions.ChainAt(child) >= 0) TakeWeaponOrAgent(mentions, mention, child);
            }
            else if (role == PrepositionRole.Target && mention.Agents.Contains(phrase))
            {
                if (lexicon.TargetKindAt(document, child) is not null && !lexicon.IsPlacing(Clause.Preposition(document, child))) Clause.WithConjuncts(document, child, mention.Patients);
            }
            else if (mention.Agents.Count > 0)
            {
                continue;
            }

            TakeBelow(mentions, mention, child);
        }
    }

    /// <summary>"took part in a rocket attack on the embassy": what stands right behind the noun, where the parse hangs it on the verb.</summary>
    private void TakeTargetBehind(ReportMentions mentions, EventMention mention)
    {
        var document = mentions.Document;
        var preposition = mention.Tokens.End;
        if (preposition >= document.SentenceTokens(mention.Sentence).End || document[preposition].Relation != Dependency.Case || lexicon.RoleOf(document[preposition].Form) != PrepositionRole.Target) return;
        var target = document[preposition].Head;
        if (target > preposition && document[target].Relation == Dependency.Obl && !IsBlamedFor(document, mention, document[target].Head, document[preposition].Form) && !IsTimeOrBarePlace(mentions, target)) Clause.WithConjuncts(document, target, mention.Patients);
    }

    /// <summary>"an attack by suspected rebels", where the parse makes a verb of the participle: the noun that ends the phrase right behind the preposition.</summary>
    private void TakeAgentBehind(ReportMentions mentions, EventMention mention)
    {
        var document = mentions.Document;
        var end = document.SentenceTokens(mention.Sentence).End;
        var t = mention.Tokens.End;
        if (t + 1 >= end || lexicon.RoleOf(document[t].Form) != PrepositionRole.Agent || document[t + 1].Tag is not (PartOfSpeech.VBN or PartOfSpeech.VBD)) return;
        t += 2;
        while (t < end && (document[t].Tag.IsNoun() || document[t].Tag.IsAdjective())) t++;
        if (mentions.ChainAt(t - 1) >= 0) TakeWeaponOrAgent(mentions, mention, t - 1);
    }

    private bool HasPatient(Document document, int noun)
    {
        foreach (var child in document.Children(noun))
        {
            if (document[child].Relation == Dependency.Nmod && lexicon.RoleOf(Clause.Preposition(document, child)) == PrepositionRole.Patient) return true;
        }

        return false;
    }

    private SupportVerb? SupportOver(Document document, EventMention mention)
    {
        var governor = document[mention.Head].Head;
        if (governor < 0 || document[mention.Head].Relation is not (Dependency.Obj or Dependency.NsubjPass or Dependency.Obl)) return null;
        var support = lexicon.SupportVerbs.Longest(document, governor);

        // "came under fire": the preposition belongs to the verb.
        return document[mention.Head].Relation != Dependency.Obl || support?.Tokens.Count > 1 && document[support.Value.Tokens.End - 1].Head == mention.Head ? support?.Value : null;
    }

    /// <summary>"a rocket attack", "the embassy attack", "the Taliban attack", "Israeli air strikes".</summary>
    private void TakeModifier(ReportMentions mentions, EventMention mention, int child)
    {
        if (lexicon.LeaderIn(mentions.Document, child) is >= 0 and var leader)
        {
            if (mentions.ChainAt(leader) >= 0) mention.Agents.Add(leader);
        }
        else if (lexicon.WeaponAt(mentions.Document, child) is { } weapon) EventWeaponReader.Add(mentions, mention, weapon.Tokens, child, weapon.Value);
        else if (lexicon.TargetKindAt(mentions.Document, child) is not null && !IsForceOrState(mentions, child)) mention.Patients.Add(child);
        else if (mentions.ChainAt(child) >= 0) TakeNamedModifier(mentions, mention, child);
    }

    /// <summary>"an army air strike", "a government raid"</summary>
    private static bool IsForceOrState(ReportMentions mentions, int head) => mentions.ChainAt(head) is >= 0 and var chain && mentions.Chains[chain] is { IsForce: true } or { Kind: ActorKind.State };

    /// <summary>"Israeli and US air strikes", "the Taliban attack" name who did it; "the Libya attack" names the place, and "the Daily Mirror attack" what was attacked.</summary>
    private static void TakeNamedModifier(ReportMentions mentions, EventMention mention, int child)
    {
        var heads = new List<int>();
        Clause.WithConjuncts(mentions.Document, child, heads);
        foreach (var head in heads)
        {
            if (mentions.ChainAt(head) is not (>= 0 and var number)) continue;
            var chain = mentions.Chains[number];
            if (chain is { Kind: ActorKind.State, IsNamed: true } && mentions.Document[head].Text.SequenceEqual(chain.Name)) continue;
            if (chain.IsNamed && chain.Kind is ActorKind.Media or ActorKind.Unknown or ActorKind.Civilian) mention.Patients.Add(head);
            else mention.Agents.Add(head);
        }
    }

    /// <summary>"the attack that killed four", "an attack blamed on rebels", "an attack carried out by rebels".</summary>
    private void TakeClause(ReportMentions mentions, EventMention mention, int verb)
    {
        if (!mentions.Document[verb].Tag.IsVerb()) return;
        if (lexicon.SupportVerbs.Longest(mentions.Document, verb) is { Value.SubjectActs: true })
        {
            var agents = new List<int>();
            Clause.ByAgents(mentions.Document, verb, agents);
            foreach (var agent in agents) TakeWeaponOrAgent(mentions, mention, agent);
            TakeObliques(mentions, mention, verb);
        }
    }

    private void TakeObliques(ReportMentions mentions, EventMention mention, int governor)
    {
        var document = mentions.Document;
        foreach (var child in document.Children(governor))
        {
            var relation = document[child].Relation;
            if (relation is not (Dependency.Obl or Dependency.Nmod or Dependency.OblAgent) || mention.Tokens.Contains(child)) continue;
            var preposition = Clause.Preposition(document, child);
            if (IsBlamedFor(document, mention, governor, preposition)) continue;
            if (mention.Trigger.Frame == TriggerFrame.Act && mention.Tokens.Contains(document.Child(child, Dependency.Case)))
            {
                // "set fire to a church": the preposition belongs to the words of the event.
                Clause.WithConjuncts(document, child, mention.Patients);
                continue;
            }

            switch (lexicon.RoleOf(preposition))
            {
                // "a strike by a drone"
                case PrepositionRole.Agent when lexicon.WeaponAt(document, child) is not null:
                    TakeWeaponOrAgent(mentions, mention, child);
                    break;
                // "killed at a checkpoint", "attacked a bus on a road": there, and not the checkpoint or the road. "Hit a depot at the airport" hit the airport.
                case PrepositionRole.Target when lexicon.IsPlacing(preposition) && mention.Trigger.VictimEffect is not null:
                case PrepositionRole.Target when !lexicon.IsPlacing(preposition) && mention is { Trigger.Frame: TriggerFrame.Act, Patients.Count: > 0 } && document[mention.Head].Tag.IsVerb() && !IsBehindEventNoun(document, mention.Head, child):
                    break;
                case PrepositionRole.Target when !IsTimeOrBarePlace(mentions, child):
                    Clause.WithConjuncts(document, child, mention.Patients);
                    break;
                case PrepositionRole.Patient when !IsTimeOrBarePlace(mentions, child):
                    Clause.WithConjuncts(document, child, mention.Patients);
                    break;
                // "an attack by rebels", but "abducted from a school"
                case var role and (PrepositionRole.Agent or PrepositionRole.Source) when relation != Dependency.OblAgent && (role == PrepositionRole.Agent || document[mention.Head].Tag.IsNoun()) && mentions.ChainAt(child) is >= 0 and var chain
                    && !(mentions.Chains[chain] is not { IsNamed: true, Kind: ActorKind.ArmedGroup or ActorKind.State } && lexicon.TargetKindAt(document, child) is not null):
                    TakeWeaponOrAgent(mentions, mention, child);
                    break;
                case PrepositionRole.Weapon:
                    if (lexicon.WeaponAt(document, child) is { } weapon) EventWeaponReader.Add(mentions, mention, weapon.Tokens, child, weapon.Value);
                    break;
            }
        }
    }

    /// <summary>"Indonesia's deadliest attack", "the country's worst bombing": it befell the country; "Israel's deadliest air strike" did not.</summary>
    private bool IsSuffered(ReportMentions mentions, EventMention mention, int whose)
    {
        var document = mentions.Document;
        if (types.IsFromAfar(mention.Type) || !(mentions.ChainAt(whose) is >= 0 and var chain && mentions.Chains[chain].Kind == ActorKind.State || mentions.Places.Any(p => p.Tokens.Contains(whose)))) return false;
        foreach (var child in document.Children(mention.Head))
        {
            if (child > whose && child < mention.Head && lexicon.IsSuffering(document, child)) return true;
        }

        return false;
    }

    /// <summary>"killed in an attack by rebels on a market", where the parse hangs the market on the verb.</summary>
    private bool IsBehindEventNoun(Document document, int verb, int target)
    {
        for (var t = verb + 1; t < target; t++)
        {
            if (document[t].Tag.IsNoun() && IsEventNoun(document, t)) return true;
        }

        return false;
    }

    /// <summary>"blamed that attack on the rebels", "the attack was blamed on them": not whom the attack struck.</summary>
    private bool IsBlamedFor(Document document, EventMention mention, int governor, string preposition) =>
        !document[mention.Head].Tag.IsVerb() && lexicon.IsBlaming(document, document[governor].Tag.IsVerb() ? governor : document[governor].Relation == Dependency.Obj ? document[governor].Head : -1, preposition);

    private static bool IsTimeOrBarePlace(ReportMentions mentions, int token)
    {
        foreach (var time in mentions.Times)
        {
            if (time.Tokens.Contains(token)) return true;
        }

        return false;
    }

    private void TakeWeaponOrAgent(ReportMentions mentions, EventMention mention, int head)
    {
        head = mentions.CountedBy(head);
        if (_weapons.TakeMany(mentions, mention, head)) return;
        if (lexicon.WeaponAt(mentions.Document, head) is { } weapon)
        {
            EventWeaponReader.Add(mentions, mention, weapon.Tokens, head, weapon.Value);

            // "Israeli warplanes": the words stand for the state, or the user is a modifier of theirs, as of "rebel rockets".
            if (weapon.Value.IsCarrier && mentions.ChainAt(head) >= 0 && !mention.Agents.Contains(head)) mention.Agents.Add(head);
            foreach (var child in mentions.Document.Children(head))
            {
                if (child < head && (weapon.Value.IsCarrier ? mentions.ChainAt(child) >= 0 : IsForceOrState(mentions, child))) mention.Agents.Add(child);
            }

            return;
        }

        var chain = mentions.ChainAt(head);
        if (chain >= 0 && mentions.Chains[chain].Kind == ActorKind.Media) return;
        if (!mention.Agents.Contains(head) && !IsEventNoun(mentions.Document, head)) mention.Agents.Add(head);
        if (chain >= 0) return;

        // "army artillery"
        foreach (var child in mentions.Document.Children(head))
        {
            if (child < head && IsForceOrState(mentions, child) && mentions.Document[child].Relation is var relation && (relation == Dependency.Amod || relation == Dependency.Compound && !mentions.Chains[mentions.ChainAt(child)].IsNamed)) mention.Agents.Add(child);
        }
    }

    private bool IsEventNoun(Document document, int head) =>
        lexicon.Triggers.Longest(document, head) is { Value.Frame: TriggerFrame.Noun };
}
