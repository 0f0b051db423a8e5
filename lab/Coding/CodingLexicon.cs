using Ascribe.Language;
using Ascribe.Lexicons;

namespace Ascribe.Lab.Coding;

/// <summary>The words that tell roots, things and operators, from plover-words.tsv.</summary>
internal sealed class CodingLexicon
{
    private readonly PhraseMatcher<CodingWord> _words = new();

    /// <exception cref="InvalidDataException">A row has a code that the scheme does not know; the message names the line.</exception>
    public static CodingLexicon Load(string language, PloverScheme scheme)
    {
        var lexicon = new CodingLexicon();
        foreach (var row in LexiconTable.Load(language + "/plover-words.tsv").Rows)
        {
            if (!scheme.Contains(row["code"])) throw row.Error($"'{row["code"]}' is no root, thing or operator.");
            lexicon._words.Add(row["phrase"], new CodingWord(row["code"], row["with"].Split('|', StringSplitOptions.RemoveEmptyEntries)));
        }

        return lexicon;
    }

    /// <summary>The codes of a sentence's words, by the token that governs each phrase. The longest phrases win; of equal ones, what asks for another word beside it.</summary>
    public Dictionary<int, string> Read(Document document, TokenRange sentence)
    {
        var found = new Dictionary<int, string>();
        for (var t = sentence.First; t < sentence.End;)
        {
            var next = t + 1;
            foreach (var group in _words.At(document, t).GroupBy(m => m.Tokens).OrderByDescending(g => g.Key.Count))
            {
                var head = HeadOf(document, group.Key);
                var fitting = group.Where(m => m.Value.With.Count == 0 || m.Value.With.Any(w => Governs(document, head, w))).ToList();
                if (fitting.Count == 0) continue;
                found.TryAdd(head, fitting.MaxBy(m => Math.Min(m.Value.With.Count, 1)).Value.Code);
                next = group.Key.End;
                break;
            }

            t = next;
        }

        return found;
    }

    /// <summary>The first token of the phrase that nothing in it governs.</summary>
    public static int HeadOf(Document document, TokenRange tokens)
    {
        for (var t = tokens.First; t < tokens.End; t++)
        {
            if (document[t].Head < 0 || !tokens.Contains(document[t].Head)) return t;
        }

        return tokens.First;
    }

    private static bool Governs(Document document, int head, string word)
    {
        foreach (var child in document.Children(head))
        {
            if (document[child].Form == word || word[0] == ':' && document[child].Relation.Name() == word[1..]) return true;
            foreach (var mark in document.Children(child))
            {
                if (document[mark].Form == word && document[mark].Relation is Dependency.Case or Dependency.Mark) return true;
            }
        }

        return false;
    }
}
