using Ascribe.Claims;
using Ascribe.Events;
using Ascribe.Records;

namespace Ascribe.Dossiers.Search;

/// <summary>
/// What is no word of a text, as a word for the search index: a mark that no word begins with, a letter that says what it is, and letters and digits. Two things may
/// share one.
/// </summary>
internal static class SearchCodes
{
    public const string Mark = "§";

    /// <summary>Before the words of names.</summary>
    public const string Place = Mark + "p", ActorName = Mark + "n", Speaker = Mark + "v";

    public static string Type(string type) => Of('t', type);

    public static string Country(string country) => Of('c', country);

    public static string Responsibility(ResponsibilityStatus status) => Of('r', RecordJson.NameOf(status));

    public static string Stance(Stance stance) => Of('s', RecordJson.NameOf(stance));

    public static string Actor(string id) => Of('a', id);

    /// <summary>All of a mention, each once.</summary>
    public static IEnumerable<string> Of(IncidentFacts facts) => facts.Events.SelectMany(Of)
        .Concat(facts.Actors.Select(a => a.Id).OfType<string>().Select(Actor)).Concat(facts.Claims.Select(c => Stance(c.Stance)))
        .Concat(Names(Place, facts.Events.SelectMany(e => e.Places).Select(p => p.Name))).Concat(Names(ActorName, facts.Actors.Select(a => a.Name)))
        .Concat(Names(Speaker, facts.Claims.SelectMany(c => (string?[])[c.Speaker, c.Organization]))).Distinct();

    /// <summary>Of a cell of <see cref="GeoCells"/>.</summary>
    public static string Cell(string name) => Mark + name;

    private static IEnumerable<string> Names(string mark, IEnumerable<string?> names) => names.Distinct().SelectMany(SearchWords.Of).Select(word => mark + word);

    private static IEnumerable<string> Of(EventFacts e)
    {
        yield return Type(e.Type);
        foreach (var status in e.Responsibility) yield return Responsibility(status);
        foreach (var place in e.Places)
        {
            if (place.Country is { } country) yield return Country(country);
            if (!FactsFilter.IsLocal(place)) continue;
            foreach (var cell in GeoCells.Of(place.Coordinates!.Value)) yield return Cell(cell);
        }
    }

    private static string Of(char kind, string value) => Mark + kind + string.Concat(value.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));
}
