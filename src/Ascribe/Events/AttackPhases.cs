using Ascribe.Language;
using Ascribe.Ontology;
using Ascribe.Records;

namespace Ascribe.Events;

/// <summary>
/// An attack of several phases: "gunmen detonated a car bomb at the gate, stormed the hotel, took guests hostage and fought the police" is one, though each of its
/// words tells of another kind of act. What is set on fire beside it stays a deed of its own.
/// </summary>
internal sealed class AttackPhases(EventTypes types, EventLexicon lexicon)
{
    public const string HostageTaking = "hostage_taking";

    /// <summary>A mention tells what those who did what an incident tells did next, or how they were fought back.</summary>
    public bool IsPhase(ReportMentions mentions, Incident incident, EventMention mention)
    {
        if (!types.IsPhase(incident.Type) || !types.IsPhase(mention.Type) || mention.Trigger.Strength == TriggerStrength.Effect) return false;
        // "condemned the kidnapping": of an attack in which people were taken.
        if (mention.RefersBack && incident.Mentions.Exists(m => m.Type == mention.Type)) return true;
        return IsDeed(mentions.Document, mention) && incident.Mentions.Exists(m => Follows(mentions, m, mention));
    }

    /// <summary>
    /// The kind of an attack that has phases of several kinds, or null where it has none: a raid in which more people are taken than killed is how they were taken, one in
    /// which only goods are taken is a robbery, and whoever sets off a bomb and then goes on with arms attacks with arms.
    /// </summary>
    public string? Whole(ReportMentions mentions, Incident incident)
    {
        if (!types.IsPhase(incident.Type)) return null;
        var acts = incident.Mentions.FindAll(m => types.IsPhase(m.Type) && IsDeed(mentions.Document, m) && m.Trigger.Strength != TriggerStrength.Effect);
        var first = acts.Find(a => a.Trigger.Type != HostageTaking && acts.Exists(b => b.Trigger.Type != a.Trigger.Type && Follows(mentions, a, b)));
        if (first is null) return null;
        // "waylaid a bus and carted away the goods": nobody came to harm.
        if (acts.TrueForAll(a => a.Type is TypeFit.Unspecified or TypeFit.Looting) && incident.Mentions.TrueForAll(m => m.Victims.Count == 0)) return TypeFit.Looting;
        var isTaking = acts.Exists(a => a.Type == HostageTaking);
        var isFought = acts.Exists(a => types.IsMutual(a.Type) || types.HasPart(TypeFit.Assault, a.Type));
        if (isTaking && !isFought && Number(incident, VictimEffect.Killed) is var killed && (killed == 0 || killed < Number(incident, VictimEffect.Kidnapped))) return HostageTaking;
        if (incident.Type == HostageTaking && first.Trigger.Type == TypeFit.Unspecified) return TypeFit.Unspecified;
        return incident.Type is TypeFit.Bombing or HostageTaking ? TypeFit.Assault : null;
    }

    /// <summary>A verb of what was done once, not "where they fight the rebels"; "took hostage" has its own.</summary>
    private static bool IsDeed(Document document, EventMention mention) =>
        document[mention.Head].Tag.IsVerb() && document[mention.Head].Tag is not (PartOfSpeech.VBP or PartOfSpeech.VBZ) || mention.Trigger.Strength == TriggerStrength.Taken;

    private static long Number(Incident incident, VictimEffect effect) =>
        incident.Mentions.SelectMany(m => m.Victims).Where(v => v.Effect == effect).Select(v => v.Count.Min ?? 0).DefaultIfEmpty().Max();

    /// <summary>Of one sentence, or of the next one where that tells neither time nor place of its own.</summary>
    private bool Follows(ReportMentions mentions, EventMention told, EventMention mention)
    {
        if (told.Trigger.Strength == TriggerStrength.Effect || IsAside(mentions.Document, told) || IsAside(mentions.Document, mention) || AreApart(told, mention) || IsTakenBefore(mentions.Document, mention)) return false;
        // "A patrol hit a mine and came under fire"
        if (mention.Sentence == told.Sentence) return SharesDoer(mentions, told.Agents, mention.Agents, isLoose: IsPerfect(mentions.Document, told.Head)) || mention.Patients.Exists(told.Patients.Contains);
        if (mention.Sentence != told.Sentence + 1 || mention.Time is not null || mention.Places.Count > 0) return false;
        return SharesDoer(mentions, told.Agents, mention.Agents, isLoose: true) || types.IsMutual(mention.Type) && SharesDoer(mentions, told.Agents, Opponents(mentions.Document, mention), isLoose: true);
    }

    /// <summary>"executed 50 soldiers after taking them captive": what is done to those who were taken is another act.</summary>
    private bool IsTakenBefore(Document document, EventMention mention)
    {
        if (mention.Type != HostageTaking) return false;
        for (var verb = mention.Head; verb >= 0; verb = document[verb].Head)
        {
            if (document.Child(verb, Dependency.Mark) is >= 0 and var mark && lexicon.IsSuccession(document[mark].Form)) return true;
        }

        return false;
    }

    /// <summary>"bombed a bridge near Goma and attacked a base in Beni"</summary>
    private static bool AreApart(EventMention told, EventMention mention) =>
        mention.Places.Count > 0 && told.Places.Count > 0 && !mention.Places.Exists(p => told.Places.Exists(o => o.Place.Name == p.Place.Name));

    /// <summary>"Police fought the gunmen", "exchanged fire with the attackers"</summary>
    private static List<int> Opponents(Document document, EventMention clash)
    {
        var found = new List<int>(clash.Patients);
        foreach (var child in document.Children(clash.Head))
        {
            if (document[child].Relation == Dependency.Obl) found.Add(child);
        }

        return found;
    }

    /// <summary>"Gunmen who had killed a priest stormed …": what only says who somebody is.</summary>
    private static bool IsAside(Document document, EventMention mention) => document[mention.Head].Relation == Dependency.AclRelcl;

    private static bool IsPerfect(Document document, int verb) => document[verb].Tag == PartOfSpeech.VBN && document.Child(verb, Dependency.Aux) >= 0;

    /// <param name="isLoose">True for what a doer "has" done, or does in the next sentence: a group with a name may have done it at another time; "gunmen" and "they" did it then.</param>
    private static bool SharesDoer(ReportMentions mentions, List<int> told, List<int> here, bool isLoose)
    {
        foreach (var doer in here)
        {
            var chain = mentions.ChainAt(doer);
            if (isLoose && chain >= 0 && mentions.Chains[chain].IsNamed && mentions.Document[doer].Tag != PartOfSpeech.PRP) continue;
            if (told.Contains(doer) || chain >= 0 && told.Exists(t => mentions.ChainAt(t) == chain)) return true;
        }

        return false;
    }
}
