using Ascribe.Actors;
using Ascribe.Language;
using Ascribe.Ontology;
using Ascribe.Places;
using Ascribe.Records;

namespace Ascribe.Events;

/// <summary>Whether a trigger with what hangs on it tells of an event.</summary>
internal sealed class Eventhood(EventTypes types, EventLexicon lexicon)
{
    public const string TerritoryChange = "territory_change";

    private const string Hijacking = "hijacking";

    private const string Arrest = "arrest_raid";

    private const string Judicial = "judicial_action";

    private const string Arson = "sabotage_arson";

    /// <summary>The kind of targets.tsv that the hurt are brought to.</summary>
    public const string Care = "medical";

    private const string Drone = "drone";

    /// <summary>Kinds of targets.tsv that can be hijacked.</summary>
    private static readonly string[] s_vessels = ["ship", "aircraft"];

    /// <summary>Whether the words tell of an event at all: weak triggers need a weapon, and general talk is none.</summary>
    public bool Stands(ReportMentions mentions, EventMention mention)
    {
        if (IsCounting(mentions.Document, mention.Head) || IsOfWords(mentions, mention)) return false;
        switch (mention.Trigger.Strength)
        {
            case TriggerStrength.Weak when mention.Trigger.Frame == TriggerFrame.Wield:
                return mention.Weapons.Count > 0;
            case TriggerStrength.Weak when mention is { Type: Arrest, Trigger.Frame: TriggerFrame.Noun }:
                // "arrested three men in raids"
                var arrest = mentions.Document[mention.Head].Head;
                while (arrest >= 0 && mentions.Document[arrest].Tag.IsNoun()) arrest = mentions.Document[arrest].Head;
                return arrest >= 0 && mentions.Document[arrest].Tag.IsVerb() && lexicon.Triggers.Longest(mentions.Document, arrest) is { Value.Type: Arrest };
            case TriggerStrength.Weak when mention is { Type: TypeFit.FoiledAttack, Trigger.Frame: TriggerFrame.Noun }:
                return IsPlotFoiled(mentions.Document, mention.Head) || IsPlotTold(mentions.Document, mention.Head);
            case TriggerStrength.Weak when mention.Type == Judicial:
                // "Iran executed two men", "a man convicted of murder was hanged"; soldiers who execute somebody carry out no sentence.
                return mention.Patients.Count > 0 && (mention.Agents.Exists(a => KindAt(mentions, a) is ActorKind.State or ActorKind.GovernmentBody && !mentions.Chains[mentions.ChainAt(a)].IsForce) || mention.Patients.Exists(p => IsSentenced(mentions.Document, p)));
            case TriggerStrength.Weak when mention.Trigger.VictimEffect == VictimEffect.Detained:
                // "police recaptured ten prisoners"
                return mention.Patients.Exists(p => KindAt(mentions, p) is ActorKind.Person or ActorKind.Civilian or ActorKind.ArmedGroup);
            case TriggerStrength.Weak when mention.Trigger.VictimEffect == VictimEffect.Kidnapped:
                // "gunmen seized two nurses", "the three were seized"; what is seized with nobody named may be a town or a ship.
                return (mention.Agents.Exists(a => KindAt(mentions, a) == ActorKind.ArmedGroup) || mention.Agents.Count == 0 && Clause.IsPassive(mentions.Document, mention.Head))
                    && mention.Patients.Exists(p => KindAt(mentions, p) is ActorKind.Person or ActorKind.Civilian || mentions.Document[p].Tag == PartOfSpeech.CD);
            case TriggerStrength.Weak when mention.Type == Hijacking:
                // "pirates seized a tanker"
                return mention.Agents.Exists(a => KindAt(mentions, a) == ActorKind.ArmedGroup) && mention.Patients.Exists(p => lexicon.TargetKindAt(mentions.Document, p) is { } kind && s_vessels.Contains(kind));
            case TriggerStrength.Weak when mention.Type == TerritoryChange:
                // "rebels took the hill", "the base was seized"
                return (IsHostile(mentions, mention.Agents) || mention.Agents.Count == 0 && Clause.IsPassive(mentions.Document, mention.Head)) && mention.Patients.Exists(p => IsGround(mentions, p));
            case TriggerStrength.Weak when mention.Type == Arson:
                // "burned forty houses", "the church was burned"; of tyres and flags nothing is told, and a house burns by itself, too.
                return mentions.Document[mention.Head].Relation != Dependency.Amod && mention.Patients.Exists(p => lexicon.TargetKindAt(mentions.Document, p) is not (null or VictimReader.People))
                    && (mention.Agents.Count > 0 || Clause.IsPassive(mentions.Document, mention.Head));
            case TriggerStrength.Weak when mention.Trigger.Frame == TriggerFrame.Suffer:
                // "a minibus came under fire"; a minister comes under fire for what he said.
                return mention.Patients.Exists(p => lexicon.TargetKindAt(mentions.Document, p) is not null || mentions.ChainAt(p) is >= 0 and var chain && mentions.Chains[chain] is { Kind: ActorKind.ArmedGroup or ActorKind.Civilian } or { Kind: ActorKind.Person, IsPlural: true });
            case TriggerStrength.Weak:
                return mention.Weapons.Count > 0 || IsHostile(mentions, mention.Agents) || mention.Patients.Exists(p => IsOfFighters(mentions, p)) || HasEventForSubject(mentions.Document, mention.Head);
            case TriggerStrength.Falling:
                return mention.Weapons.Exists(w => !lexicon.IsCarrier(w.Kind));
            case TriggerStrength.Claimed:
                return IsClaimed(mentions.Document, mention.Head);
            case TriggerStrength.Effect when mention.Trigger.Frame == TriggerFrame.Wield:
                // "The device was planted by rebels"
                return mention.Weapons.Count > 0 && mention.Agents.Count > 0;
            case TriggerStrength.Taken when mention.Trigger.Frame == TriggerFrame.Act:
                // "five farmers were taken by armed men"
                return mention.Agents.Exists(a => KindAt(mentions, a) == ActorKind.ArmedGroup) && mention.Patients.Exists(p => KindAt(mentions, p) is ActorKind.Person or ActorKind.Civilian) && !IsToldBehind(mentions.Document, mention);
            case TriggerStrength.Taken:
                return mention.Patients.Count > 0;
            case TriggerStrength.Kind when mention.Trigger.Frame == TriggerFrame.Act && mention.Type == TerritoryChange:
                // "photos of captured weapons"
                if (mentions.Document[mention.Head] is { Relation: Dependency.Amod, Head: >= 0 and var described }) return IsGround(mentions, described);
                // "a livestream captured the killing"
                return mention.Patients.Count == 0 || mention.Patients.Exists(p => MayBePlace(mentions, p) && !lexicon.IsEventNoun(mentions.Document, p));
            case TriggerStrength.Effect when mention.Trigger.Frame == TriggerFrame.Act:
                return mention.Patients.Count > 0;
            case TriggerStrength.Kind when mention.Trigger is { VictimEffect: VictimEffect.Released, Frame: TriggerFrame.Act }:
                return mention.Patients.Exists(p => mentions.Document[p].Tag == PartOfSpeech.CD || mentions.ChainAt(p) >= 0);
            case TriggerStrength.Kind when mention.Trigger is { VictimEffect: VictimEffect.Released, Frame: TriggerFrame.Noun }:
                return mention.Patients.Exists(p => mentions.ChainAt(p) >= 0);
            case TriggerStrength.Effect when mention.Trigger.Frame == TriggerFrame.Toll:
                return mention.Patients.Count > 0 || mentions.CountAt(mention.Head) is not null || VictimReader.LooseCount(mentions, mention) is not null || VictimReader.LeftBehind(mentions.Document, mention).Count > 0
                    || VictimReader.AmongThem(lexicon, mentions, mention).Count > 0;
            default:
                return true;
        }
    }

    /// <summary>"foiled a plot", "thwarted a number of plots", "Police foil plot"</summary>
    private bool IsPlotFoiled(Document document, int plot)
    {
        if (document[plot] is { Relation: Dependency.Nmod, Head: >= 0 and var number } && document[number].Relation is Dependency.Obj or Dependency.NsubjPass && lexicon.RoleOf(Clause.Preposition(document, plot)) == PrepositionRole.Patient) plot = number;
        foreach (var child in document.Children(plot))
        {
            if (child < plot && document[child].Relation is Dependency.Compound or Dependency.Amod && lexicon.StatusCues.Longest(document, child)?.Value == EventStatus.Foiled) return true;
        }

        return document[plot].Head is >= 0 and var verb && (lexicon.SupportVerbs.Longest(document, verb)?.Value.Status ?? lexicon.StatusCues.Longest(document, verb)?.Value) == EventStatus.Foiled;
    }

    /// <summary>"a plot to bomb the station": a plot of which the deed is told; of "terror plots against the West" none is.</summary>
    private bool IsPlotTold(Document document, int plot)
    {
        foreach (var child in document.Children(plot))
        {
            if (child > plot && document[child] is { Relation: Dependency.Acl, Tag: PartOfSpeech.VB } && lexicon.Triggers.Longest(document, child) is { Value: { Strength: TriggerStrength.Kind or TriggerStrength.Generic or TriggerStrength.Effect, VictimEffect: not VictimEffect.Released } }) return true;
        }

        return false;
    }

    /// <summary>"a man convicted of murder"</summary>
    private bool IsSentenced(Document document, int person)
    {
        foreach (var child in document.Children(person))
        {
            if (document[child].Relation is Dependency.Acl or Dependency.AclRelcl && lexicon.Triggers.Longest(document, child) is { Value.Type: Judicial }) return true;
        }

        return false;
    }

    /// <summary>"shot down 58 of the drones" behind a drone attack: whoever brings down the weapons of an attack defends himself, and does none.</summary>
    public bool IsDefence(ReportMentions mentions, List<EventMention> found, EventMention mention)
    {
        const int reach = 4;
        if (mention.Trigger.Frame != TriggerFrame.Act || mention.Patients.Count == 0 || mention.Weapons.Count > 0) return false;
        foreach (var patient in mention.Patients)
        {
            if (WeaponOf(mentions.Document, patient) is not { } kind || lexicon.IsCarrier(kind) && kind != Drone || lexicon.EventOfWeapon(kind) is not { } act || !types.IsFromAfar(act)) return false;
        }

        return mention.Agents.Count > 0 && found.Exists(m => mention.Sentence - m.Sentence is >= 0 and <= reach && !SharesDoer(mentions, m, mention) && (types.IsFromAfar(m.Type) || m.Weapons.Exists(w => lexicon.EventOfWeapon(w.Kind) is { } act && types.IsFromAfar(act))));
    }

    private static bool SharesDoer(ReportMentions mentions, EventMention a, EventMention b) =>
        a.Agents.Exists(x => mentions.ChainAt(x) is >= 0 and var doer && b.Agents.Exists(y => mentions.ChainAt(y) == doer));

    /// <summary>The kind of weapon that a noun names or counts ("71 of 94 drones"), or null.</summary>
    private string? WeaponOf(Document document, int noun)
    {
        if (lexicon.WeaponAt(document, noun) is { } weapon) return weapon.Value.Kind;
        foreach (var child in document.Children(noun))
        {
            if (child > noun && document[child].Relation == Dependency.Nmod && lexicon.WeaponAt(document, child) is { } counted) return counted.Value.Kind;
        }

        return null;
    }

    /// <summary>"claimed a car bomb", "responsibility for a car bomb", "was blamed for a car bomb"</summary>
    private bool IsClaimed(Document document, int noun)
    {
        if (document[noun].Relation is not (Dependency.Obj or Dependency.Nmod or Dependency.Obl or Dependency.NsubjPass) || document[noun].Head is not (>= 0 and var over) || !lexicon.IsClaiming(document, over)) return false;
        return document[noun].Relation is Dependency.Obj or Dependency.NsubjPass || lexicon.RoleOf(Clause.Preposition(document, noun)) == PrepositionRole.Reason;
    }

    /// <summary>"the third mayor to be killed this year": speaks of how many there were, and of no other deed.</summary>
    private static bool IsCounting(Document document, int head) =>
        document[head].Tag == PartOfSpeech.VBN && document[head].Relation == Dependency.Acl && document.Child(head, Dependency.AuxPass) is >= 0 and var auxiliary
        && document[auxiliary].Tag == PartOfSpeech.VB;

    /// <summary>"attacked the government over the budget", "was attacked for his remarks": nobody is hurt by words.</summary>
    private bool IsOfWords(ReportMentions mentions, EventMention mention)
    {
        var document = mentions.Document;
        if (mention is not { Type: TypeFit.Unspecified, Trigger: { Strength: TriggerStrength.Generic, VictimEffect: null }, Weapons.Count: 0 } || !document[mention.Head].Tag.IsVerb()) return false;
        if (mention.Agents.Count > 0 && mention.Agents.TrueForAll(a => IsSpeaking(mentions, a)) && mention.Patients.Count > 0 && !mention.Patients.Exists(p => mentions.Places.Any(o => o.Tokens.Contains(p)))) return true;
        if (mention.Agents.Exists(a => KindAt(mentions, a) == ActorKind.ArmedGroup) || mention.Patients.Exists(p => lexicon.TargetKindAt(document, p) is not null)) return false;
        foreach (var child in document.Children(mention.Head))
        {
            if (child < mention.Head || document[child].Relation is not (Dependency.Obl or Dependency.Advcl)) continue;
            var preposition = document.Child(child, document[child].Relation == Dependency.Obl ? Dependency.Case : Dependency.Mark);
            if (preposition >= 0 && lexicon.RoleOf(document[preposition].Form) == PrepositionRole.Reason && !mentions.Times.Any(t => t.Tokens.Contains(child)) && !mentions.Places.Any(p => p.Tokens.Contains(child))) return true;
        }

        return false;
    }

    /// <summary>"took diners hostage", "took the wounded to a hospital": what the taking was is said behind it.</summary>
    private bool IsToldBehind(Document document, EventMention mention)
    {
        var end = document.SentenceTokens(mention.Sentence).End;
        for (var t = mention.Tokens.End; t < end && !document[t].Tag.IsVerb(); t++)
        {
            if (lexicon.Triggers.Longest(document, t) is { Value.Strength: TriggerStrength.Taken } || document[t].Tag.IsNoun() && lexicon.TargetKindAt(document, t) == Care) return true;
        }

        return false;
    }

    /// <summary>One who holds an office and bears no arms: "the minister", who attacks in words.</summary>
    private static bool IsSpeaking(ReportMentions mentions, int doer) =>
        mentions.ChainAt(doer) is >= 0 and var chain && mentions.Chains[chain] is { Kind: ActorKind.Person, IsAuthority: true, IsForce: false, IsPlural: false };

    /// <summary>People and weapons are captured, too, and no ground changes hands.</summary>
    private bool MayBePlace(ReportMentions mentions, int patient)
    {
        if (mentions.Places.Any(p => p.Tokens.Contains(patient)) || lexicon.TargetKindAt(mentions.Document, patient) is not (null or VictimReader.People)) return true;
        return mentions.ChainAt(patient) < 0 && lexicon.TargetKindAt(mentions.Document, patient) is null && lexicon.WeaponAt(mentions.Document, patient) is null && mentions.CountAt(patient) is null;
    }

    /// <summary>What a side can hold: a named place, a base, a town.</summary>
    private bool IsGround(ReportMentions mentions, int patient) =>
        lexicon.IsGround(mentions.Document, patient) || mentions.Places.Any(p => p.Role == PlaceRole.Location && p.Tokens.Contains(patient)) && mentions.Document[patient].Tag.IsProperNoun();

    private static ActorKind? KindAt(ReportMentions mentions, int head) => mentions.ChainAt(head) is >= 0 and var chain ? mentions.Chains[chain].Kind : null;

    /// <summary>"an air strike on a car …. The vehicle was hit on Wednesday": what befell a thing that an event of the last sentences befell.</summary>
    public bool IsToldAgain(ReportMentions mentions, List<EventMention> found, EventMention mention)
    {
        const int reach = 2;
        if (mention.Trigger is not { Strength: TriggerStrength.Weak, Frame: TriggerFrame.Act, VictimEffect: null } || !Clause.IsPassive(mentions.Document, mention.Head)) return false;
        foreach (var patient in mention.Patients)
        {
            if (lexicon.TargetKindAt(mentions.Document, patient) is { } kind && found.Exists(m => mention.Sentence - m.Sentence is > 0 and <= reach && m.Targets.Exists(t => t.Kind == kind))) return true;
        }

        return false;
    }

    /// <summary>"the explosion targeted a van"; "protests that rocked the state" harm nobody.</summary>
    private bool HasEventForSubject(Document document, int verb)
    {
        var subjects = new List<int>();
        if (document[verb].Tag.IsVerb() && !Clause.IsPassive(document, verb)) Clause.Subjects(document, verb, subjects);
        return subjects.Exists(s => lexicon.Triggers.Longest(document, s) is { Value: { Frame: TriggerFrame.Noun, Strength: not TriggerStrength.Mishap, TargetEffect: not TargetEffect.Unknown } });
    }

    /// <summary>"they struck a militia camp": a thing of an armed group's.</summary>
    private bool IsOfFighters(ReportMentions mentions, int patient)
    {
        var document = mentions.Document;
        if (lexicon.TargetKindAt(document, patient) is null) return false;
        foreach (var child in document.Children(patient))
        {
            if (document[child].Relation is Dependency.Compound or Dependency.Amod or Dependency.NmodPoss or Dependency.Nmod && KindAt(mentions, child) == ActorKind.ArmedGroup) return true;
        }

        return false;
    }

    private static bool IsHostile(ReportMentions mentions, List<int> heads)
    {
        foreach (var head in heads)
        {
            var chain = mentions.ChainAt(head);
            if (chain >= 0 && mentions.Chains[chain].Kind is ActorKind.ArmedGroup or ActorKind.State or ActorKind.GovernmentBody) return true;
        }

        return false;
    }
}
