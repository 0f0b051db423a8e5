using Ascribe.Language;
using Ascribe.Lexicons;
using Ascribe.Reports;

namespace Ascribe.Claims;

/// <summary>Reads a noun with what is said behind it: "the ministry's claim that …", "allegations by residents that …".</summary>
internal sealed class NounCueReader(Document document, QuotationMarks quotes, ClaimWords words, AttributionTraits traits)
{
    /// <summary>What the noun names, or null where no clause or no speaker stands beside it.</summary>
    public Attribution? Read(PhraseMatcher<CueEntry>.Match match)
    {
        var noun = match.Tokens.End - 1;
        if (!document[noun].Tag.IsNoun() || quotes.IsInside(noun)) return null;
        int source = -1, clause = -1;
        foreach (var child in document.Children(noun))
        {
            var relation = document[child].Relation;
            if (relation == Dependency.NmodPoss || relation is Dependency.Nmod or Dependency.OblAgent && child > noun && words.IsUnder(child, ClaimWordUse.Origin)) source = child;
            else if (child > noun && relation is Dependency.Acl or Dependency.Ccomp) clause = child;
        }

        // "a statement from the ministry that …": the parse may hang what is said on whoever says it.
        if (clause < 0 && source > noun) clause = ClauseUnder(source);
        if (source < 0 && clause >= 0) source = NamedBefore(noun);
        if (clause < 0 || document.Subtree(clause).First is var first && (!words.Is(first, ClaimWordUse.That | ClaimWordUse.To) || first <= noun)) return null;
        var content = new List<TokenRange> { Segments.WithoutMarks(document, new TokenRange(document.Subtree(clause).First, document.Subtree(clause).End)) };
        if (source < 0 || content[0].IsEmpty) return null;
        var phrase = document.NounPhrase(source);
        if (phrase.Contains(noun)) phrase = new TokenRange(Math.Max(phrase.First, document.Subtree(source).First), noun);
        while (phrase.Count > 1 && document[phrase.End - 1].Tag == PartOfSpeech.POS) phrase = new TokenRange(phrase.First, phrase.End - 1);
        if (phrase.Contains(content[0].First)) phrase = new TokenRange(phrase.First, Math.Max(source + 1, content[0].First));
        return traits.Attributed(phrase, source, match.Tokens, content, match.Value);
    }

    private int ClauseUnder(int source)
    {
        foreach (var child in document.Children(source))
        {
            if (child > source && document[child].Relation is Dependency.Acl or Dependency.Ccomp) return child;
        }

        return -1;
    }

    /// <summary>"a State Department announcement that …": the name right before the noun.</summary>
    private int NamedBefore(int noun)
    {
        if (noun == 0 || !document[noun - 1].Tag.IsProperNoun()) return -1;
        foreach (var name in document.Names)
        {
            if (name.Tokens.End == noun && name.Kind is not NameKind.Person) return noun - 1;
        }

        return -1;
    }
}
