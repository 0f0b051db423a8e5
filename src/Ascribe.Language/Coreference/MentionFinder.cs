namespace Ascribe.Language.Coreference;

/// <summary>
/// Takes the mentions of a document from its parse: the phrase of every noun, personal pronoun, demonstrative that stands alone, and figure
/// in the place of a noun. Which dependents belong to a phrase follows the guidelines of the GUM corpus, counted on its training part.
/// </summary>
internal static class MentionFinder
{
    /// <summary>The mentions by their first token, outer ones first. Linear in the length of the document.</summary>
    public static List<Mention> Find(Document document)
    {
        var (firsts, ends) = Subtrees(document);
        var names = InNames(document);
        var mentions = new List<Mention>(document.Count / 3);
        for (var head = 0; head < document.Count; head++)
        {
            if (KindOf(document, head, names[head]) is { } kind) mentions.Add(new Mention(PhraseOf(document, head, firsts, ends), head, kind));
        }

        mentions.Sort((a, b) => a.Tokens.First != b.Tokens.First ? a.Tokens.First.CompareTo(b.Tokens.First)
            : a.Tokens.End != b.Tokens.End ? b.Tokens.End.CompareTo(a.Tokens.End) : a.Head.CompareTo(b.Head));
        // Two heads claim one phrase only where the parse is odd.
        var kept = 0;
        for (var i = 0; i < mentions.Count; i++)
        {
            if (kept == 0 || mentions[kept - 1].Tokens != mentions[i].Tokens) mentions[kept++] = mentions[i];
        }

        mentions.RemoveRange(kept, mentions.Count - kept);
        return mentions;
    }

    /// <summary>Which tokens stand in a name.</summary>
    private static bool[] InNames(Document document)
    {
        var inName = new bool[document.Count];
        foreach (var name in document.Names) inName.AsSpan(name.Tokens.First, name.Tokens.Count).Fill(true);
        return inName;
    }

    private static MentionKind? KindOf(Document document, int token, bool inName)
    {
        var relation = document.Relations[token];
        if (relation is Dependency.Flat or Dependency.Fixed or Dependency.Goeswith or Dependency.Case or Dependency.Cc or Dependency.Mark
            or Dependency.Discourse or Dependency.Punct or Dependency.Reparandum or Dependency.Cop or Dependency.Aux) return null;
        switch (document.Tags[token])
        {
            case PartOfSpeech.NNP or PartOfSpeech.NNPS:
                return MentionKind.Name;
            case PartOfSpeech.NN or PartOfSpeech.NNS:
                return inName ? MentionKind.Name : MentionKind.Nominal;
            case PartOfSpeech.PRP or PartOfSpeech.PRPS:
                return MentionKind.Pronoun;
            case PartOfSpeech.DT when relation is Dependency.Nsubj or Dependency.NsubjPass or Dependency.Obj or Dependency.Obl or Dependency.Nmod:
                return MentionKind.Pronoun;
            case PartOfSpeech.CD when relation is not (Dependency.Nummod or Dependency.Compound or Dependency.Amod or Dependency.Advmod):
                return MentionKind.Number;
            default:
                return null;
        }
    }

    private static TokenRange PhraseOf(Document document, int head, int[] firsts, int[] ends)
    {
        var isPredicate = document.Child(head, Dependency.Cop) >= 0;
        int first = head, end = head + 1;
        foreach (var child in document.Children(head))
        {
            if (!BelongsTo(document.Relations[child], child > head, isPredicate)) continue;
            first = Math.Min(first, firsts[child]);
            end = Math.Max(end, ends[child]);
        }

        while (first < head && IsEdge(document, first, first + 1, end)) first++;
        while (end > head + 1 && IsEdge(document, end - 1, first, end - 1)) end--;
        return new TokenRange(first, end);
    }

    private static bool BelongsTo(Dependency relation, bool isAfter, bool isPredicate) => relation switch
    {
        Dependency.Det or Dependency.DetPredet or Dependency.Amod or Dependency.Compound or Dependency.CompoundPrt or Dependency.NmodPoss or Dependency.Nummod
            or Dependency.Flat or Dependency.Fixed or Dependency.Goeswith or Dependency.NmodDesc or Dependency.NmodUnmarked => true,
        Dependency.Nmod or Dependency.Acl or Dependency.AclRelcl or Dependency.Case or Dependency.Obj or Dependency.Xcomp or Dependency.Ccomp
            or Dependency.Obl => isAfter,
        Dependency.Advmod => isAfter && !isPredicate,
        Dependency.OblUnmarked or Dependency.NsubjPass => !isPredicate,
        _ => false,
    };

    /// <summary>Punctuation that does not belong at the edge of a phrase; closing marks do where their opening mark stands in it.</summary>
    private static bool IsEdge(Document document, int token, int from, int to)
    {
        var partner = document.Tags[token] switch
        {
            PartOfSpeech.CloseQuote => PartOfSpeech.OpenQuote,
            PartOfSpeech.RightBracket => PartOfSpeech.LeftBracket,
            PartOfSpeech.OpenQuote => PartOfSpeech.CloseQuote,
            PartOfSpeech.LeftBracket => PartOfSpeech.RightBracket,
            _ => PartOfSpeech.Unknown,
        };
        if (partner == PartOfSpeech.Unknown) return document.Tags[token].IsPunctuation();
        return document.Tags.AsSpan(from, to - from).IndexOf(partner) < 0;
    }

    /// <summary>First token and end of every token's subtree. Each token takes its bounds once: from the first and the last token below it.</summary>
    private static (int[] Firsts, int[] Ends) Subtrees(Document document)
    {
        var firsts = new int[document.Count];
        var ends = new int[document.Count];
        Array.Fill(firsts, -1);
        for (var t = 0; t < document.Count; t++)
        {
            for (var a = t; a >= 0 && firsts[a] < 0; a = document.Heads[a]) firsts[a] = t;
        }

        for (var t = document.Count - 1; t >= 0; t--)
        {
            for (var a = t; a >= 0 && ends[a] == 0; a = document.Heads[a]) ends[a] = t + 1;
        }

        return (firsts, ends);
    }
}
