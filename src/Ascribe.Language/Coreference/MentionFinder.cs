namespace Ascribe.Language.Coreference;

/// <summary>
/// Takes the mentions of a document from its parse: the phrase of every noun, personal pronoun, demonstrative that stands alone, and figure
/// in the place of a noun, and phrases joined by "and". What a phrase holds follows the guidelines of the GUM corpus.
/// </summary>
internal static class MentionFinder
{
    /// <summary>The mentions by their first token, outer ones first. Linear in the length of the document.</summary>
    /// <param name="belongs">Decides what belongs to a phrase.</param>
    public static List<Mention> Find(Document document, PhraseBounds.Decision belongs)
    {
        var bounds = new PhraseBounds(document, belongs);
        var inName = new bool[document.Count];
        foreach (var name in document.Names) inName.AsSpan(name.Tokens.First, name.Tokens.Count).Fill(true);
        var mentions = new List<Mention>(document.Count / 2);
        for (var head = 0; head < document.Count; head++)
        {
            if (KindOf(document, head, inName[head]) is not { } kind) continue;
            var phrase = kind == MentionKind.Pronoun ? TokenRange.Of(head) : bounds.Of(head);
            mentions.Add(new Mention(phrase, head, kind));
            if (document.Relations[head] != Dependency.Conj && bounds.WithCoordinated(head, phrase) is { } all)
                mentions.Add(new Mention(all, head, MentionKind.Coordination));
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

    /// <summary>A phrase whose bounds are known as a mention: its head is the first of its tokens whose governor lies outside it.</summary>
    public static Mention Given(Document document, TokenRange phrase)
    {
        var head = phrase.First;
        while (head + 1 < phrase.End && phrase.Contains(document.Heads[head])) head++;
        var isName = document.Names.Any(n => n.Tokens.Contains(head));
        return new Mention(phrase, head, KindOf(document, head, isName) ?? MentionKind.Nominal);
    }

    private static MentionKind? KindOf(Document document, int token, bool inName)
    {
        var relation = document.Relations[token];
        if (relation is Dependency.Flat or Dependency.Fixed or Dependency.Goeswith or Dependency.Case or Dependency.Cc or Dependency.Mark
            or Dependency.Discourse or Dependency.Punct or Dependency.Reparandum or Dependency.Cop or Dependency.Aux) return null;
        return document.Tags[token] switch
        {
            PartOfSpeech.NNP or PartOfSpeech.NNPS => MentionKind.Name,
            PartOfSpeech.NN or PartOfSpeech.NNS => inName ? MentionKind.Name : MentionKind.Nominal,
            PartOfSpeech.PRP or PartOfSpeech.PRPS => MentionKind.Pronoun,
            PartOfSpeech.DT when relation is Dependency.Nsubj or Dependency.NsubjPass or Dependency.Obj or Dependency.Obl or Dependency.Nmod => MentionKind.Pronoun,
            PartOfSpeech.CD when relation is not (Dependency.Nummod or Dependency.Compound or Dependency.Amod or Dependency.Advmod) => MentionKind.Number,
            _ => null,
        };
    }
}
