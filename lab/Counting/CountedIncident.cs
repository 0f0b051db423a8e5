using Ascribe.Actors;
using Ascribe.Lab.Merging;
using Ascribe.Records;
using NodaTime;

namespace Ascribe.Lab.Counting;

/// <summary>What the reports of a cluster tell together: where, when, who, how many.</summary>
internal sealed class CountedIncident
{
    /// <summary>A day that lies longer before publication is another's.</summary>
    private const int Recent = 30;

    /// <summary>So many characters of the body are its first words.</summary>
    private const int LeadLength = 700;

    /// <summary>A town that this share of the reports tells is the town.</summary>
    private const double TownShare = 0.34;

    /// <summary>What a state's name in the text is worth.</summary>
    private const double NamedVote = 0.7;

    /// <summary>What the home of an outlet that tells of nothing else is worth beside a place of a main event.</summary>
    private const double HomeVote = 2.5;

    private readonly IReadOnlyList<MergingCorpus.Entry> _reports;
    private readonly string[] _homeTowns;

    /// <param name="homes">State that an outlet mostly tells of, in what share of its votes for states, and town.</param>
    public CountedIncident(IReadOnlyList<MergingCorpus.Entry> reports, IReadOnlyDictionary<string, (string? State, double Share, string? Town)> homes, IReadOnlyCollection<string> named, Func<Record, (float[] Killed, float[] Injured)> tolls)
    {
        _reports = reports;
        Reports = [.. reports.Select(r => r.Record.Report.Id)];
        Day = DayOf(reports);
        var states = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var report in reports)
        {
            foreach (var (state, votes) in StateVotes(report, named)) states[state] = states.GetValueOrDefault(state) + votes;
            if (homes.TryGetValue(report.Record.Report.Outlet ?? "", out var home) && home.State is { } own) states[own] = states.GetValueOrDefault(own) + HomeVote * home.Share;
        }

        State = states.Count == 0 ? null : states.OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal).First().Key;
        _homeTowns = [.. reports.Select(r => homes.GetValueOrDefault(r.Record.Report.Outlet ?? "").Town).OfType<string>()];
        (Killed, Injured) = (new double[TollModel.Most + 1], new double[TollModel.Most + 1]);
        foreach (var report in reports)
        {
            var (killed, injured) = tolls(report.Record);
            for (var n = 0; n <= TollModel.Most; n++)
            {
                Killed[n] += killed[n] / reports.Count;
                Injured[n] += injured[n] / reports.Count;
            }
        }
    }

    public IReadOnlyList<string> Reports { get; }

    public LocalDate? Day { get; }

    public string? State { get; }

    /// <summary>Probability of so many dead.</summary>
    public double[] Killed { get; }

    /// <summary>Probability of so many injured.</summary>
    public double[] Injured { get; }

    /// <summary>Votes of a report for the state: places of its events, those of main events counted more, and names of states in its text.</summary>
    /// <param name="named">Names of states to look for in the text.</param>
    public static IEnumerable<(string State, double Votes)> StateVotes(MergingCorpus.Entry report, IReadOnlyCollection<string> named)
    {
        foreach (var e in report.Record.Events)
        {
            foreach (var place in e.Places.Where(p => p.Place is { Country: "US", Admin1: not null })) yield return (place.Place.Admin1!, e.Main ? 1 : 0.3);
        }

        foreach (var state in named)
        {
            if (report.Record.Report.Text.Contains(state, StringComparison.Ordinal)) yield return (state, NamedVote);
        }
    }

    /// <summary>Whether it happened in a town: a place of its events, a name in title or first words; where no town is told, the outlet's home.</summary>
    public bool IsIn(string town)
    {
        var told = 0.0;
        var any = false;
        foreach (var report in _reports)
        {
            var places = report.Record.Events.Where(e => e.Main).SelectMany(e => e.Places).Where(p => p.Place.Precision <= Places.PlacePrecision.Town).ToArray();
            any |= places.Length > 0;
            var lead = (report.Record.Report.Title ?? "") + "\n" + report.Record.Report.Text[..Math.Min(LeadLength, report.Record.Report.Text.Length)];
            if (places.Any(p => p.Place.Name.Equals(town, StringComparison.OrdinalIgnoreCase)) || lead.Contains(town, StringComparison.OrdinalIgnoreCase)) told++;
        }

        return told / _reports.Count >= TownShare || !any && told == 0 && _homeTowns.Contains(town, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whether a person of that name is told of.</summary>
    public bool Names(string kind, string value) => _reports.Any(r => r.Record.Actors.Where(a => a.Kind == ActorKind.Person).Any(a =>
    {
        var parts = a.Name.Split(' ');
        return kind switch
        {
            "first" => parts.Length > 1 && parts[0].Equals(value, StringComparison.OrdinalIgnoreCase),
            "last" => parts.Length > 1 && parts[^1].Equals(value, StringComparison.OrdinalIgnoreCase),
            _ => a.Name.Equals(value, StringComparison.OrdinalIgnoreCase) || value.Split(' ') is var asked && parts.Length > 1 && parts[0].Equals(asked[0], StringComparison.OrdinalIgnoreCase) && parts[^1].Equals(asked[^1], StringComparison.OrdinalIgnoreCase),
        };
    }));

    /// <summary>The day that most reports tell, not after the first of them; else the day before the first.</summary>
    private static LocalDate? DayOf(IReadOnlyList<MergingCorpus.Entry> reports)
    {
        var first = reports.Select(r => r.Record.Report.Published?.Day).OfType<LocalDate>().DefaultIfEmpty().Min();
        var votes = new Dictionary<LocalDate, int>();
        foreach (var sketch in reports.SelectMany(r => r.Sketches))
        {
            if (sketch is { Days: { } days, Published: { } published } && days.First == days.Last && days.Last <= first && Period.DaysBetween(days.Last, published) is >= 0 and <= Recent)
                votes[days.First] = votes.GetValueOrDefault(days.First) + 1;
        }

        if (votes.Count > 0) return votes.OrderByDescending(v => v.Value).ThenByDescending(v => v.Key).First().Key;
        return first == default ? null : first.PlusDays(-1);
    }
}
