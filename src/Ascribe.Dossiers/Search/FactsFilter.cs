using Ascribe.Actors;
using Ascribe.Dossiers.Dossiers;
using Ascribe.Places;
using NodaTime;

namespace Ascribe.Dossiers.Search;

/// <summary>That part of a question which one mention must fit, but for the words of the text; and how the search index narrows it down.</summary>
internal sealed class FactsFilter
{
    private static readonly Lazy<ActorHierarchy> s_hierarchy = new(() => ActorHierarchy.Load("en"));

    private readonly DossierQuery _query;
    private readonly WordPhrase? _place, _actor, _speaker;

    /// <summary>The actor asked for and all that is part of it.</summary>
    private readonly HashSet<string> _actors;

    /// <summary>Whole names that mean the actor asked for as well.</summary>
    private readonly WordPhrase[] _alsoNamed;

    public FactsFilter(DossierQuery query)
    {
        _query = query;
        _place = query.Place is null ? null : WordPhrase.OfName(query.Place);
        _actor = query.Actor is null ? null : WordPhrase.OfName(query.Actor);
        _speaker = query.Speaker is null ? null : WordPhrase.OfName(query.Speaker);
        _actors = query.Actor is null ? [] : query.AlsoNamed.Prepend(query.Actor).SelectMany(s_hierarchy.Value.WithPartsOf).ToHashSet(StringComparer.Ordinal);
        _alsoNamed = [.. query.AlsoNamed.Select(WordPhrase.OfName)];
        Fts = string.Join(" AND ", Narrowed());
    }

    /// <summary>An expression of FTS5 that all mentions fit which this fits, and some others; empty: all may.</summary>
    public string Fts { get; }

    /// <summary>The days that may be asked for.</summary>
    public (LocalDate? Since, LocalDate? Until) Days => (_query.Since, _query.Until);

    /// <summary>Fits every mention.</summary>
    public bool AsksNothing => !AsksEvent && _actor is null && !AsksClaim;

    private bool AsksEvent => _query is not { Type: null, Since: null, Until: null, Country: null, Place: null, Near: null, Polygon: null, Responsibility: null };

    private bool AsksClaim => _speaker is not null || _query.Stance is not null;

    public bool Fits(IncidentFacts facts) =>
        (!AsksEvent || facts.Events.Any(Fits)) && (_actor is null || facts.Actors.Any(a => a.Id is { } id && _actors.Contains(id) || _actor.FitsName(a.Name) || _alsoNamed.Any(n => n.IsName(a.Name)))) && (!AsksClaim || facts.Claims.Any(Fits));

    private bool Fits(EventFacts e) =>
        (_query.Type is null || e.Type == _query.Type)
        && (_query.Since is null || e.Latest >= _query.Since) && (_query.Until is null || e.Earliest <= _query.Until)
        && (_query.Country is null || e.Places.Any(p => string.Equals(p.Country, _query.Country, StringComparison.OrdinalIgnoreCase)))
        && (_place is null || e.Places.Any(p => _place.FitsName(p.Name)))
        && (_query.Near is not var (point, kilometres) || e.Places.Any(p => IsLocal(p) && p.Coordinates!.Value.DistanceTo(point) <= kilometres))
        && (_query.Polygon is not { } polygon || e.Places.Any(p => IsLocal(p) && GeoPolygon.Holds(polygon, p.Coordinates!.Value)))
        && (_query.Responsibility is null || e.Responsibility.Contains(_query.Responsibility.Value));

    private bool Fits(ClaimFacts claim) =>
        (_query.Stance is null || claim.Stance == _query.Stance) && (_speaker is null || _speaker.FitsName(claim.Speaker) || _speaker.FitsName(claim.Organization));

    /// <summary>No larger than a district, with a point.</summary>
    public static bool IsLocal(PlaceFacts place) => place is { Precision: <= PlacePrecision.District, Coordinates: not null };

    private IEnumerable<string> Narrowed()
    {
        if (_query.Type is { } type) yield return Code(SearchCodes.Type(type));
        if (_query.Country is { } country) yield return Code(SearchCodes.Country(country));
        if (_query.Responsibility is { } status) yield return Code(SearchCodes.Responsibility(status));
        if (_query.Stance is { } stance) yield return Code(SearchCodes.Stance(stance));
        if (_place is not null) yield return _place.Fts(SearchCodes.Place);
        if (_speaker is not null) yield return _speaker.Fts(SearchCodes.Speaker);
        if (_actor is not null) yield return $"({string.Join(" OR ", _alsoNamed.Prepend(_actor).Select(n => n.Fts(SearchCodes.ActorName)))} OR {Code([.. _actors.Select(SearchCodes.Actor)])})";
        if (_query.Near is var (point, kilometres) && GeoCells.Covering(GeoBox.Around(point, kilometres)) is { } near) yield return Code([.. near.Select(SearchCodes.Cell)]);
        if (_query.Polygon is { } polygon && GeoCells.Covering(GeoBox.Of(polygon)) is { } within) yield return Code([.. within.Select(SearchCodes.Cell)]);
    }

    private static string Code(params IReadOnlyList<string> any) => $"({string.Join(" OR ", any.Select(c => $"\"{c}\""))})";
}
