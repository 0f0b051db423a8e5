using Ascribe.Language;

namespace Ascribe.Actors;

/// <summary>
/// Finds the short forms that a text introduces in brackets behind a name: "Northern Valley Liberation Front (NVLF)". The letters of the short form
/// are looked for from the right among the beginnings of the words before the bracket, as Schwartz and Hearst (2003) do.
/// </summary>
internal sealed class AcronymFinder(AgentLexicon agents)
{
    private const int MaxTokens = 5;
    private const int MaxLetters = 10;

    /// <param name="Long">The name; empty where the letters fit no words.</param>
    /// <param name="Short">The short form within the brackets.</param>
    public readonly record struct Introduction(TokenRange Long, TokenRange Short);

    /// <summary>The short form that the bracket at the token introduces, and the words whose letters it has; or null.</summary>
    public static Introduction? At(Document document, int bracket, TokenRange sentence)
    {
        if (document[bracket].Form != "(" || bracket == sentence.First) return null;
        var first = bracket + 1;
        if (first < sentence.End && IsQuote(document[first])) first++;
        var end = first;
        int capitals = 0, letters = 0;
        while (end < sentence.End && end - first < MaxTokens && (end == first || !document[end].SpaceBefore) && IsPart(document[end], ref capitals, ref letters)) end++;
        if (capitals < 2 || letters > MaxLetters) return null;
        var behind = end;
        if (behind < sentence.End && IsQuote(document[behind])) behind++;
        if (behind >= sentence.End || document[behind].Form is not (")" or "," or ";" or "/")) return null;
        var form = new TokenRange(first, end);
        return new Introduction(Words(document, form, bracket, sentence.First), form);
    }

    /// <summary>True when a word of the range is a body or a group of people: "Movement for the Salvation of the North".</summary>
    public bool IsBody(Document document, TokenRange tokens)
    {
        for (var t = tokens.First; t < tokens.End; t++)
        {
            if (agents.EndingAt(document, t) is { Noun.Count: AgentCount.Body or AgentCount.Many }) return true;
        }

        return false;
    }

    private static bool IsQuote(Token word) => word.Form is "\"" or "'" or "''" or "``";

    private static bool IsPart(Token word, ref int capitals, ref int letters)
    {
        if (word.Form == "-") return true;
        foreach (var c in word.Text)
        {
            if (!char.IsLetterOrDigit(c)) return false;
            letters++;
            if (char.IsUpper(c)) capitals++;
        }

        return true;
    }

    /// <summary>The shortest run of words right before the bracket whose capitals begin with the capitals of the short form, in order.</summary>
    private static TokenRange Words(Document document, TokenRange form, int bracket, int sentenceFirst)
    {
        var capitals = document.TextOf(form).Where(char.IsUpper).Select(char.ToLowerInvariant).ToArray();
        var next = capitals.Length - 1;
        for (var t = bracket - 1; t >= sentenceFirst; t--)
        {
            var word = document[t];
            if (!char.IsLetter(word.Text[0]))
            {
                if (word.Form is "-" or "'" or "\"" or "''") continue;
                break;
            }

            if (!char.IsUpper(word.Text[0]))
            {
                if (word.Form.Length <= 3 || word.Tag is PartOfSpeech.IN or PartOfSpeech.DT or PartOfSpeech.CC) continue;
                break;
            }

            if (word.Form[0] != capitals[next]) break;
            if (--next < 0) return new TokenRange(t, bracket);
        }

        return default;
    }
}
