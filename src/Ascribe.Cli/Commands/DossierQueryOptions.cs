using System.CommandLine;
using Ascribe.Claims;
using Ascribe.Dossiers.Dossiers;
using Ascribe.Dossiers.Search;
using Ascribe.Events;
using Ascribe.Records;
using NodaTime;

namespace Ascribe.Cli.Commands;

/// <summary>The options that ask for some dossiers among all.</summary>
internal sealed class DossierQueryOptions
{
    private readonly Option<LocalDate?> _since = Day("--since", "Incidents of this day (2024-03-05, yesterday, tuesday, 3d) or later.");
    private readonly Option<LocalDate?> _until = Day("--until", "Incidents of this day or earlier.");
    private readonly Option<string?> _type = new("--type") { Description = "Of this kind: rocket_shelling, hostage_taking …" };
    private readonly Option<string?> _country = new("--country") { Description = "In this country: IQ, UA …" };
    private readonly Option<string?> _place = new("--place") { Description = "At a place of this name." };
    private readonly Option<string?> _near = new("--near") { Description = "Within a distance of a point: latitude,longitude,kilometres." };
    private readonly Option<string?> _polygon = new("--polygon") { Description = "Within an area by its corners: \"33.2,44.2 33.2,44.6 33.5,44.4\"." };
    private readonly Option<string?> _actor = new("--actor") { Description = "With this actor, by a name or an id of the actor table (then with all that is part of it)." };
    private readonly Option<string?> _speaker = new("--speaker") { Description = "About which somebody of this name says something." };
    private readonly Option<string?> _stance = new("--stance") { Description = "About which somebody says something so: accuses, denies, claims_own …" };
    private readonly Option<string?> _responsibility = new("--responsibility") { Description = "Claimed, acknowledged, denied or unclaimed." };
    private readonly Option<string?> _text = new("--text") { Description = "With these words in a report: market bomb, \"car bomb\", bomb*, bomb OR mine, bomb NOT market." };
    private readonly Option<bool> _disagreement = new("--disagreement") { Description = "Only where sources contradict each other." };
    private readonly Option<string?> _contradicted = new("--contradicted") { Description = "Only where sources contradict each other about this: killed, day …" };
    private readonly Option<LocalDate?> _publishedSince = Day("--published-since", "Only incidents that a report tells of which came out on this day or later.");
    private readonly Option<bool> _several = new("--several") { Description = "Only incidents that more than one report tells of." };
    private readonly Option<string?> _sort = new("--sort") { Description = "first (by their earliest report in the ledger) or latest (the last published first)." };
    private readonly Option<string?> _after = new("--after") { Description = "Those behind this dossier, in that order.", HelpName = "ID" };
    private readonly Option<int?> _limit = new("--limit") { Description = "So many at most.", HelpName = "NUMBER" };

    public void AddTo(Command command)
    {
        _stance.AcceptOnlyFromAmong([.. Enum.GetValues<Stance>().Select(RecordJson.NameOf)]);
        _responsibility.AcceptOnlyFromAmong([.. Enum.GetValues<ResponsibilityStatus>().Select(RecordJson.NameOf)]);
        _contradicted.AcceptOnlyFromAmong([.. Enum.GetValues<Slot>().Select(RecordJson.NameOf)]);
        _near.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } near && AreaText.Near(near) is null) result.AddError($"--near: '{near}' is no latitude,longitude,kilometres such as 33.3,44.4,25.");
        });
        _polygon.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } polygon && AreaText.Polygon(polygon) is null) result.AddError($"--polygon: '{polygon}' are no three or more corners such as 33.2,44.2 33.2,44.6 33.5,44.4.");
        });
        _text.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && TextQuery.FaultOf(text) is { } fault) result.AddError($"--text: {fault}");
        });
        _limit.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() < 1) result.AddError("--limit: a number from 1 on was expected.");
        });
        _sort.AcceptOnlyFromAmong("first", "latest");
        foreach (var option in (Option[])[_since, _until, _type, _country, _place, _near, _polygon, _actor, _speaker, _stance, _responsibility, _text, _disagreement, _contradicted, _publishedSince, _several, _sort, _after, _limit]) command.Options.Add(option);
    }

    public DossierQuery Of(ParseResult parsed) => new()
    {
        Since = parsed.GetValue(_since),
        Until = parsed.GetValue(_until),
        Type = parsed.GetValue(_type),
        Country = parsed.GetValue(_country),
        Place = parsed.GetValue(_place),
        Near = parsed.GetValue(_near) is { } near ? AreaText.Near(near) : null,
        Polygon = parsed.GetValue(_polygon) is { } polygon ? AreaText.Polygon(polygon) : null,
        Actor = parsed.GetValue(_actor),
        Speaker = parsed.GetValue(_speaker),
        Stance = Named<Stance>(parsed.GetValue(_stance)),
        Responsibility = Named<ResponsibilityStatus>(parsed.GetValue(_responsibility)),
        Text = parsed.GetValue(_text),
        Disagreement = parsed.GetValue(_disagreement),
        Contradicted = Named<Slot>(parsed.GetValue(_contradicted)),
        PublishedSince = parsed.GetValue(_publishedSince),
        Several = parsed.GetValue(_several),
        Sort = parsed.GetValue(_sort) == "latest" ? DossierSort.LatestPublication : DossierSort.FirstMention,
        After = parsed.GetValue(_after),
        Limit = parsed.GetValue(_limit),
    };

    /// <summary>An option that takes a day; see <see cref="DayArgument"/>.</summary>
    public static Option<LocalDate?> Day(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DAY",
        CustomParser = result =>
        {
            if (DayArgument.Parse(result.Tokens[0].Value, LocalDate.FromDateTime(DateTime.Today)) is { } day) return day;
            result.AddError($"{name}: '{result.Tokens[0].Value}' is no {DayArgument.Forms[2..]}.");
            return null;
        },
    };

    private static T? Named<T>(string? name)
        where T : struct, Enum => name is null ? null : Enum.GetValues<T>().First(value => RecordJson.NameOf(value) == name);
}
