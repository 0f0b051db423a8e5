using Ascribe.Claims;
using Ascribe.Events;
using Ascribe.Records;

namespace Ascribe.Dossiers.Search;

/// <summary>What is no word of a text, as a word for the search index: a letter that says what it is, and letters and digits. Two things may share one.</summary>
internal static class SearchCodes
{
    public static string Type(string type) => Of('t', type);

    public static string Country(string country) => Of('c', country);

    public static string Responsibility(ResponsibilityStatus status) => Of('r', RecordJson.NameOf(status));

    public static string Stance(Stance stance) => Of('s', RecordJson.NameOf(stance));

    public static string Actor(string id) => Of('a', id);

    /// <summary>All of a mention, each once.</summary>
    public static IEnumerable<string> Of(IncidentFacts facts) => facts.Events.SelectMany(Of)
        .Concat(facts.Actors.Select(a => a.Id).OfType<string>().Select(Actor)).Concat(facts.Claims.Select(c => Stance(c.Stance))).Distinct();

    private static IEnumerable<string> Of(EventFacts e)
    {
        yield return Type(e.Type);
        foreach (var status in e.Responsibility) yield return Responsibility(status);
        foreach (var place in e.Places)
        {
            if (place.Country is { } country) yield return Country(country);
            if (!FactsFilter.IsLocal(place)) continue;
            foreach (var cell in GeoCells.Of(place.Coordinates!.Value)) yield return cell;
        }
    }

    private static string Of(char kind, string value) => kind + string.Concat(value.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));
}
