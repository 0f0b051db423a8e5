using Ascribe.Actors;
using Ascribe.Language;
using Ascribe.Records;

namespace Ascribe.Events;

/// <summary>The roles of an event that a verb tells, from its subjects, its objects and the phrases at it.</summary>
internal sealed class VerbRoleReader(EventLexicon lexicon, EventWeaponReader weapons, EventDoerReader doers, EventPhraseReader phrases, ClauseDoers clauses)
{
    /// <summary>Of targets.tsv the kind of cars and lorries, of weapons.tsv the kind of those that are driven into people.</summary>
    private const string Vehicle = "vehicle";

    public void Read(ReportMentions mentions, EventMention mention)
    {
        var document = mentions.Document;
        var verb = mention.Head;
        var subjects = CountedInPhrase(mentions, mention) is >= 0 and var counted ? [counted] : clauses.Of(mentions, verb);
        if (subjects.Count > 0 && subjects.TrueForAll(mentions.IsInTime) && document[verb].Head is >= 0 and var above)
        {
            // "pupils abducted last month were freed": the parse makes the month the subject.
            subjects.Clear();
            Clause.Subjects(document, above, subjects);
        }

        if (document[verb] is { Relation: Dependency.Amod, Tag: PartOfSpeech.VBN or PartOfSpeech.VBD, Head: var described } && IsCompoundBefore(mentions, verb, described))
        {
            // "In answer, Turkey bombed camps", which the parse reads as one phrase: no name stands before the participle of what it is part of.
            doers.Take(mentions, mention, verb - 1);
            Clause.WithConjuncts(document, described, mention.Patients);
            return;
        }

        if (IsFoiled(document, verb)) subjects.Clear();
        subjects.RemoveAll(s => mention.Tokens.Contains(s));
        if (subjects.Count == 0 || subjects is [var only] && lexicon.WeaponAt(document, only) is not null) weapons.AddBefore(document, verb, subjects);
        var objects = new List<int>();
        Clause.Objects(document, verb, objects);

        // "shot and killed a judge": the object of the last is that of all.
        for (var t = mention.Tokens.First; t < mention.Tokens.End && objects.Count == 0; t++)
        {
            if (document[t] is { Relation: Dependency.Conj, Head: var joined } && joined == verb && document[t].Tag.IsVerb()) Clause.Objects(document, t, objects);
        }

        objects.RemoveAll(o => mention.Tokens.Contains(o));
        TakeByFrame(mentions, mention, subjects, objects);
        for (var t = mention.Tokens.First; t < mention.Tokens.End; t++) phrases.Take(mentions, mention, t);
        if (mention is { Trigger.Frame: TriggerFrame.Wield, Weapons.Count: 0 }) TakeVehicle(mentions, mention, Clause.IsPassive(document, verb) ? subjects : objects);
        if (mention.Agents.Count == 0 && Clause.IsPassive(document, verb)) TakeAstray(mentions, mention);
        if (mention.Patients.Count == 0 && mention.Trigger.VictimEffect is not null && CountedBeside(mentions, mention) is var beside and >= 0) mention.Patients.Add(beside);
        foreach (var patient in mention.Patients) weapons.TakeBelow(mentions, mention, patient);
    }

    /// <summary>Who does it and whom it befalls, by what the trigger makes of its subjects and objects.</summary>
    private void TakeByFrame(ReportMentions mentions, EventMention mention, List<int> subjects, List<int> objects)
    {
        var document = mentions.Document;
        var verb = mention.Head;
        switch (mention.Trigger.Frame)
        {
            case TriggerFrame.Happen:
                foreach (var subject in subjects) doers.Take(mentions, mention, subject);
                break;
            case TriggerFrame.Wield when Clause.IsPassive(document, verb):
                foreach (var subject in subjects) weapons.Take(mentions, mention, subject);
                Clause.ByAgents(document, verb, mention.Agents);
                break;
            case TriggerFrame.Wield:
                foreach (var used in objects) weapons.Take(mentions, mention, used);
                foreach (var subject in subjects) doers.Take(mentions, mention, subject);
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
                foreach (var agent in agents) doers.Take(mentions, mention, agent);
                break;
            // "soldiers defused a car bomb"
            case TriggerFrame.Act when mention.Trigger.Status == EventStatus.Foiled:
                foreach (var used in objects) weapons.Take(mentions, mention, used);
                break;
            // "the convoy hit a roadside bomb"
            case TriggerFrame.Act when mention.Trigger.Strength == TriggerStrength.Weak && objects.Count > 0 && lexicon.WeaponAt(document, objects[0]) is { Value.IsCarrier: false } && subjects.TrueForAll(s => lexicon.WeaponAt(document, s) is null):
                weapons.Take(mentions, mention, objects[0]);
                mention.Patients.AddRange(subjects);
                break;
            default:
                foreach (var subject in subjects)
                {
                    if (!IsTargetOfAct(document, verb, subject)) doers.Take(mentions, mention, subject);
                }

                mention.Patients.AddRange(objects);
                break;
        }
    }

    /// <summary>The doer of a passive whose "by" phrase the parse does not hang on the verb.</summary>
    private void TakeAstray(ReportMentions mentions, EventMention mention)
    {
        var document = mentions.Document;
        var verb = mention.Head;

        // "abducted from a convent by armed men": the parse hangs the doer on the place.
        foreach (var child in document.Children(verb))
        {
            if (child > verb && document[child].Relation == Dependency.Obl) phrases.TakeBelow(mentions, mention, child);
        }

        if (mention.Agents.Count == 0 && doers.RightBehind(mentions, verb) is >= 0 and var behind) doers.Take(mentions, mention, behind);
        if (mention.Agents.Count == 0) doers.TakeApart(mentions, mention);
    }

    /// <summary>"they foiled a plot to bomb the station": whoever foils a deed is not the one who was to do it.</summary>
    private bool IsFoiled(Document document, int verb)
    {
        var (governor, relation) = (document[verb].Head, document[verb].Relation);
        if (governor >= 0 && relation == Dependency.Acl) (governor, relation) = (document[governor].Head, document[governor].Relation);
        return governor >= 0 && relation is Dependency.Xcomp or Dependency.Advcl or Dependency.Acl or Dependency.Obj or Dependency.NsubjPass
            && (lexicon.SupportVerbs.Longest(document, governor)?.Value.Status ?? lexicon.StatusCues.Longest(document, governor)?.Value) == EventStatus.Foiled;
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

    /// <summary>"an assault on the consulate that killed seven": the assault did, where the parse hangs the clause on the consulate.</summary>
    private bool IsTargetOfAct(Document document, int verb, int subject) =>
        document[verb].Relation == Dependency.AclRelcl && document[verb].Head == subject && document[subject].Relation == Dependency.Nmod && document[subject].Head is >= 0 and var act
            && lexicon.RoleOf(Clause.Preposition(document, subject)) == PrepositionRole.Target && lexicon.IsEventNoun(document, act);

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
}
