using Ascribe.Language;

namespace Ascribe.Lab.Coding;

/// <summary>Works out what one sentence tells, from its parse and the codes of its words.</summary>
/// <param name="words">Root, thing or operator by the token that governs the phrase.</param>
internal sealed class SentenceWalk(PloverScheme scheme, Document document, TokenRange sentence, IReadOnlyDictionary<int, string> words)
{
    /// <summary>How deep operators and phrases are followed.</summary>
    private const int MaxDepth = 12;

    /// <summary>The operator of what somebody is told to do.</summary>
    private const string Must = "must";

    /// <summary>The event nearest to the sentence's root; of several at one depth the first. Who does it tells what only where nothing else does.</summary>
    public CodedEvent? Code() => Search(withSubjects: false) ?? Search(withSubjects: true);

    private CodedEvent? Search(bool withSubjects)
    {
        var level = new List<int>();
        for (var t = sentence.First; t < sentence.End; t++)
        {
            if (document[t].Head < 0) level.Add(t);
        }

        while (level.Count > 0)
        {
            foreach (var token in level)
            {
                if (Meaning(token, 0) is { } code && scheme.IsEvent(code)) return new CodedEvent(code, token);
            }

            level = [.. level.SelectMany(t => document.Children(t).ToArray()).Where(t => withSubjects || !document[t].Relation.IsSubject())];
        }

        return null;
    }

    /// <summary>What the word and all that it governs come to: a root, a thing or null.</summary>
    private string? Meaning(int token, int depth)
    {
        if (depth > MaxDepth) return null;
        string? meaning;
        if (!words.TryGetValue(token, out var word)) meaning = Inner(token, null, depth);
        else if (scheme.IsOperator(word)) meaning = Inner(token, word, depth);
        else meaning = word;

        if (meaning is not null && MisreadVerb(token) is { } verb) meaning = scheme.Apply(verb, meaning, out _) ?? meaning;
        foreach (var name in Modals(token))
        {
            meaning = scheme.Apply(name, meaning, out _) ?? meaning;
        }

        return meaning;
    }

    /// <summary>What an operator, or a word without a meaning of its own (null), makes of what hangs on it.</summary>
    private string? Inner(int token, string? name, int depth)
    {
        string? provisional = null;
        foreach (var child in Arguments(token, name is not null && scheme.IsIntransitive(name)))
        {
            if (Meaning(child, depth + 1) is not { } argument) continue;
            if (name is null) return argument;
            var result = scheme.Apply(name, argument, out var isProvisional);
            if (result is not null && !isProvisional) return result;
            provisional ??= result;
        }

        return name is null ? null : provisional ?? scheme.Apply(name, null, out _);
    }

    /// <summary>What a word governs, likeliest complement first.</summary>
    private List<int> Arguments(int token, bool isIntransitive)
    {
        var found = new List<(int Rank, int Token)>();
        bool isPassive = false, isComplete = false;
        foreach (var child in document.Children(token))
        {
            isPassive |= document[child].Relation == Dependency.NsubjPass;
            isComplete |= document[child].Relation is Dependency.NsubjPass or Dependency.Obj or Dependency.Ccomp or Dependency.Xcomp;
        }

        foreach (var child in document.Children(token))
        {
            var rank = document[child].Relation switch
            {
                Dependency.Ccomp or Dependency.Xcomp => 0,
                Dependency.NsubjPass => 1,
                Dependency.Obj => isPassive ? 2 : 1,
                Dependency.Iobj => 2,
                Dependency.Amod or Dependency.Compound or Dependency.NmodDesc => document[token].Tag.IsNoun() && !document[child].Tag.IsVerb() ? 3 : -1,
                Dependency.Nmod or Dependency.Obl or Dependency.Acl => 4,
                // "sent planes to help", but not "rejected the offer, saying …".
                Dependency.Advcl => !isComplete || HasInfinitive(child) ? 6 : -1,
                Dependency.Parataxis => isComplete ? -1 : 6,
                Dependency.Nsubj => isIntransitive && !isComplete ? 5 : -1,
                _ => -1,
            };
            if (rank >= 0) found.Add((rank, child));
        }

        return [.. found.OrderBy(f => f.Rank).Select(f => f.Token)];
    }

    private bool HasInfinitive(int verb)
    {
        foreach (var child in document.Children(verb))
        {
            if (document[child].Tag == PartOfSpeech.TO) return true;
        }

        return false;
    }

    /// <summary>The operator of a verb that the parse took for a modifier of its object: "Japan lifted sanctions", "lifts blockade"; null where there is none.</summary>
    private string? MisreadVerb(int noun)
    {
        foreach (var child in document.Children(noun))
        {
            if (child > noun || document[child].Relation is not (Dependency.Amod or Dependency.Compound) || !words.TryGetValue(child, out var name) || !scheme.IsOperator(name)) continue;
            var tag = document[child].Tag;
            if (tag is PartOfSpeech.VBD or PartOfSpeech.VBZ or PartOfSpeech.VBP || tag == PartOfSpeech.VBN && child > sentence.First && (document[child - 1].Tag.IsNoun() || document[child - 1].Relation == Dependency.Aux)) return name;
        }

        return null;
    }

    /// <summary>Modal operators that hang on a word, in the order in which they are applied.</summary>
    private IEnumerable<string> Modals(int token)
    {
        var found = new List<string>();
        foreach (var child in document.Children(token))
        {
            if (words.TryGetValue(child, out var name) && scheme.IsModal(name)) found.Add(name);
        }

        if (IsSubjunctive(token)) found.Add(Must);
        return found.OrderBy(scheme.OrderOf);
    }

    /// <summary>"insisted that the army leave": a bare verb with a subject in what is said; tagged as a plural it has a singular one.</summary>
    private bool IsSubjunctive(int token)
    {
        var tag = document[token].Tag;
        if (tag is not (PartOfSpeech.VB or PartOfSpeech.VBP) || document[token].Relation != Dependency.Ccomp) return false;
        var hasSubject = false;
        foreach (var child in document.Children(token))
        {
            if (document[child].Relation == Dependency.Aux || document[child].Tag is PartOfSpeech.TO or PartOfSpeech.MD) return false;
            hasSubject |= document[child].Relation.IsSubject() && (tag == PartOfSpeech.VB || document[child].Tag == PartOfSpeech.NN && document.Child(child, Dependency.Conj) < 0);
        }

        return hasSubject;
    }
}
