using Ascribe.Actors;
using Ascribe.Language;
using Ascribe.Places;
using Ascribe.Records;
using Ascribe.Reports;
using NodaTime;

namespace Ascribe.Lab.Coding;

/// <summary>
/// Codes a phrase that names or describes an actor by country and sector: by the actor table, the office holders of the day, the names and
/// nationalities of states, the gazetteer and the nouns of sectors.tsv.
/// </summary>
internal sealed class ActorPhraseCoder
{
    private readonly RecordReader _reader;
    private readonly ActorTable _table = ActorTable.Load("en");
    private readonly ActorHierarchy _hierarchy = ActorHierarchy.Load("en");
    private readonly OfficeHolders _offices = OfficeHolders.Load("en");
    private readonly SectorLexicon _sectors = SectorLexicon.Load("en");
    private readonly CountryLexicon _countries = CountryLexicon.Load("en");
    private readonly TitleLexicon _titles = TitleLexicon.Load("en");

    public ActorPhraseCoder(RecordReader reader) => _reader = reader;

    /// <param name="phrase">"Iraqi lawmakers", "the FSB".</param>
    /// <param name="home">A country or nationality of which the context speaks, or empty.</param>
    /// <param name="day">The day of the report.</param>
    public ActorPhrase Code(string phrase, string home, LocalDate day)
    {
        var report = new Report { Id = "phrase", Text = phrase, Published = PublicationTime.On(day) };
        var mentions = _reader.ReadLayers(report).Mentions;
        var document = mentions.Document;
        if (document.Count == 0) return default;
        var known = Known(document);
        var state = _countries.First(document);
        var place = mentions.Places.FirstOrDefault(p => p.Place.Country is not null);
        var region = state is null && place is null ? Region(document, known?.Tokens) : null;
        var noun = Noun(document, known?.Tokens);
        var office = noun is null || HasName(document) ? Office(document, day, state?.Code) : null;
        var country = known is { } actor && CountryOf(actor.Actor) is { Length: > 0 } own ? own
            : _countries.Alpha3(noun is { Country.Length: > 0 } told ? told.Country : state?.Code ?? office?.Office.Country ?? place?.Place.Country ?? region);
        if (country.Length == 0 && home.Length > 0) country = Code(home, "", day).Country;
        return new ActorPhrase(country, SectorOf(document, known, noun?.Sector, office, state, place));
    }

    private string SectorOf(
        Document document, (TokenRange Tokens, NamedActor Actor)? known, string? noun, (KnownOffice Office, bool IsOver)? office,
        (TokenRange Tokens, string Code, bool IsCapital)? state, PlaceMention? place)
    {
        var sector = known is { Actor: { Kind: not ActorKind.International } actor } ? Sector(actor) : noun;
        // "Minister Ana Ruiz": what the phrase says goes before what is known.
        if (office is { } held) return held.IsOver ? noun ?? "ELI" : Sector(held.Office.Role);
        if (sector is { Length: > 0 }) return IsFormer(document) && sector is ("GOV" or "MIL" or "SPY" or "LEG" or "JUD" or "COP") ? "ELI" : sector;
        if (known is not null) return "";
        var named = state?.Tokens ?? place?.Tokens ?? default;
        if (Words(document, named) > 0) return IsDescription(document, named) ? "UNK" : "";
        if (state is { IsCapital: true }) return "GOV";
        return state is null && place is { Place.Precision: PlacePrecision.Town } ? "CVL" : "";
    }

    /// <summary>"Rakhine" of "Rakhine Buddhists": the country of capitalised words before a noun that are a place when they stand alone, or null.</summary>
    private string? Region(Document document, TokenRange? known)
    {
        var end = 0;
        while (end < document.Count && char.IsUpper(document[end].Text[0]) && known?.Contains(end) != true) end++;
        if (end == 0 || end == document.Count && end < 2) return null;
        for (var length = Math.Min(end, document.Count - 1); length > 0; length--)
        {
            var text = "They met in " + document.TextOf(new TokenRange(0, length)) + ".";
            if (_reader.ReadLayers(new Report { Id = "place", Text = text }).Mentions.Places.FirstOrDefault(p => p.Place.Country is not null) is { } place) return place.Place.Country;
        }

        return null;
    }

    /// <summary>The longest name of the actor table in the phrase, or null.</summary>
    private (TokenRange Tokens, NamedActor Actor)? Known(Document document)
    {
        (TokenRange Tokens, NamedActor Actor)? best = null;
        for (var t = 0; t < document.Count; t++)
        {
            if (_table.Longest(document, t, document.Count) is { } match && (best is null || match.Tokens.Count > best.Value.Tokens.Count)) best = match;
        }

        return best;
    }

    /// <summary>The last noun of a sector before a preposition, or else the first one behind it.</summary>
    private (string Sector, string Country)? Noun(Document document, TokenRange? known)
    {
        var head = document.Count;
        for (var t = 1; t < document.Count; t++)
        {
            if (document[t].Tag is not (PartOfSpeech.IN or PartOfSpeech.TO or PartOfSpeech.Comma)) continue;
            head = t;
            break;
        }

        (string, string)? first = null, last = null;
        foreach (var (tokens, sector, country) in _sectors.All(document, new TokenRange(0, document.Count)))
        {
            if (known is { } name && name.Contains(tokens)) continue;
            if (tokens.First < head) last = (sector, country);
            else first ??= (sector, country);
        }

        return last ?? first;
    }

    /// <summary>The office of a person whose full name stands in the phrase: on the day, or the last one before it.</summary>
    private (KnownOffice Office, bool IsOver)? Office(Document document, LocalDate day, string? country)
    {
        for (var length = Math.Min(6, document.Count); length > 1; length--)
        {
            for (var first = 0; first + length <= document.Count; first++)
            {
                var name = document.TextOf(new TokenRange(first, first + length));
                if (_offices.On(name, day, country) is { } held) return (held, false);
                if (_offices.Before(name, day, country) is { } before) return (before, true);
            }
        }

        return null;
    }

    private string CountryOf(NamedActor actor)
    {
        if (actor.Country is { } code) return _countries.Alpha3(code);
        if (actor.Kind != ActorKind.International) return "";
        var bodies = _hierarchy.UmbrellasOf(actor.Id).Prepend(actor.Id);
        return bodies.Contains("united-nations") ? "UNO" : bodies.Contains("european-union") ? "EUR" : "IGO";
    }

    private static string Sector(NamedActor actor) => (actor.Kind, actor.Sector) switch
    {
        (_, "military") => "MIL",
        (_, "police") => "COP",
        (_, "intelligence") => "SPY",
        (_, "legislature") => "LEG",
        (_, "judiciary") => "JUD",
        (_, "criminal") => "CRM",
        (_, "militia") => "UAF",
        (_, "medical") => "MED",
        (ActorKind.ArmedGroup, _) => "REB",
        (ActorKind.GovernmentBody or ActorKind.State, _) => "GOV",
        (ActorKind.Political, _) => "PTY",
        (ActorKind.Media, _) => "JRN",
        _ => "",
    };

    /// <param name="role">"GOVMIL", "GOVLEG", "SPY".</param>
    private static string Sector(string role) => role == "GOVLEG" ? "LEG" : role[..3];

    private bool IsFormer(Document document)
    {
        for (var t = 0; t < document.Count; t++)
        {
            if (_titles.IsFormer(document[t].Form)) return true;
        }

        return false;
    }

    /// <summary>Two words in a row with capitals: a title may hold a name.</summary>
    private static bool HasName(Document document)
    {
        for (var t = 1; t < document.Count; t++)
        {
            if (char.IsUpper(document[t].Text[0]) && char.IsUpper(document[t - 1].Text[0])) return true;
        }

        return false;
    }

    /// <summary>How many words besides articles and numbers stand outside the name.</summary>
    private static int Words(Document document, TokenRange name)
    {
        var words = 0;
        for (var t = 0; t < document.Count; t++)
        {
            if (!name.Contains(t) && IsWord(document[t])) words++;
        }

        return words;
    }

    private static bool IsDescription(Document document, TokenRange name)
    {
        for (var t = 0; t < document.Count; t++)
        {
            if (!name.Contains(t) && IsWord(document[t]) && char.IsLower(document[t].Text[0])) return true;
        }

        return false;
    }

    private static bool IsWord(Token token) => char.IsLetter(token.Text[0]) && token.Tag is not (PartOfSpeech.DT or PartOfSpeech.CD or PartOfSpeech.POS);
}
