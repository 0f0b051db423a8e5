using System.CommandLine;
using System.Globalization;
using Ascribe.Claims;
using Ascribe.Dossiers.Dossiers;
using Ascribe.Events;
using Ascribe.Places;
using Ascribe.Records;
using NodaTime;
using NodaTime.Text;

namespace Ascribe.Cli.Commands;

/// <summary>The options that ask for some dossiers among all.</summary>
internal sealed class DossierQueryOptions
{
    private readonly Option<LocalDate?> _since = Day("--since", "Incidents of this day (2024-03-05) or later.");
    private readonly Option<LocalDate?> _until = Day("--until", "Incidents of this day or earlier.");
    private readonly Option<string?> _type = new("--type") { Description = "Of this kind: rocket_shelling, hostage_taking …" };
    private readonly Option<string?> _country = new("--country") { Description = "In this country: IQ, UA …" };
    private readonly Option<string?> _place = new("--place") { Description = "At a place of this name." };
    private readonly Option<string?> _near = new("--near") { Description = "Within a distance of a point: latitude,longitude,kilometres." };
    private readonly Option<string?> _actor = new("--actor") { Description = "With this actor, by a name or an id of the actor table (then with all that is part of it)." };
    private readonly Option<string?> _speaker = new("--speaker") { Description = "About which somebody of this name says something." };
    private readonly Option<string?> _stance = new("--stance") { Description = "About which somebody says something so: accuses, denies, claims_own …" };
    private readonly Option<string?> _responsibility = new("--responsibility") { Description = "Claimed, acknowledged, denied or unclaimed." };
    private readonly Option<string?> _text = new("--text") { Description = "With these words in a report." };
    private readonly Option<bool> _disagreement = new("--disagreement") { Description = "Only where sources contradict each other." };

    public void AddTo(Command command)
    {
        _stance.AcceptOnlyFromAmong([.. Enum.GetValues<Stance>().Select(RecordJson.NameOf)]);
        _responsibility.AcceptOnlyFromAmong([.. Enum.GetValues<ResponsibilityStatus>().Select(RecordJson.NameOf)]);
        _near.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } near && PointOf(near) is null) result.AddError($"--near: '{near}' is no latitude,longitude,kilometres such as 33.3,44.4,25.");
        });
        foreach (var option in (Option[])[_since, _until, _type, _country, _place, _near, _actor, _speaker, _stance, _responsibility, _text, _disagreement]) command.Options.Add(option);
    }

    public DossierQuery Of(ParseResult parsed) => new()
    {
        Since = parsed.GetValue(_since),
        Until = parsed.GetValue(_until),
        Type = parsed.GetValue(_type),
        Country = parsed.GetValue(_country),
        Place = parsed.GetValue(_place),
        Near = parsed.GetValue(_near) is { } near ? PointOf(near) : null,
        Actor = parsed.GetValue(_actor),
        Speaker = parsed.GetValue(_speaker),
        Stance = Named<Stance>(parsed.GetValue(_stance)),
        Responsibility = Named<ResponsibilityStatus>(parsed.GetValue(_responsibility)),
        Text = parsed.GetValue(_text),
        Disagreement = parsed.GetValue(_disagreement),
    };

    /// <summary>An option that takes an ISO day.</summary>
    public static Option<LocalDate?> Day(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DAY",
        CustomParser = result =>
        {
            if (LocalDatePattern.Iso.Parse(result.Tokens[0].Value) is { Success: true, Value: var day }) return day;
            result.AddError($"{name}: '{result.Tokens[0].Value}' is no day such as 2024-03-05.");
            return null;
        },
    };

    /// <summary>A point and a distance of "latitude,longitude,kilometres"; null where it is none.</summary>
    public static (Coordinates, double)? PointOf(string near)
    {
        var parts = near.Split(',');
        double Number(int part) => double.TryParse(parts[part], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;
        return parts.Length == 3 && Number(0) is >= -90 and <= 90 and var latitude && Number(1) is >= -180 and <= 180 and var longitude && Number(2) is >= 0 and var kilometres
            ? (new Coordinates(latitude, longitude), kilometres)
            : null;
    }

    private static T? Named<T>(string? name)
        where T : struct, Enum => name is null ? null : Enum.GetValues<T>().First(value => RecordJson.NameOf(value) == name);
}
