using System.ComponentModel;
using Ascribe.Claims;
using Ascribe.Dossiers.Dossiers;
using Ascribe.Dossiers.Search;
using Ascribe.Events;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using NodaTime;
using NodaTime.Text;

namespace Ascribe.Desk.Http;

/// <summary>The query of the lists, feeds and exports of dossiers.</summary>
internal sealed record DossierQueryString
{
    [FromQuery(Name = "since"), Description("Incidents of this day (2024-03-05) or later.")]
    public string? Since { get; init; }

    [FromQuery(Name = "until"), Description("Incidents of this day or earlier.")]
    public string? Until { get; init; }

    [FromQuery(Name = "type"), Description("An event type: rocket_shelling.")]
    public string? Type { get; init; }

    [FromQuery(Name = "country"), Description("ISO 3166-1 alpha-2.")]
    public string? Country { get; init; }

    [FromQuery(Name = "place"), Description("Words of the name of a place.")]
    public string? Place { get; init; }

    [FromQuery(Name = "near"), Description("latitude,longitude,kilometres.")]
    public string? Near { get; init; }

    [FromQuery(Name = "polygon"), Description("Corners of an area: 33.2,44.2 33.2,44.6 33.5,44.4.")]
    public string? Polygon { get; init; }

    [FromQuery(Name = "actor"), Description("A name, or an id of the actor table (then with its parts).")]
    public string? Actor { get; init; }

    [FromQuery(Name = "speaker"), Description("Words of the name of somebody who says something about it.")]
    public string? Speaker { get; init; }

    [FromQuery(Name = "stance"), Description("asserts, confirms, claims_own, accuses, denies, withholds, expects, absent or condemns.")]
    public string? Stance { get; init; }

    [FromQuery(Name = "responsibility"), Description("claimed, acknowledged, denied or unclaimed.")]
    public string? Responsibility { get; init; }

    [FromQuery(Name = "text"), Description("What a report holds: market bomb, \"car bomb\", bomb*, bomb OR mine, bomb NOT market.")]
    public string? Text { get; init; }

    [FromQuery(Name = "disagreement"), Description("true: only where sources contradict each other.")]
    public bool? Disagreement { get; init; }

    [FromQuery(Name = "contradicted"), Description("Only where sources contradict each other about this: killed, day.")]
    public string? Contradicted { get; init; }

    [FromQuery(Name = "published_since"), Description("Only incidents that a report tells of which came out on this day or later.")]
    public string? PublishedSince { get; init; }

    [FromQuery(Name = "several"), Description("true: only incidents that more than one report tells of.")]
    public bool? Several { get; init; }

    [FromQuery(Name = "q"), Description("The same as text.")]
    public string? Q { get; init; }

    [FromQuery(Name = "sort"), Description("first (by the earliest report in the ledger) or latest (the last published first).")]
    public string? Sort { get; init; }

    /// <summary>The query of a saved query string.</summary>
    public static DossierQueryString Of(string query)
    {
        var values = QueryHelpers.ParseQuery(query);
        string? Text(string name) => values.TryGetValue(name, out var value) ? value.ToString() : null;
        bool? Flag(string name) => Text(name) is { } text ? bool.TryParse(text, out var flag) ? flag : throw ProblemException.BadRequest($"'{name}' is true or false.") : null;
        return new DossierQueryString
        {
            Since = Text("since"),
            Until = Text("until"),
            Type = Text("type"),
            Country = Text("country"),
            Place = Text("place"),
            Near = Text("near"),
            Polygon = Text("polygon"),
            Actor = Text("actor"),
            Speaker = Text("speaker"),
            Stance = Text("stance"),
            Responsibility = Text("responsibility"),
            Text = Text("text"),
            Q = Text("q"),
            Disagreement = Flag("disagreement"),
            Contradicted = Text("contradicted"),
            PublishedSince = Text("published_since"),
            Several = Flag("several"),
            Sort = Text("sort"),
        };
    }

    /// <exception cref="ProblemException">A value is not what the parameter takes; the message says which.</exception>
    public DossierQuery Read() => new()
    {
        Since = Day("since", Since),
        Until = Day("until", Until),
        Type = Given(Type),
        Country = Given(Country),
        Place = Given(Place),
        Near = Given(Near) is { } near ? AreaText.Near(near) ?? throw ProblemException.BadRequest("'near' is no latitude,longitude,kilometres such as 33.3,44.4,25.") : null,
        Polygon = Given(Polygon) is { } polygon ? AreaText.Polygon(polygon) ?? throw ProblemException.BadRequest($"'polygon' are three to {AreaText.MostCorners} corners such as 33.2,44.2 33.2,44.6 33.5,44.4.") : null,
        Actor = Given(Actor),
        Speaker = Given(Speaker),
        Stance = Names.Read<Stance>("stance", Stance),
        Responsibility = Names.Read<ResponsibilityStatus>("responsibility", Responsibility),
        Text = TextOf(Given(Text) ?? Given(Q)),
        Disagreement = Disagreement == true,
        Contradicted = Names.Read<Slot>("contradicted", Contradicted),
        PublishedSince = Day("published_since", PublishedSince),
        Several = Several == true,
        Sort = Given(Sort) switch { null or "first" => DossierSort.FirstMention, "latest" => DossierSort.LatestPublication, _ => throw ProblemException.BadRequest("'sort' is first or latest.") },
    };

    /// <exception cref="ProblemException">It is no day.</exception>
    public static LocalDate? Day(string name, string? value) => Given(value) is not { } text ? null
        : LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day } ? day : throw ProblemException.BadRequest($"'{name}' is no day such as 2024-03-05.");

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private static string? TextOf(string? text) => text is not null && TextQuery.FaultOf(text) is { } fault ? throw ProblemException.BadRequest($"'text': {fault}") : text;
}
