using Ascribe.Language;
using Ascribe.Places;
using Ascribe.Reports;

namespace Ascribe.Actors;

/// <summary>
/// Finds the names of persons and bodies: those of the actor table, those of the name recogniser, and capitalised words after a title.
/// </summary>
internal sealed class NameFinder(ActorTable table, AgentLexicon agents, TitleLexicon titles)
{
    /// <summary>The names, not overlapping; index by token, null where there is none.</summary>
    /// <param name="placeAt">The place mention over each token, or null.</param>
    public NameSpan?[] Find(ReportDocument report, PlaceMention?[] placeAt)
    {
        var document = report.Document;
        var names = new NameSpan?[document.Count];
        for (var s = 0; s < document.SentenceCount; s++)
        {
            if (ActorReader.IsFurniture(report, s)) continue;
            AddKnown(document, document.SentenceTokens(s), placeAt, names);
        }

        foreach (var name in document.Names)
        {
            if (name.Kind is NameKind.Person or NameKind.Organization && !ActorReader.IsFurniture(report, document.SentenceOf(name.Tokens.First)))
                AddRecognised(document, name, placeAt, names);
        }

        for (var s = 0; s < document.SentenceCount; s++)
        {
            if (!ActorReader.IsFurniture(report, s)) AddTitled(document, document.SentenceTokens(s), placeAt, names);
        }

        return names;
    }

    private void AddKnown(Document document, TokenRange sentence, PlaceMention?[] placeAt, NameSpan?[] names)
    {
        for (var t = sentence.First; t < sentence.End;)
        {
            if (table.Longest(document, t, sentence.End) is not { } match)
            {
                t++;
                continue;
            }

            // "Hama", "Saba", "Petra": a longer place name, or the same words as a place with a population, is a place.
            var place = placeAt[t];
            if (place is not null && place.Tokens.First <= match.Tokens.First && place.Tokens.End >= match.Tokens.End
                && (place.Tokens.Count > match.Tokens.Count || place.Role is PlaceRole.Location or PlaceRole.Dateline))
            {
                t = place.Tokens.End;
                continue;
            }

            Mark(names, new NameSpan(match.Tokens, false, match.Actor));
            t = match.Tokens.End;
        }
    }

    private void AddRecognised(Document document, Name name, PlaceMention?[] placeAt, NameSpan?[] names)
    {
        var isPerson = name.Kind == NameKind.Person;
        var tokens = Trim(document, name.Tokens);
        if (isPerson) tokens = Complete(document, TrimRoles(document, tokens));
        if (tokens.IsEmpty) return;
        if (placeAt[tokens.First] is { } place && place.Tokens.Contains(tokens)) return;
        var last = agents.EndingAt(document, tokens.End - 1);
        if (isPerson && last is { Noun.Count: AgentCount.Body or AgentCount.Many }) isPerson = false;
        // A description in capitals is no name: "Foreign Minister", "Police".
        if (last is { } noun && noun.First <= tokens.First && (noun.Noun.Count == AgentCount.One || tokens.Count == 1)) return;
        NameSpan? known = null;
        for (var t = tokens.First; t < tokens.End; t++)
        {
            if (names[t] is not { } taken) continue;
            if (taken.Tokens.Contains(tokens)) return;
            if (isPerson && taken.Tokens.Count > 1 || !tokens.Contains(taken.Tokens)) return;
            known = taken;
        }

        var row = !isPerson && known is not null && known.Tokens.End == tokens.End ? known.Known : null;
        // "Hezbollah fighters", "Islamic State group": the name is the name, the rest describes.
        if (!isPerson && known is not null && row is null && last is not null && known.Tokens.End == last.Value.First) return;
        Mark(names, new NameSpan(tokens, isPerson, row));
    }

    /// <summary>"Mr Sudani", "Gen. Ahmed Khalil", "police chief Omar Nadim" where the recogniser saw no name.</summary>
    private void AddTitled(Document document, TokenRange sentence, PlaceMention?[] placeAt, NameSpan?[] names)
    {
        for (var t = sentence.First; t + 1 < sentence.End; t++)
        {
            if (names[t] is not null || names[t + 1] is not null || placeAt[t + 1] is not null) continue;
            var isTitle = titles.TitleAt(document, t) is not null;
            if (!isTitle && agents.EndingAt(document, t) is not { Noun: { Count: AgentCount.One, Role: not null }, IsPlural: false }) continue;
            if (titles.TitleAt(document, t + 1) is not null) continue;
            var end = t + 1;
            while (end < sentence.End && names[end] is null && placeAt[end] is null && IsNamePart(document, end, sentence.End)) end++;
            var tokens = Trim(document, new TokenRange(t + 1, end));
            if (tokens.IsEmpty || agents.EndingAt(document, tokens.End - 1) is not null) continue;
            Mark(names, new NameSpan(tokens, true, null));
            t = end - 1;
        }
    }

    private bool IsNamePart(Document document, int token, int end)
    {
        var view = document[token];
        if (view.Tag is PartOfSpeech.HYPH || view.Form == "-") return !view.SpaceBefore && token + 1 < end && !document[token + 1].SpaceBefore;
        if (titles.IsParticle(view.Form) && token + 1 < end) return true;
        return view.Tag.IsProperNoun() && char.IsUpper(view.Text[0]);
    }

    private TokenRange Trim(Document document, TokenRange tokens)
    {
        int first = tokens.First, end = tokens.End;
        bool Bare(int t) => !char.IsLetterOrDigit(document[t].Text[0]);
        while (first < end && (Bare(first) || titles.TitleAt(document, first) is not null)) first++;
        while (first < end && (Bare(end - 1) || document[end - 1].Tag == PartOfSpeech.POS)) end--;
        return new TokenRange(first, end);
    }

    /// <summary>"Omar" of "President Omar": roles describe the person.</summary>
    private TokenRange TrimRoles(Document document, TokenRange tokens)
    {
        var first = tokens.First;
        for (var t = tokens.First; t + 1 < tokens.End; t++)
        {
            if (agents.EndingAt(document, t) is { Noun.Count: AgentCount.One } match && match.First >= first) first = t + 1;
        }

        return new TokenRange(first, tokens.End);
    }

    /// <summary>A name does not end within a hyphenated word: "Hassan al" of "Hassan al-Sadi".</summary>
    private TokenRange Complete(Document document, TokenRange tokens)
    {
        if (tokens.IsEmpty) return tokens;
        var sentenceEnd = document.SentenceTokens(document.SentenceOf(tokens.First)).End;
        var end = tokens.End;
        while (end < sentenceEnd && (document[end].Form == "-" && titles.IsParticle(document[end - 1].Form) || document[end - 1].Form == "-" && !document[end].SpaceBefore)) end++;
        return new TokenRange(tokens.First, end);
    }

    private static void Mark(NameSpan?[] names, NameSpan name)
    {
        for (var t = name.Tokens.First; t < name.Tokens.End; t++) names[t] = name;
    }
}
