using System.ComponentModel;
using System.Globalization;
using Ascribe.Claims;
using Ascribe.Dossiers.Dossiers;
using Ascribe.Events;
using Ascribe.Places;
using Ascribe.Records;
using Microsoft.AspNetCore.Mvc;
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

    [FromQuery(Name = "actor"), Description("A name, or an id of the actor table (then with its parts).")]
    public string? Actor { get; init; }

    [FromQuery(Name = "speaker"), Description("Words of the name of somebody who says something about it.")]
    public string? Speaker { get; init; }

    [FromQuery(Name = "stance"), Description("asserts, confirms, claims_own, accuses, denies, withholds, expects, absent or condemns.")]
    public string? Stance { get; init; }

    [FromQuery(Name = "responsibility"), Description("claimed, acknowledged, denied or unclaimed.")]
    public string? Responsibility { get; init; }

    [FromQuery(Name = "text"), Description("Words that stand in a report.")]
    public string? Text { get; init; }

    [FromQuery(Name = "disagreement"), Description("true: only where sources contradict each other.")]
    public bool? Disagreement { get; init; }

    [FromQuery(Name = "several"), Description("true: only incidents that more than one report tells of.")]
    public bool? Several { get; init; }

    /// <exception cref="ProblemException">A value is not what the parameter takes; the message says which.</exception>
    public DossierQuery Read() => new()
    {
        Since = Day("since", Since),
        Until = Day("until", Until),
        Type = Given(Type),
        Country = Given(Country),
        Place = Given(Place),
        Near = Given(Near) is { } near ? PointOf(near) : null,
        Actor = Given(Actor),
        Speaker = Given(Speaker),
        Stance = Named<Stance>("stance", Stance),
        Responsibility = Named<ResponsibilityStatus>("responsibility", Responsibility),
        Text = Given(Text),
        Disagreement = Disagreement == true,
    };

    /// <exception cref="ProblemException">It is no day.</exception>
    public static LocalDate? Day(string name, string? value) => Given(value) is not { } text ? null
        : LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day } ? day : throw ProblemException.BadRequest($"'{name}' is no day such as 2024-03-05.");

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private static (Coordinates, double) PointOf(string near)
    {
        var parts = near.Split(',');
        double Number(int part) => double.TryParse(parts[part], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;
        return parts.Length == 3 && Number(0) is >= -90 and <= 90 and var latitude && Number(1) is >= -180 and <= 180 and var longitude && Number(2) is >= 0 and var kilometres
            ? (new Coordinates(latitude, longitude), kilometres)
            : throw ProblemException.BadRequest("'near' is no latitude,longitude,kilometres such as 33.3,44.4,25.");
    }

    private static T? Named<T>(string name, string? value)
        where T : struct, Enum
    {
        if (Given(value) is not { } text) return null;
        foreach (var known in Enum.GetValues<T>())
        {
            if (RecordJson.NameOf(known) == text) return known;
        }

        throw ProblemException.BadRequest($"'{name}' is one of {string.Join(", ", Enum.GetValues<T>().Select(RecordJson.NameOf))}.");
    }
}
