using Ascribe.Actors;
using Ascribe.Language;
using Ascribe.Records;

namespace Ascribe.Events;

/// <summary>Who does what a verb tells, where another verb of the sentence names him.</summary>
internal sealed class ClauseDoers(EventLexicon lexicon)
{
    /// <summary>Whom a governing verb names as the doer, else the clause's subjects.</summary>
    public List<int> Of(ReportMentions mentions, int verb)
    {
        var document = mentions.Document;
        var found = Controllers(document, verb);
        if (found.Count == 0) Clause.Subjects(document, DeedOfStruck(mentions, verb) is >= 0 and var deed ? deed : verb, found);
        return found;
    }

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
}
