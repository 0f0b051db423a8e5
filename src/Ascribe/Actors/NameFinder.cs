using Ascribe.Language;
using Ascribe.Places;
using Ascribe.Reports;

namespace Ascribe.Actors;

/// <summary>
/// Finds the names of persons and bodies: those of the actor table, those of the name recogniser, those that the text says somebody goes by, and capitalised words after a title.
/// </summary>
internal sealed class NameFinder(ActorTable table, AgentLexicon agents, TitleLexicon titles)
{
    private readonly AcronymFinder _acronyms = new(agents);

    /// <summary>The names, not overlapping; index by token, null where there is none.</summary>
    /// <param name="placeAt">The place mention over each token, or null.</param>
    /// <param name="namings">What the text itself calls bodies and groups.</param>
    public NameSpan?[] Find(ReportDocument report, PlaceMention?[] placeAt, IReadOnlyList<NamingFinder.Naming> namings)
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
            if (name.Kind.Broad() is NameKind.Person or NameKind.Organization && !ActorReader.IsFurniture(report, document.SentenceOf(name.Tokens.First)))
                AddRecognised(document, name, placeAt, names);
        }

        foreach (var (_, name) in namings) AddGiven(name, names);
        for (var s = 0; s < document.SentenceCount; s++)
        {
            if (!ActorReader.IsFurniture(report, s)) AddTitled(document, document.SentenceTokens(s), report.IsTitle(s), placeAt, names);
        }

        AddSurnames(report, placeAt, names);
        AddAcronyms(report, placeAt, names);
        return names;
    }

    /// <summary>Names whose short form follows in brackets, and the short form wherever it stands.</summary>
    private void AddAcronyms(ReportDocument report, PlaceMention?[] placeAt, NameSpan?[] names)
    {
        var document = report.Document;
        for (var t = 0; t < document.Count; t++)
        {
            if (document[t].Form != "(" || ActorReader.IsFurniture(report, document.SentenceOf(t))) continue;
            if (AcronymFinder.At(document, t, document.SentenceTokens(document.SentenceOf(t))) is not { } found) continue;
            if (Introduced(document, found, t, placeAt, names) is not { } name) continue;
            Mark(names, name);
            MarkAll(document, name, placeAt, names);
        }
    }

    /// <summary>The name before the bracket with its short form; null where no name of a body stands there.</summary>
    private NameSpan? Introduced(Document document, AcronymFinder.Introduction found, int bracket, PlaceMention?[] placeAt, NameSpan?[] names)
    {
        var named = names[bracket - 1] is { IsPerson: false } name && name.Tokens.End == bracket ? name : null;
        var known = names[found.Short.First]?.Known;
        if (found.Long.IsEmpty)
        {
            // The letters of another language: "National Liberation Army (ELN)"; if the table knows them, they are a name of their own.
            return named is not null && known is null ? named with { Acronym = found.Short } : null;
        }

        if (named is null && !_acronyms.IsBody(document, found.Long)) return null;
        for (var t = found.Long.First; t < found.Long.End; t++)
        {
            if (placeAt[t] is { } place && place.Tokens.Contains(found.Long)) return null;
            if (names[t] is { } other && (!found.Long.Contains(other.Tokens) && other != named || other is { IsPerson: true, Tokens.Count: > 1 })) return null;
        }

        var tokens = named is null ? found.Long : named.Tokens.Union(found.Long);
        // Four letters that fit say who is meant; fewer may stand for somebody else here.
        return new NameSpan(tokens, false, named?.Known ?? (found.Short.Count > 1 || document[found.Short.First].Text.Length > 3 ? known : null), found.Short);
    }

    private static void MarkAll(Document document, NameSpan full, PlaceMention?[] placeAt, NameSpan?[] names)
    {
        var form = document.TextOf(full.Acronym);
        for (var t = full.Acronym.First; t + full.Acronym.Count <= document.Count; t++)
        {
            var tokens = new TokenRange(t, t + full.Acronym.Count);
            if (placeAt[t] is { Place.Precision: PlacePrecision.Country } || !document[t].Text.SequenceEqual(document[full.Acronym.First].Text) || document.TextOf(tokens) != form) continue;
            if (names[t] is { } other && other.Tokens != tokens) continue;
            Mark(names, new NameSpan(tokens, false, full.Known));
            t = tokens.End - 1;
        }
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

            // "Saba", "Petra": what the gazetteer knows by the same or more words is a place.
            var place = placeAt[t];
            if (place is { Place.GazetteerId: not null } && place.Tokens.Contains(match.Tokens))
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
        var trimmed = TrimRoles(document, tokens);
        // Who is called by a role is a person: "Secretary of State James Reed".
        isPerson |= trimmed.First > tokens.First;
        tokens = isPerson ? Complete(document, trimmed) : tokens;
        if (tokens.IsEmpty) return;
        if (placeAt[tokens.First] is { } place && place.Tokens.Contains(tokens)) return;
        var last = agents.EndingAt(document, tokens.End - 1);
        if (isPerson && (last is { Noun.Count: AgentCount.Body or AgentCount.Many } || last is { IsPlural: true } members && members.First > tokens.First)) isPerson = false;
        // A description in capitals is no name: "Foreign Minister", "Police".
        if (last is { } noun && noun.First <= tokens.First && (noun.Noun.Count == AgentCount.One || tokens.Count == 1)) return;
        // "U.N. Secretary" is an office.
        if (isPerson && last is { Noun: { Count: AgentCount.One, Role: not null } } && (names[tokens.First] is not null || placeAt[tokens.First] is not null)) return;
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

    /// <summary>The name of a body, also where the recogniser saw a part of it or a person; a known actor at its beginning stays.</summary>
    private static void AddGiven(TokenRange name, NameSpan?[] names)
    {
        for (var t = name.First; t < name.End; t++)
        {
            if (names[t] is { } other && (other.Known is not null || !name.Contains(other.Tokens) || other is { IsPerson: false } && other.Tokens == name)) return;
        }

        Mark(names, new NameSpan(name, false, null));
    }

    /// <summary>"Mr Sudani", "Gen. Ahmed Khalil", "police chief Omar Nadim" where the recogniser saw no name.</summary>
    private void AddTitled(Document document, TokenRange sentence, bool isTitle, PlaceMention?[] placeAt, NameSpan?[] names)
    {
        for (var t = sentence.First; t + 1 < sentence.End; t++)
        {
            if (names[t] is not null || names[t + 1] is not null || placeAt[t + 1] is not null) continue;
            if (titles.TitleAt(document, t) is null && agents.EndingAt(document, t) is not { Noun: { Count: AgentCount.One, Role: not null }, IsPlural: false }) continue;
            if (titles.TitleAt(document, t + 1) is not null) continue;
            var end = t + 1;
            while (end < sentence.End && names[end] is null && placeAt[end] is null && IsNamePart(document, end, sentence.End, isTitle)) end++;
            var tokens = Trim(document, new TokenRange(t + 1, end));
            // "Deputy Prime Minister", "Deputy Assistant Police Commissioner": the description goes on.
            if (tokens.IsEmpty || agents.EndingAt(document, tokens.End - 1) is not null || BeginsAgent(document, t + 1, sentence.End) || BeginsAgent(document, end, sentence.End)) continue;
            // "Omar Khalid" and "Nadim" side by side are one name.
            if (end < sentence.End && names[end] is { IsPerson: true, Known: null } rest && tokens.End == end) tokens = tokens.Union(rest.Tokens);
            Mark(names, new NameSpan(tokens, true, null));
            t = tokens.End - 1;
        }
    }

    private bool BeginsAgent(Document document, int first, int sentenceEnd)
    {
        for (var t = first; t < Math.Min(sentenceEnd, first + 3); t++)
        {
            if (agents.EndingAt(document, t) is { } match && match.First <= first) return true;
        }

        return false;
    }

    /// <summary>The surname of somebody named in full elsewhere in the report.</summary>
    private void AddSurnames(ReportDocument report, PlaceMention?[] placeAt, NameSpan?[] names)
    {
        var document = report.Document;
        var surnames = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (name is { IsPerson: true, Tokens.Count: > 1 }) surnames.Add(document[name.Tokens.End - 1].Form);
        }

        if (surnames.Count == 0) return;
        for (var t = 0; t < document.Count; t++)
        {
            var view = document[t];
            if (names[t] is not null || placeAt[t] is not null || !char.IsUpper(view.Text[0]) || !surnames.Contains(view.Form)) continue;
            if (!view.Tag.IsNoun() || IsCapitalised(document, t - 1) || IsCapitalised(document, t + 1) || ActorReader.IsFurniture(report, view.Sentence)) continue;
            if (t + 1 < document.Count && document[t + 1].Tag == PartOfSpeech.CD) continue;
            var first = t;
            if (t > 1 && document[t - 1].Form == "-" && titles.IsParticle(document[t - 2].Form) && names[t - 2] is null) first = t - 2;
            Mark(names, new NameSpan(new TokenRange(first, t + 1), true, null));
        }

        bool IsCapitalised(Document text, int t) =>
            t >= 0 && t < text.Count && names[t] is null && text[t].Tag.IsProperNoun() && titles.TitleAt(text, t) is null && !titles.IsParticle(text[t].Form);
    }

    /// <summary>A capital makes a part of a name, in a headline only together with the tag.</summary>
    private bool IsNamePart(Document document, int token, int end, bool isTitle)
    {
        var view = document[token];
        if (view.Tag is PartOfSpeech.HYPH || view.Form == "-") return !view.SpaceBefore && token + 1 < end && !document[token + 1].SpaceBefore;
        if (titles.IsParticle(view.Form) && token + 1 < end) return true;
        return char.IsUpper(view.Text[0]) && (view.Tag.IsProperNoun() || !isTitle && agents.EndingAt(document, token) is null);
    }

    private TokenRange Trim(Document document, TokenRange tokens)
    {
        int first = tokens.First, end = tokens.End;
        bool Bare(int t) => !char.IsLetterOrDigit(document[t].Text[0]);

        // "Harakat al-Nujaba of firing rockets", "Islamic State-claimed": no verb is part of a name.
        for (var t = first + 1; t < end; t++)
        {
            if (document[t].Tag is not (PartOfSpeech.VBG or PartOfSpeech.VBN or PartOfSpeech.VBD) || !char.IsLower(document[t].Text[0]) || titles.IsParticle(document[t].Form)) continue;
            end = document[t - 1].Tag == PartOfSpeech.IN ? t - 1 : t;
            break;
        }

        while (first < end && (Bare(first) || titles.TitleAt(document, first) is not null)) first++;
        while (first < end && (Bare(end - 1) || document[end - 1].Tag == PartOfSpeech.POS)) end--;
        return new TokenRange(first, end);
    }

    /// <summary>"Omar" of "President Omar": roles describe the person. The body of "National Commission on Human Rights" has none.</summary>
    private TokenRange TrimRoles(Document document, TokenRange tokens)
    {
        var first = tokens.First;
        for (var t = tokens.First; t < tokens.End; t++)
        {
            if (agents.EndingAt(document, t) is not { } match) continue;
            if (match.Noun.Count == AgentCount.One && t + 1 < tokens.End) first = t + 1;
            else if (match is { Noun.Count: AgentCount.Body, IsPlural: false } && first > tokens.First && (first == match.First || t == tokens.End - 1)) return tokens;
        }

        return new TokenRange(first, tokens.End);
    }

    /// <summary>
    /// A name does not end within a hyphenated word ("Hassan al" of "Hassan al-Sadi"), nor before a capitalised word that the parse makes
    /// one of its own.
    /// </summary>
    private TokenRange Complete(Document document, TokenRange tokens)
    {
        if (tokens.IsEmpty) return tokens;
        var sentenceEnd = document.SentenceTokens(document.SentenceOf(tokens.First)).End;
        var end = tokens.End;
        while (end < sentenceEnd && (IsInHyphenated(end) || IsFlat(end))) end++;
        return new TokenRange(tokens.First, end);

        bool IsInHyphenated(int t) =>
            document[t].Form == "-" && titles.IsParticle(document[t - 1].Form) || document[t - 1].Form == "-" && !document[t].SpaceBefore;

        bool IsFlat(int t) =>
            document[t].Relation == Dependency.Flat && document[t].Tag.IsProperNoun() && document[t].Head >= tokens.First && document[t].Head < t;
    }

    private static void Mark(NameSpan?[] names, NameSpan name)
    {
        for (var t = name.Tokens.First; t < name.Tokens.End; t++) names[t] = name;
    }
}
