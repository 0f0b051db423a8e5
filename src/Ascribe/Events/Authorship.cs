using Ascribe.Language;

namespace Ascribe.Events;

/// <summary>Whose act an event noun is said to be: "the attack was the work of rebels", "the blast bore the hallmarks of the group".</summary>
internal sealed class Authorship(Document document, ResponsibilityWords words, Suspicion suspicion)
{
    /// <summary>The head tokens of those who are named, and whether they are only suspected.</summary>
    public (List<int> Authors, bool AreSuspected) Of(EventMention mention)
    {
        var authors = new List<int>();
        var predicate = PredicateOf(mention.Head);
        if (predicate < 0) return (authors, false);
        var thing = document[predicate].Tag.IsVerb() ? document.Child(predicate, Dependency.Obj) : predicate;
        if (thing < 0) return (authors, false);
        var isHallmark = words.Hallmarks.Longest(document, thing) is not null;
        if (!isHallmark && (thing != predicate || words.Works.Longest(document, thing) is null)) return (authors, false);
        foreach (var child in document.Children(thing))
        {
            if (child > thing && document[child].Relation == Dependency.Nmod || document[child].Relation == Dependency.NmodPoss) Clause.WithConjuncts(document, child, authors);
        }

        return (authors, isHallmark || suspicion.IsDoubted(predicate) || document[predicate] is { Relation: Dependency.Xcomp, Head: >= 0 and var doubt } && words.Doubts.Longest(document, doubt) is not null);
    }

    /// <summary>What is said of a noun: the word that it is the subject of, or that of its relative clause, or what it "is believed to be"; -1: nothing.</summary>
    private int PredicateOf(int noun)
    {
        if (document[noun].Relation is not (Dependency.Nsubj or Dependency.NsubjPass)) return document.Child(noun, Dependency.AclRelcl);
        var verb = document[noun].Head;
        return verb >= 0 && document[verb].Tag.IsVerb() && words.Doubts.Longest(document, verb) is not null && document.Child(verb, Dependency.Xcomp) is >= 0 and var said && said > verb ? said : verb;
    }
}
