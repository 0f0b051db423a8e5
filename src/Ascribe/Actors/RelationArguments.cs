using Ascribe.Language;

namespace Ascribe.Actors;

/// <summary>Finds the sides of a relation around its cue.</summary>
internal sealed class RelationArguments(Document document, ActorIndex index, IReadOnlyList<ActorChain> chains, FunctionWords words)
{
    /// <summary>An actor in one side: its chain and the token that names it.</summary>
    public readonly record struct Argument(int Chain, int Token);

    /// <summary>The actors of the first slot that holds any, coordinated ones included.</summary>
    public List<Argument> Of(int cue, IReadOnlyList<RelationSlot> slots)
    {
        var found = new List<Argument>();
        foreach (var slot in slots)
        {
            foreach (var token in Tokens(cue, slot)) AddCoordinated(token, found);
            if (found.Count > 0) break;
        }

        return found;
    }

    /// <summary>"Iran" in "Iran-backed"; the chain is -1 where there is none.</summary>
    public Argument HyphenatedBefore(int cue)
    {
        if (cue < 2 || document[cue - 1].Form != "-" || document[cue].SpaceBefore || document[cue - 1].SpaceBefore) return new Argument(-1, -1);
        for (var t = cue - 2; t >= Math.Max(0, cue - 6) && document.SentenceOf(t) == document.SentenceOf(cue); t--)
        {
            var chain = index.ChainAt(t);
            if (chain >= 0) return new Argument(chain, t);
        }

        return new Argument(-1, -1);
    }

    /// <summary>The actor whose phrase begins with the participle: "Hezbollah" of "Iran-backed Hezbollah".</summary>
    public List<Argument> RightOf(int cue)
    {
        for (var t = cue + 1; t < Math.Min(document.Count, cue + 6); t++)
        {
            if (document.SentenceOf(t) != document.SentenceOf(cue) || document[t].Tag == PartOfSpeech.Comma) break;
            var chain = index.ChainAt(t);
            if (chain >= 0) return [new Argument(chain, t)];
        }

        return [];
    }

    private List<int> Tokens(int cue, RelationSlot slot)
    {
        var tokens = new List<int>();
        switch (slot.Kind)
        {
            case SlotKind.Nsubj:
                AddNotNegative(tokens, Subject(cue));
                break;
            case SlotKind.Obj:
                AddNotNegative(tokens, Object(cue));
                break;
            case SlotKind.Poss:
                AddNotNegative(tokens, document.Child(cue, Dependency.NmodPoss));
                break;
            case SlotKind.Compound:
                AddNotNegative(tokens, document.Child(cue, Dependency.Compound));
                break;
            case SlotKind.Self:
                AddNotNegative(tokens, Self(cue));
                break;
            default:
                AddBehind(cue, slot.Preposition, tokens);
                break;
        }

        return tokens;
    }

    private static void AddNotNegative(List<int> tokens, int token)
    {
        if (token >= 0) tokens.Add(token);
    }

    private int Subject(int verb)
    {
        for (int t = verb, steps = 0; t >= 0 && steps < 4; steps++)
        {
            var subject = document.Child(t, Dependency.Nsubj);
            if (subject < 0 && t != verb) subject = document.Child(t, Dependency.NsubjPass);
            if (subject >= 0) return subject;
            var view = document[t];
            switch (view.Relation)
            {
                // "the group led by Omar Nadim": the participle tells what is done to the noun, not what it does.
                case Dependency.Acl or Dependency.Amod when view.Tag == PartOfSpeech.VBN:
                    return -1;
                case Dependency.Acl or Dependency.AclRelcl or Dependency.Amod:
                    return view.Head;
                case Dependency.Conj or Dependency.Xcomp or Dependency.Advcl:
                    // "accused Iran of arming them": Iran arms them.
                    if (document.Child(view.Head, Dependency.Obj) is >= 0 and var accused && accused < t && document.Child(t, Dependency.Mark) is >= 0 and var mark && words.OpensDeedOfObject(document[mark].Form)) return accused;
                    t = view.Head;
                    break;
                default:
                    return -1;
            }
        }

        return -1;
    }

    private int Object(int verb)
    {
        var passive = document.Child(verb, Dependency.NsubjPass);
        if (passive >= 0) return passive;
        var direct = document.Child(verb, Dependency.Obj);
        if (direct >= 0) return direct;
        var view = document[verb];
        if (view.Relation is Dependency.Amod or Dependency.Compound || view.Relation is Dependency.Acl or Dependency.AclRelcl && view.Tag != PartOfSpeech.VBG)
            return view.Head;

        // "attacked by gunmen linked to": a participle right behind a noun describes it, wherever the parse hangs it.
        if (view is { Relation: Dependency.Advcl, Tag: PartOfSpeech.VBN } && verb > 0 && document[verb - 1].Tag.IsNoun() && document.Child(verb, Dependency.Mark) < 0) return verb - 1;

        // "are affiliated to", "is close to": a predicate describes its subject.
        return view.Tag.IsAdjective() || document.Child(verb, Dependency.Cop) >= 0 || view.Tag == PartOfSpeech.VBN && document.Child(verb, Dependency.Aux) < 0
            ? Subject(verb) : -1;
    }

    private int Self(int noun)
    {
        // "the front, which is part of": whatever the parse calls the clause, it speaks of what it hangs on.
        if (document.Child(noun, Dependency.Cop) >= 0 && document.Child(noun, Dependency.Nsubj) is >= 0 and var subject)
            return document[subject].Tag is PartOfSpeech.WDT or PartOfSpeech.WP && index.ChainAt(subject) < 0 ? document[noun].Head : subject;
        if (index.ChainAt(noun) is >= 0 and var chain && chains[chain].IsNamed) return noun;

        // "Omar Nadim, a member of"; "their ally Hezbollah"
        if (document[noun] is { Relation: Dependency.Appos or Dependency.NmodDesc, Head: >= 0 } description) return description.Head;

        // "the party's military wing, the Popular Brigades". "Members of the group said": the description alone states no tie of anybody else.
        return document.Child(noun, Dependency.Appos);
    }

    private void AddBehind(int cue, string preposition, List<int> tokens)
    {
        foreach (var child in document.Children(cue))
        {
            var relation = document[child].Relation;
            if (relation is not (Dependency.Obl or Dependency.OblAgent or Dependency.Nmod)) continue;
            var marker = document.Child(child, Dependency.Case);
            if (marker >= 0 && document[marker].Form == preposition) tokens.Add(child);
        }

        if (tokens.Count > 0) return;

        // "pledged allegiance to", and where the parse goes astray: the preposition stands close behind, its actor next.
        var end = document.SentenceTokens(document.SentenceOf(cue)).End;
        for (var t = cue + 1; t < Math.Min(end, cue + 4); t++)
        {
            if (document[t].Tag == PartOfSpeech.Comma) return;
            if (document[t].Form != preposition) continue;
            for (var u = t + 1; u < Math.Min(end, t + 7) && !document[u].Tag.IsVerb() && document[u].Tag is not (PartOfSpeech.Comma or PartOfSpeech.IN); u++)
            {
                if (index.ChainAt(u) < 0) continue;
                tokens.Add(u);
                return;
            }

            return;
        }
    }

    private void AddCoordinated(int token, List<Argument> found)
    {
        Add(token, found);
        foreach (var child in document.Children(token))
        {
            if (document[child].Relation == Dependency.Conj) Add(child, found);
        }
    }

    private void Add(int token, List<Argument> found)
    {
        var chain = index.ChainAt(token);
        if (chain < 0 && !document[token].Tag.IsVerb())
        {
            // "some of the attackers", "a number of soldiers"; "backed by Russian airstrikes"
            foreach (var relation in (ReadOnlySpan<Dependency>)[Dependency.Nmod, Dependency.Amod, Dependency.Compound])
            {
                var part = document.Child(token, relation);
                if (part < 0 || index.ChainAt(part) is var of && (of < 0 || relation != Dependency.Nmod && chains[of].Kind != ActorKind.State)) continue;
                (token, chain) = (part, of);
                break;
            }
        }

        if (chain >= 0) found.Add(new Argument(chain, token));
    }
}
