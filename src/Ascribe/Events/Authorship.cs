using Ascribe.Claims;
using Ascribe.Language;
using Ascribe.Records;

namespace Ascribe.Events;

/// <summary>Whose act an event noun is said to be: "the attack was the work of rebels", "the blast bore the hallmarks of the group".</summary>
internal sealed class Authorship(ReportMentions mentions, ResponsibilityWords words, Suspicion suspicion)
{
    /// <summary>The longest way from a word to the name behind it: "the hallmarks of the outlawed group".</summary>
    private const int ToName = 4;

    /// <summary>The head tokens of those who are named, and whether they are only suspected.</summary>
    public (List<int> Authors, bool AreSuspected) Of(EventMention mention)
    {
        var document = mentions.Document;
        var authors = new List<int>();
        var predicate = PredicateOf(mention.Head);
        if (predicate < 0) return (authors, false);
        var thing = document[predicate].Tag.IsVerb() ? document.Child(predicate, Dependency.Obj) : predicate;
        if (thing < 0) return (authors, false);
        return (authors, OfThing(predicate, thing, authors));
    }

    /// <summary>Of "it bore the hallmarks of the group", where "it" is the act told last: the words, and the group.</summary>
    public IEnumerable<(int Word, List<int> Authors)> OfPronouns()
    {
        var document = mentions.Document;
        foreach (var word in words.Hallmarks.All(document, new TokenRange(0, document.Count)))
        {
            var thing = word.Tokens.End - 1;
            if (document[thing] is not { Relation: Dependency.Obj, Head: >= 0 and var verb } || document.Child(verb, Dependency.Nsubj) is not (>= 0 and var subject) || document[subject].Tag != PartOfSpeech.PRP) continue;
            var authors = new List<int>();
            OfThing(verb, thing, authors);
            if (authors.Count > 0) yield return (thing, authors);
        }
    }

    /// <summary>"a militant responsible for the bombing", "the group has been linked to the attack", "suspects in the attack"; none where the words deny it.</summary>
    public (List<int> Authors, bool AreSuspected) Tied(EventMention mention)
    {
        var document = mentions.Document;
        var none = (new List<int>(), false);
        if (!document[mention.Head].Tag.IsNoun() || document.Child(mention.Head, Dependency.Case) is not (> 0 and var preposition) || preposition > mention.Tokens.First) return none;
        var word = preposition - 1;
        var isSuspect = words.Suspects.Longest(document, word) is not null;
        if (!isSuspect && words.Authors.Longest(document, word) is null || document.SentenceOf(word) != mention.Sentence) return none;
        foreach (var child in document.Children(word))
        {
            if (CueSite.IsNegation(document[child])) return none;
        }

        return (SaidOf(word), isSuspect || suspicion.IsDoubted(word));
    }

    /// <summary>Whom an adjective, a participle or a noun is said of.</summary>
    private List<int> SaidOf(int word)
    {
        var document = mentions.Document;
        var found = new List<int>();
        if (document[word].Tag.IsNoun())
        {
            // "one of the suspects in the attack"
            var noun = word;
            while (document[noun] is { Relation: Dependency.Nmod, Head: >= 0 and var one } && document[one].Tag == PartOfSpeech.CD) noun = one;
            if (document.Child(noun, Dependency.Cop) >= 0) Clause.Subjects(document, noun, found);
            else found.Add(document[noun] is { Relation: Dependency.Appos, Head: >= 0 and var named } ? named : noun);

            // "the suspects in the attack" whom nobody names: everybody knows that somebody did it.
            found.RemoveAll(f => mentions.ChainAt(f) is >= 0 and var chain && !mentions.Chains[chain].IsNamed);
        }
        else if (mentions.ChainAt(word - 1) >= 0 && document[word - 1].Tag.IsNoun())
        {
            Clause.WithConjuncts(document, word - 1, found);
        }
        else
        {
            Clause.Subjects(document, word, found);
        }

        found.RemoveAll(f => mentions.ChainAt(f) < 0);
        return found;
    }

    /// <summary>Adds whose thing it is, and tells whether they are only suspected.</summary>
    private bool OfThing(int predicate, int thing, List<int> authors)
    {
        var document = mentions.Document;
        var isHallmark = words.Hallmarks.Longest(document, thing) is not null;
        if (!isHallmark && (thing != predicate || words.Works.Longest(document, thing) is null)) return false;
        foreach (var child in document.Children(thing))
        {
            if (child > thing && document[child].Relation == Dependency.Nmod || document[child].Relation == Dependency.NmodPoss) Clause.WithConjuncts(document, child, authors);
        }

        authors.RemoveAll(a => mentions.ChainAt(a) < 0);
        if (authors.Count == 0 && NamedBehind(thing + 1) is >= 0 and var named) authors.Add(named);
        return isHallmark || suspicion.IsDoubted(predicate) || document[predicate] is { Relation: Dependency.Xcomp, Head: >= 0 and var doubt } && words.Doubts.Longest(document, doubt) is not null;
    }

    /// <summary>"the hallmarks of al-Qaida", where the parse loses the name: the actor behind the preposition, or -1.</summary>
    private int NamedBehind(int preposition)
    {
        var document = mentions.Document;
        if (preposition >= document.Count || document[preposition].Tag != PartOfSpeech.IN) return -1;
        for (var t = preposition + 1; t < document.Count && t <= preposition + ToName; t++)
        {
            if (mentions.ChainAt(t) >= 0) return t;
            if (document[t].Tag.IsVerb() || document[t].Tag == PartOfSpeech.Comma || document.SentenceOf(t) != document.SentenceOf(preposition)) return -1;
        }

        return -1;
    }

    /// <summary>What is said of a noun: the word that it is the subject of, or that of its relative clause, or what it "is believed to be"; -1: nothing.</summary>
    private int PredicateOf(int noun)
    {
        var document = mentions.Document;
        if (document[noun].Relation is not (Dependency.Nsubj or Dependency.NsubjPass)) return document.Child(noun, Dependency.AclRelcl);
        var verb = document[noun].Head;
        return verb >= 0 && document[verb].Tag.IsVerb() && words.Doubts.Longest(document, verb) is not null && document.Child(verb, Dependency.Xcomp) is >= 0 and var said && said > verb ? said : verb;
    }
}
