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
            if (child > thing && document[child].Relation == Dependency.Nmod) Clause.WithConjuncts(document, child, authors);
        }

        return (authors, isHallmark || suspicion.IsDoubted(predicate));
    }

    /// <summary>What is said of a noun: the word that it is the subject of, or that of its relative clause; -1: nothing.</summary>
    private int PredicateOf(int noun) => document[noun].Relation is Dependency.Nsubj or Dependency.NsubjPass ? document[noun].Head : document.Child(noun, Dependency.AclRelcl);
}
