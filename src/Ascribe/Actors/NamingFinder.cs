using Ascribe.Language;
using Ascribe.Lexicons;

namespace Ascribe.Actors;

/// <summary>Finds the names that a text gives to a body or group right behind it: "a militia called Northern Shield", "gunmen calling themselves the Sons of Dawn".</summary>
internal sealed class NamingFinder
{
    private readonly PhraseMatcher<bool> _phrases = new();
    private readonly PhraseMatcher<bool> _joints = new();
    private readonly AgentLexicon _agents;
    private readonly TitleLexicon _titles;

    private NamingFinder(AgentLexicon agents, TitleLexicon titles)
    {
        _agents = agents;
        _titles = titles;
    }

    /// <param name="Described">The last token of what goes by the name.</param>
    /// <param name="Name">The name without article and marks.</param>
    public readonly record struct Naming(int Described, TokenRange Name);

    /// <exception cref="InvalidDataException">A line is malformed; the message names it.</exception>
    public static NamingFinder Load(string language, AgentLexicon agents, TitleLexicon titles)
    {
        var finder = new NamingFinder(agents, titles);
        foreach (var row in LexiconTable.Load($"{language}/naming-phrases.tsv").Rows)
        {
            if (row["kind"] == "naming") finder._phrases.Add(row["phrase"], true);
            else if (row["kind"] == "joins") finder._joints.Add(row["phrase"], true);
            else throw row.Error($"'{row["kind"]}' is no kind.");
        }

        return finder;
    }

    public List<Naming> Find(Document document)
    {
        var found = new List<Naming>();
        for (var t = 1; t < document.Count; t++)
        {
            // Where all is in capitals, no capital shows a name.
            if (_phrases.Longest(document, t) is not { } phrase || !char.IsLower(document[t].Text[0])) continue;
            var described = document[t - 1].Tag == PartOfSpeech.Comma ? t - 2 : t - 1;
            if (described < 0 || document.SentenceOf(described) != document.SentenceOf(t)) continue;
            if (_agents.EndingAt(document, described) is not { } agent || agent is { IsPlural: false, Noun.Count: AgentCount.One }) continue;
            if (NameAt(document, phrase.Tokens.End) is not { IsEmpty: false } name) continue;
            // "The rebels named Omar Nadim as their leader": one word in the past tense is what they did, unless another verb follows the name.
            if (phrase.Tokens.Count == 1 && document[t].Tag == PartOfSpeech.VBD && !(name.End < document.Count && document[name.End].Tag is PartOfSpeech.VBD or PartOfSpeech.VBZ or PartOfSpeech.VBP)) continue;
            found.Add(new Naming(described, name));
        }

        return found;
    }

    /// <summary>The capitalised words from the token on, behind an article or an opening mark; empty where there are none.</summary>
    private TokenRange NameAt(Document document, int first)
    {
        var end = first < document.Count ? document.SentenceTokens(document.SentenceOf(first)).End : first;
        while (first < end && (document[first].Tag == PartOfSpeech.DT || IsMark(document[first]))) first++;
        var last = first;
        while (last < end && IsPart(document, last, end)) last++;
        return new TokenRange(first, last);
    }

    private bool IsPart(Document document, int token, int end)
    {
        var view = document[token];
        if (char.IsUpper(view.Text[0])) return !view.Tag.IsVerb() || view.Tag == PartOfSpeech.VBG;
        // "Sons of Dawn", "Ansar al-Sahil": what joins the words of a name stands before another of them.
        var joins = view.Form == "-" || _titles.IsParticle(view.Form) || _joints.Longest(document, token) is not null;
        for (var next = token + 1; joins && next < Math.Min(end, token + 3); next++)
        {
            if (char.IsUpper(document[next].Text[0])) return true;
        }

        return false;
    }

    private static bool IsMark(Token token) => !char.IsLetterOrDigit(token.Text[0]) && token.Tag is not (PartOfSpeech.Comma or PartOfSpeech.FullStop);
}
