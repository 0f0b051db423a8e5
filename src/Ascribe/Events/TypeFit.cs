using Ascribe.Actors;
using Ascribe.Language;
using Ascribe.Ontology;
using Ascribe.Records;

namespace Ascribe.Events;

/// <summary>How well the type of a mention fits that of an incident that was told before it: whether both may name one act.</summary>
internal sealed class TypeFit(EventTypes types, EventLexicon lexicon)
{
    /// <summary>The type that says of an attack only that it was one.</summary>
    public const string Unspecified = "attack_unspecified";

    public const string CrowdRepression = "crowd_repression";

    /// <summary>The type of an attack that did not come about, whatever it was to be.</summary>
    public const string FoiledAttack = "foiled_attack";

    public const string Assault = "armed_assault";
    public const string Bombing = "bombing";
    public const string Looting = "looting_robbery";

    private const string Assassination = "assassination";
    private const string Arson = "sabotage_arson";
    private const string Demonstration = "demonstration";

    private readonly AttackPhases _phases = new(types, lexicon);

    /// <summary>0: they cannot be one act; 3: one type; else the higher the likelier.</summary>
    public int Of(ReportMentions mentions, Incident incident, EventMention mention) => incident.Type == mention.Type ? 3 : Across(mentions, incident, mention);

    private int Across(ReportMentions mentions, Incident incident, EventMention mention)
    {
        var document = mentions.Document;
        if (incident.Type == FoiledAttack && types.IsViolence(mention.Type) && incident.Mentions.Exists(m => WasToBe(document, m.Head, mention.Head))) return 2;
        // "Ten people were killed in riots", "the riot left ten dead": nobody is told to have killed them.
        if (incident.Type == Demonstration && mention is { Type: Unspecified, Trigger.Strength: TriggerStrength.Effect, Agents.Count: 0 } && incident.Mentions.Exists(m => m.Sentence == mention.Sentence && IsToldIn(document, m.Head, mention.Head))) return 1;
        // "Police shot nine protesters. Officers fired tear gas, then live rounds."
        if (mention.Type == CrowdRepression && types.IsPlain(incident.Type) && incident.Mentions.Exists(m => IsOnCrowd(lexicon, mentions, m))
            || incident.Type == CrowdRepression && types.IsPlain(mention.Type) && IsOnCrowd(lexicon, mentions, mention)) return 2;
        if (!types.IsViolence(incident.Type) || !types.IsViolence(mention.Type)) return 0;
        if (incident.Mentions.Exists(m => document[m.Head] is { Relation: Dependency.Nsubj, Head: var verb } && verb == mention.Head)) return 2;
        // "The mill was set on fire. Two people died": deaths are rather those of an attack told beside it.
        if (mention.Type == Unspecified && mention.Trigger.Strength == TriggerStrength.Effect && incident.Type != Looting) return incident.Type == Arson ? 1 : 2;
        // "Gunmen stormed the village. Forty houses were burned": what an attack did; "set fire to" tells a deed of its own.
        if (mention is { Type: Arson, Trigger.Strength: TriggerStrength.Weak } && types.IsAttack(incident.Type) && mention.Sentence - incident.LastSentence <= 1) return 2;
        // "set fire to a school … condemned the attack"
        if (incident.Type == Arson && mention.Type == Unspecified && mention.RefersBack) return 1;
        if (incident.Type == Unspecified || mention.Type == Unspecified) return (types.IsApart(incident.Type) || types.IsApart(mention.Type)) && !_phases.IsPhase(mentions, incident, mention) ? 0 : 2;
        if (mention.Trigger.Strength == TriggerStrength.Effect) return IsElsewhere(incident, mention) ? 0 : 1;
        if (_phases.IsPhase(mentions, incident, mention)) return 2;

        // "The mayor was assassinated. A car bomb killed the mayor and a guard."
        if ((incident.Type == Assassination || mention.Type == Assassination) && types.IsAttack(incident.Type) && types.IsAttack(mention.Type) && KillsSame(mentions, incident, mention)) return 2;
        // "A judge was shot dead. Nobody has claimed the assassination."
        if (mention is { Type: Assassination, RefersBack: true, Patients.Count: 0 } && types.IsAttack(incident.Type)
            && incident.Mentions.Exists(m => m.Victims.Exists(v => v is { Effect: VictimEffect.Killed, Count: { Min: 1, Max: 1 } }))) return 2;
        // "assassinated in a car bombing", "assassinated when a bomb exploded": how it was done.
        if (incident.Type == Assassination && incident.Mentions.Exists(m => m.Sentence == mention.Sentence && EventPaths.StepsUp(document, mention.Head, m.Head) is not null)) return 1;
        // "stormed a hotel, killing a guard and battling the police": who is attacked fights back.
        if (IsFoughtBack(incident.Type, mention.Type) && incident.Mentions.Exists(m => m.Type == mention.Type || IsFoughtBack(document, m, mention))) return 2;
        // "bombing" is said of placed bombs, of men who blow themselves up, of aircraft and of shells.
        var areBombings = types.IsToldAs(mention.Type, Bombing) && incident.Type == Bombing || types.IsToldAs(incident.Type, Bombing) && mention.Type == Bombing;
        return areBombings && !types.IsFromAfar(incident.Type) && !types.IsFromAfar(mention.Type) || SharesWeapon(incident, mention) ? 2
            : AreParts(incident.Type, mention.Type) && mention.Sentence - incident.LastSentence <= 1 && !IsElsewhere(incident, mention) && (mention.Time is null || incident.Time is null) ? 1
            : areBombings && (incident.LastSentence == mention.Sentence || mention.Sentence - incident.LastSentence == 1 && mention.Trigger.Frame == TriggerFrame.Happen && mention.Weapons.Count == 0 || mention.RefersBack || SharesTarget(document, incident, mention)) ? 1
            : 0;
    }

    /// <summary>"Soldiers opened fire on demonstrators", "police killed five people during protests"; armed men who are killed during a protest are no crowd.</summary>
    public static bool IsOnCrowd(EventLexicon lexicon, ReportMentions mentions, EventMention mention)
    {
        var document = mentions.Document;
        if (mention.Agents.Count == 0) return false;
        if (mention.Patients.Exists(p => lexicon.IsCrowd(document, p))) return true;
        if (!mention.Patients.TrueForAll(p => mentions.ChainAt(p) is not (>= 0 and var chain) || mentions.Chains[chain].Kind == ActorKind.Civilian)) return false;
        foreach (var child in document.Children(mention.Head))
        {
            if (document[child].Relation == Dependency.Obl && lexicon.IsCrowd(document, child)) return true;
        }

        return false;
    }

    /// <summary>An assault and a clash in one clause of the text, one under the other in the parse.</summary>
    public bool IsFoughtBack(Document document, EventMention a, EventMention b) =>
        IsFoughtBack(a.Type, b.Type) && a.Sentence == b.Sentence && EventPaths.Steps(document, a.Head, b.Head) is not null;

    private bool IsFoughtBack(string a, string b) => a == Assault && types.IsMutual(b) || b == Assault && types.IsMutual(a);

    private bool AreParts(string a, string b) => types.HasPart(a, b) || types.HasPart(b, a);

    /// <summary>"A car bomb killed nine people in Azaz. Hours later, gunmen shot dead an official in nearby Mare": an act of another kind, with doers and a place of its own, however near.</summary>
    private static bool IsElsewhere(Incident incident, EventMention mention) =>
        mention is { Agents.Count: > 0, Places: [{ Place.Precision: Places.PlacePrecision.Town } there, ..] } && mention.Sentence > incident.LastSentence
        && incident.Places is [{ Place.Precision: Places.PlacePrecision.Town }, ..] && !incident.Places.Exists(p => p.Place.Name == there.Place.Name);

    /// <summary>Where people come to harm, or what leaves them harmed.</summary>
    private static bool IsToldIn(Document document, int noun, int harm) =>
        document[noun] is { Relation: Dependency.Obl or Dependency.Nsubj, Head: >= 0 and var verb } && (verb == harm || document[harm].Head == verb);

    /// <summary>A person whom the report names is killed in both.</summary>
    private static bool KillsSame(ReportMentions mentions, Incident incident, EventMention mention)
    {
        foreach (var person in Killed(mentions, mention))
        {
            if (incident.Mentions.Exists(m => Killed(mentions, m).Contains(person))) return true;
        }

        return false;
    }

    private static IEnumerable<int> Killed(ReportMentions mentions, EventMention mention) =>
        mention.Victims.Where(v => v is { Effect: VictimEffect.Killed, Head: >= 0 }).Select(v => v.Head).Concat(mention.Patients)
            .Select(mentions.ChainAt).Where(c => c >= 0 && mentions.Chains[c] is { Kind: ActorKind.Person, IsNamed: true });

    /// <summary>"a plot to bomb the station", wherever the parse hangs the infinitive.</summary>
    private static bool WasToBe(Document document, int plot, int deed)
    {
        var governor = document[deed].Head;
        return plot < deed && document[deed].Tag == PartOfSpeech.VB && governor >= 0 && (governor == plot || governor == document[plot].Head);
    }

    /// <summary>Of "drones and rockets hit the base", "the rockets were fired from a truck" tells again.</summary>
    private static bool SharesWeapon(Incident incident, EventMention mention) =>
        mention.Weapons.Exists(w => incident.Mentions.Exists(m => m.Weapons.Exists(o => o.Kind == w.Kind && o.Tokens != m.Tokens)));

    /// <summary>A thing of one word is a target of both: "the embassy".</summary>
    public static bool SharesTarget(Document document, Incident incident, EventMention mention)
    {
        foreach (var target in mention.Targets)
        {
            foreach (var other in incident.Mentions)
            {
                if (other.Targets.Exists(t => document[t.Head].Lemma == document[target.Head].Lemma)) return true;
            }
        }

        return false;
    }
}
