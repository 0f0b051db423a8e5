using Ascribe.Language;

namespace Ascribe.Events;

/// <summary>Finds the parts of a clause on the parse: subjects and objects, inherited where the clause leaves them out.</summary>
internal static class Clause
{
    /// <summary>True for a verb in the passive voice: "was killed", "killed in the blast", "injured people".</summary>
    public static bool IsPassive(Document document, int verb)
    {
        if (document[verb].Tag != PartOfSpeech.VBN) return false;
        // "Gunmen shot dead a mayor": a participle with an object and no auxiliary is a past tense.
        if (document.Child(verb, Dependency.Obj) >= 0 && document.Child(verb, Dependency.AuxPass) < 0 && document.Child(verb, Dependency.NsubjPass) >= 0) return false;
        foreach (var child in document.Children(verb))
        {
            var relation = document[child].Relation;
            if (relation is Dependency.AuxPass or Dependency.NsubjPass or Dependency.CsubjPass) return true;
            if (relation is Dependency.Aux or Dependency.Nsubj) return false;
        }

        return document[verb].Relation switch
        {
            Dependency.Conj => IsPassive(document, document[verb].Head),
            Dependency.Acl or Dependency.Amod => true,
            _ => true,
        };
    }

    /// <summary>Heads of the clause's subjects: its own, its coordinated verb's, or what it modifies.</summary>
    public static void Subjects(Document document, int verb, List<int> found, int depth = 0)
    {
        foreach (var child in document.Children(verb))
        {
            // "four were killed and 14 wounded", "and five more wounded": the parse counts the participle.
            var isCounted = child < verb && document[verb].Tag == PartOfSpeech.VBN
                && (document[child].Relation == Dependency.Nummod || document[child] is { Relation: Dependency.Advmod, Tag: PartOfSpeech.RBR } && document.Child(child, Dependency.Nummod) >= 0);
            if (!isCounted && document[child].Relation is not (Dependency.Nsubj or Dependency.NsubjPass or Dependency.NsubjOuter)) continue;
            var subject = IsRelative(document, child) && document[verb].Relation == Dependency.AclRelcl && document[verb].Head >= 0
                ? document[verb].Head
                : child;
            WithConjuncts(document, ApposedToPhrase(document, subject), found);
        }

        var head = document[verb].Head;
        if (found.Count > 0 && IsJoinedToNoun(document, verb, found[0])) WithConjuncts(document, head, found);
        if (found.Count > 0 || head < 0 || depth > 4) return;
        switch (document[verb].Relation)
        {
            case Dependency.Conj when IsReduced(document, verb):
                WithConjuncts(document, verb - 1, found);
                break;
            case Dependency.Advcl when document[verb].Tag == PartOfSpeech.VBG && document.Child(verb, Dependency.Mark) < 0 && document.Child(head, Dependency.AuxPass) >= 0:
                // "the bus was hit by a mine, killing nine": not the bus did it. Of "a group, which is backed by Iran, of firing" the group did.
                ByAgents(document, head, found);
                break;
            case Dependency.Advcl when IsBehindOblique(document, verb):
                // "prisoners escaped after militants attacked a jail": the parse takes the militants for a time.
                WithConjuncts(document, verb - 1, found);
                break;
            case Dependency.Conj when document[head].Tag.IsVerb():
            case Dependency.Xcomp or Dependency.Advcl or Dependency.Parataxis when document[head].Tag.IsVerb():
                Subjects(document, head, found, depth + 1);
                break;
            case Dependency.Acl when IsListedVerb(document, verb):
                // "killed four people, wounded nine others": a second verb of the list, which the parse hangs on the first one's object.
                Subjects(document, document[head].Head, found, depth + 1);
                break;
            case Dependency.Acl or Dependency.AclRelcl or Dependency.Amod when document[head].Tag.IsNoun() || document[head].Tag == PartOfSpeech.DT:
                WithConjuncts(document, head, found);
                break;
        }
    }

    /// <summary>Heads of the clause's objects; in "those whom they took" and "the men they took" that is what the clause modifies.</summary>
    public static void Objects(Document document, int verb, List<int> found)
    {
        foreach (var child in document.Children(verb))
        {
            if (document[child].Relation is not (Dependency.Obj or Dependency.Iobj)) continue;
            WithConjuncts(document, IsRelative(document, child) && document[verb] is { Relation: Dependency.AclRelcl, Head: >= 0 and var head } ? head : child, found);
        }

        if (found.Count > 0 && document[found[0]].Tag == PartOfSpeech.PRP)
        {
            // "killed himself and ten tourists": the parse hangs the second object on the verb.
            foreach (var child in document.Children(verb))
            {
                if (child > found[0] && document[child].Relation == Dependency.Conj && document[child].Tag.IsNoun()) WithConjuncts(document, child, found);
            }
        }

        if (found.Count == 0 && LacksObject(document, verb)) WithConjuncts(document, document[verb].Head, found);
    }

    /// <summary>"the men they took", but not "the day they took power". A stranded preposition ("the town they fired from") is not looked for.</summary>
    private static bool LacksObject(Document document, int verb)
    {
        if (document[verb].Relation != Dependency.AclRelcl || document[verb].Head < 0 || IsPassive(document, verb)) return false;
        var subject = document.Child(verb, Dependency.Nsubj);
        return subject >= 0 && subject > document[verb].Head && !IsRelative(document, subject);
    }

    /// <summary>"not by the rebels but by the army": the word denies the phrase behind it, and not the verb.</summary>
    public static bool DeniesPhrase(Document document, int negation) =>
        negation + 1 < document.Count && document[negation + 1] is { Relation: Dependency.Case, Head: var noun } && noun > negation && document[noun].Relation is Dependency.OblAgent or Dependency.Obl or Dependency.Conj;

    /// <summary>The agent phrase of a passive or a noun: "by rebels".</summary>
    public static void ByAgents(Document document, int governor, List<int> found)
    {
        foreach (var child in document.Children(governor))
        {
            if (document[child].Relation == Dependency.OblAgent) WithConjuncts(document, child, found);
        }
    }

    /// <summary>The preposition of a phrase, folded, or an empty string.</summary>
    public static string Preposition(Document document, int noun)
    {
        var preposition = document.Child(noun, Dependency.Case);
        return preposition < 0 ? "" : document[preposition].Form;
    }

    /// <summary>The phrase's head and those coordinated with it.</summary>
    public static void WithConjuncts(Document document, int head, List<int> found)
    {
        if (!found.Contains(head)) found.Add(head);
        var end = ListEnd(document, head);
        foreach (var child in document.Children(head))
        {
            if (child >= end || document[child].Tag.IsVerb() || document[child].Relation != Dependency.Conj && !IsListed(document, head, child)) continue;
            if (!found.Contains(child)) found.Add(child);

            // "a policeman, a driver and two passengers": the parse may join the third to the second.
            foreach (var third in document.Children(child))
            {
                if (third < end && IsLast(document, child, third) && !found.Contains(third)) found.Add(third);
            }
        }
    }

    /// <summary>"A policeman, a driver and two passengers were killed": the parse takes the second for an apposition, which would end with a comma.</summary>
    private static bool IsListed(Document document, int head, int child)
    {
        if (document[child].Relation != Dependency.Appos || child < head || document.Subtree(head).End is var next && (next >= document.Count || document[next].Tag is not (PartOfSpeech.VBD or PartOfSpeech.VBZ or PartOfSpeech.VBP))) return false;
        foreach (var third in document.Children(child))
        {
            if (IsLast(document, child, third)) return document.Child(third, Dependency.Nummod) >= 0 || document.Child(third, Dependency.Det) >= 0;
        }

        return false;
    }

    /// <summary>"and two passengers"</summary>
    private static bool IsLast(Document document, int second, int third) =>
        third > second && document[third].Relation == Dependency.Conj && document[third].Tag.IsNoun() && document[second].Tag.IsNoun() && document.Child(third, Dependency.Cc) >= 0;

    /// <summary>
    /// Where the list that begins with a noun ends. In "…, killing a guard and abducting 20 girls, residents and a teacher said" the parse joins to the girls those who say it: a verb without
    /// a subject of its own, right behind the nouns that follow a comma, has them for its subject.
    /// </summary>
    private static int ListEnd(Document document, int head)
    {
        int first = -1, last = -1;
        foreach (var child in document.Children(head))
        {
            if (child <= head || document[child].Relation != Dependency.Conj || !document[child].Tag.IsNoun()) continue;
            if (first < 0) first = child;
            last = child;
        }

        if (first < 0) return document.Count;
        var begin = document.Subtree(first).First;
        if (document[begin].Tag == PartOfSpeech.Comma) begin++;
        if (document[begin - 1].Tag != PartOfSpeech.Comma) return document.Count;
        var verb = document.Subtree(last).End;
        if (verb >= document.Count || document[verb].Tag is not (PartOfSpeech.VBD or PartOfSpeech.VBZ or PartOfSpeech.VBP) || document.Child(verb, Dependency.Nsubj) >= 0 || document.Child(verb, Dependency.NsubjPass) >= 0) return document.Count;
        for (var above = document[head].Head; above >= 0; above = document[above].Head)
        {
            if (above == verb) return begin;
        }

        return document.Count;
    }

    /// <summary>"In Khan Younis, nine people including four children were killed": the parse makes the place the subject, and an apposition of the people.</summary>
    private static int ApposedToPhrase(Document document, int subject) =>
        document.Child(subject, Dependency.Case) is >= 0 and var preposition && preposition < subject && document[preposition].Tag == PartOfSpeech.IN
            && document.Child(subject, Dependency.Appos) is >= 0 and var people && people > subject && document[people].Tag.IsNoun() ? people : subject;

    /// <summary>"gathered for the funerals of people killed when …": a participle right behind a noun, with nothing that would join it to another verb.</summary>
    private static bool IsReduced(Document document, int verb) =>
        document[verb].Tag == PartOfSpeech.VBN && verb > 0 && document[verb - 1].Tag.IsNoun() && document[verb - 1].Relation is Dependency.Nmod or Dependency.Obl or Dependency.Obj
        && document.Child(verb, Dependency.Cc) < 0 && document.Child(verb, Dependency.AuxPass) < 0;

    /// <summary>"A woman and ten rebels died": the parse makes a sentence of the woman and joins the verb to her.</summary>
    private static bool IsJoinedToNoun(Document document, int verb, int subject)
    {
        if (document[verb] is not { Relation: Dependency.Conj, Head: >= 0 and var noun } || document[noun].Head >= 0 || !document[noun].Tag.IsNoun() || document.Child(verb, Dependency.Cc) is not (>= 0 and var and)) return false;
        for (var t = noun + 1; t < and; t++)
        {
            if (document[t].Tag.IsVerb() || document[t].Tag == PartOfSpeech.Comma) return false;
        }

        return noun < and && and < subject && document.Child(noun, Dependency.Nsubj) < 0;
    }

    private static bool IsBehindOblique(Document document, int verb) =>
        document[verb].Tag == PartOfSpeech.VBD && verb > 0 && document[verb - 1] is { Relation: Dependency.Obl, Head: var head } && head == document[verb].Head && head < verb - 1
        && document[verb - 1].Tag == PartOfSpeech.NNS && document.Child(verb - 1, Dependency.Case) >= 0;

    private static bool IsListedVerb(Document document, int verb)
    {
        var noun = document[verb].Head;
        return document[verb].Tag is PartOfSpeech.VBN or PartOfSpeech.VBD && document.Child(verb, Dependency.Obj) >= 0
            && document[noun].Relation == Dependency.Obj && document[noun].Head >= 0 && document[document[noun].Head].Tag.IsVerb();
    }

    private static bool IsRelative(Document document, int token) => document[token].Tag is PartOfSpeech.WP or PartOfSpeech.WDT;
}
