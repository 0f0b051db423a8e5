using Ascribe.Language;

namespace Ascribe.Lab.Muc4;

/// <summary>Which words of a phrase the key would give: with or without numbers, adjectives, titles, and what follows "of".</summary>
internal static class PhraseForms
{
    /// <summary>The forms of a phrase: from each of its words or its title to its end, and to the end of the phrase behind "of"; of the name of somebody whom an incident befell the name alone, for the key gives the rest in another slot.</summary>
    public static IEnumerable<TokenRange> Of(IncidentText text, Phrase phrase, IncidentRole role)
    {
        var isBare = role == IncidentRole.HumanName && phrase.IsName;
        var far = phrase.IsModifier || isBare ? phrase.Tokens.End : EndOfAttribute(text.Document, phrase);
        for (var first = phrase.Tokens.First; first < phrase.Tokens.End; first++)
        {
            if (first > phrase.Tokens.First && text.Document[first].Tag.IsPunctuation()) continue;
            yield return new TokenRange(first, phrase.Tokens.End);
            if (far > phrase.Tokens.End) yield return new TokenRange(first, far);
        }

        if (isBare) yield break;
        foreach (var title in text.PhrasesOf(phrase.Sentence))
        {
            if (title.Describes == phrase.Index) yield return new TokenRange(title.Tokens.First, phrase.Tokens.End);
        }
    }

    private static int EndOfAttribute(Document document, Phrase phrase)
    {
        foreach (var child in document.Children(phrase.Head))
        {
            if (document[child].Relation != Dependency.Nmod || child < phrase.Tokens.End) continue;
            var of = document.Child(child, Dependency.Case);
            if (of != phrase.Tokens.End || document[of].Form is not "of") return phrase.Tokens.End;
            return document.NounPhrase(child).End;
        }

        return phrase.Tokens.End;
    }

    public static void Write(IncidentText text, Phrase phrase, TokenRange form, IncidentRole role, Features features)
    {
        var document = text.Document;
        string Lemma(int t) => t < 0 || t >= document.Count ? "^" : document[t].Lemma.ToLowerInvariant();
        string Tag(int t) => t < 0 || t >= document.Count ? "^" : document[t].Tag.Name();
        var r = role.ToString();
        var first = form.First;
        var left = first > phrase.Tokens.First ? first - 1 : -1;
        if (first < phrase.Tokens.First) features.Add("titled", r);
        var head = Lemma(phrase.Tokens.End - 1);
        var name = phrase.Name.IsEmpty ? "none" : first == phrase.Name.First ? "at-name" : phrase.Name.Contains(first) ? "in-name" : "before-name";
        features.Add("bias", r);
        features.Add("left-tag", r, Tag(left));
        features.Add("left", r, Lemma(left));
        features.Add("first-tag", r, Tag(first));
        features.Add("first", r, Lemma(first));
        features.Add("tags", r, Tag(left), Tag(first));
        features.Add("words", Lemma(left), Lemma(first));
        features.Add("name", r, name);
        features.Add("name-tags", name, Tag(left), Tag(first));
        features.Add("words-left", r, phrase.Tokens.End - first, 5);
        features.Add("head-left", head, Lemma(left));
        features.Add("head-first", head, Lemma(first));
        if (form.End > phrase.Tokens.End)
        {
            features.Add("of", r);
            features.Add("of-head", r, head);
            features.Add("of-object", r, Lemma(form.End - 1));
            features.Add("of-tag", r, Tag(form.End - 1));
            features.Add("of-length", r, form.End - phrase.Tokens.End, 6);
        }
        else
        {
            features.Add("no-of-head", r, EndOfAttribute(document, phrase) > phrase.Tokens.End ? head : "");
        }
    }
}
