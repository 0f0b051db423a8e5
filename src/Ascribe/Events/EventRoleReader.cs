using Ascribe.Claims;
using Ascribe.Language;
using Ascribe.Ontology;
using Ascribe.Records;

namespace Ascribe.Events;

/// <summary>What hangs on an event's trigger in the parse: who does it, to whom or what, with which weapon.</summary>
internal sealed class EventRoleReader
{
    private readonly EventTypes _types;
    private readonly EventLexicon _lexicon;
    private readonly SideReader _sides;
    private readonly EventWeaponReader _weapons;
    private readonly EventDoerReader _doers;
    private readonly VerbRoleReader _verbs;
    private readonly NounRoleReader _nouns;

    public EventRoleReader(EventTypes types, EventLexicon lexicon)
    {
        _types = types;
        _lexicon = lexicon;
        _sides = new SideReader(lexicon);
        _weapons = new EventWeaponReader(lexicon);
        _doers = new EventDoerReader(lexicon, _weapons);
        var phrases = new EventPhraseReader(lexicon, _doers);
        var clauses = new ClauseDoers(lexicon);
        _verbs = new VerbRoleReader(lexicon, _weapons, _doers, phrases, clauses);
        _nouns = new NounRoleReader(lexicon, new EventModifierReader(types, lexicon), _doers, phrases, clauses);
    }

    public void Read(ReportMentions mentions, EventMention mention)
    {
        FindInParse(mentions, mention);
        mention.Agents.RemoveAll(a => IsLabel(mentions, mention, a));
        for (var i = 0; i < mention.Patients.Count; i++) mention.Patients[i] = WholeOf(mentions.Document, mentions.CountedBy(mention.Patients[i]));
        Clear(mentions.Document, mention);
        _weapons.TakeUsed(mentions, mention);
        TakeLayers(mentions, mention);
        if (_types.IsMutual(mention.Type)) _sides.Read(mentions, mention);
        if (mention.Trigger.Weapon is { } kind && !mention.Weapons.Exists(w => w.Kind == kind || _lexicon.IsKindOf(w.Kind, kind) || _lexicon.EventOfWeapon(w.Kind) == _lexicon.EventOfWeapon(kind)))
            mention.Weapons.Add(new WeaponMention(mention.Tokens, kind, null));
    }

    /// <summary>"half of the village was burned down": the thing of which a part is told; of people the part counts.</summary>
    private int WholeOf(Document document, int part)
    {
        if (!_lexicon.IsPortion(document[part].Form)) return part;
        foreach (var child in document.Children(part))
        {
            if (child > part && document[child].Relation == Dependency.Nmod && _lexicon.RoleOf(Clause.Preposition(document, child)) == PrepositionRole.Patient && _lexicon.TargetKindAt(document, child) is not (null or VictimReader.People)) return child;
        }

        return part;
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
                if (mentions.Document[child].Relation == Dependency.Acl && _lexicon.IsLaying(mentions.Document, child)) Clause.ByAgents(mentions.Document, child, mention.Agents);
            }
        }
    }

    private void FindInParse(ReportMentions mentions, EventMention mention)
    {
        if (mention.Trigger is { Strength: TriggerStrength.Taken, Frame: TriggerFrame.Noun }) FindTaken(mentions, mention);
        else if (mention.Trigger.Frame is TriggerFrame.Noun or TriggerFrame.Toll && !mentions.Document[mention.Head].Tag.IsVerb()) _nouns.Read(mentions, mention);
        else _verbs.Read(mentions, mention);
    }

    /// <summary>"took eight people hostage", "took two hostages", "people were held hostage": the roles are the verb's.</summary>
    private void FindTaken(ReportMentions mentions, EventMention mention)
    {
        var document = mentions.Document;
        var first = document.SentenceTokens(mention.Sentence).First;
        var verb = Math.Max(first, mention.Tokens.First - 1);
        while (verb > first && !document[verb].Tag.IsVerb()) verb--;
        if (!_lexicon.IsTaking(document, verb)) return;
        var subjects = new List<int>();
        Clause.Subjects(document, verb, subjects);
        if (Clause.IsPassive(document, verb) && subjects.Count > 0)
        {
            mention.Patients.AddRange(subjects);
            Clause.ByAgents(document, verb, mention.Agents);
            return;
        }

        foreach (var subject in subjects) _doers.Take(mentions, mention, subject);
        Clause.Objects(document, verb, mention.Patients);
        if (mention.Patients.Count > 1) mention.Patients.Remove(mention.Head);
        if (mention.Patients.Count == 0) mention.Patients.Add(mention.Head);

        // "took 170 people hostage", "took diners hostage", where the parse makes one noun of them; "school hostages" are hostages.
        if (mention.Patients is [var taken] && taken == mention.Head && mentions.CountAt(taken) is null && document.Child(taken, Dependency.Compound) is >= 0 and var people
            && (mentions.CountAt(people) is not null || document[taken].Tag == PartOfSpeech.NN && document[people].Tag == PartOfSpeech.NNS))
            mention.Patients[0] = people;
    }
}
