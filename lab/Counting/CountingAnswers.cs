using Ascribe.Lab.Merging;
using Ascribe.Records;

namespace Ascribe.Lab.Counting;

/// <summary>Answers counting questions over clusters of reports.</summary>
internal sealed class CountingAnswers
{
    /// <summary>An incident less likely to be of the kind asked for is left out of the documents of an answer.</summary>
    private const double Likely = 0.5;

    private readonly List<CountedIncident> _incidents;

    /// <param name="clusters">Ids of reports.</param>
    /// <param name="tolls">What is likely of a report's toll.</param>
    public CountingAnswers(IReadOnlyList<MergingCorpus.Entry> entries, IEnumerable<IReadOnlyList<string>> clusters, Func<Record, (float[] Killed, float[] Injured)> tolls)
    {
        var byId = entries.ToDictionary(e => e.Record.Report.Id, StringComparer.Ordinal);
        string[] named = [.. entries.SelectMany(e => CountedIncident.StateVotes(e, [])).Select(v => v.State).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var homes = entries.Where(e => e.Record.Report.Outlet is not null).GroupBy(e => e.Record.Report.Outlet!, StringComparer.Ordinal).ToDictionary(g => g.Key, g => HomeOf(g, named), StringComparer.Ordinal);
        _incidents = [.. clusters.Select(c => new CountedIncident([.. c.Where(byId.ContainsKey).Select(id => byId[id])], homes, named, tolls))];
    }

    public (int Number, IReadOnlyList<string> Reports) Answer(CountingQuestion question)
    {
        var matching = _incidents.Where(i => i.Day is { } day && day >= question.First && day <= question.Last
            && (question.State is null || i.State == question.State)
            && (question.City is null || i.IsIn(question.City))
            && (question.Person is not { } person || i.Names(person.Kind, person.Value))).ToArray();
        double Asked(CountedIncident i) => 1 - (question.IsKilling ? i.Killed : i.Injured)[0];
        var number = Middle(matching.Select(i => question.Counts == "incidents" ? [1 - Asked(i), Asked(i)] : question.Counts == "killed" ? i.Killed : i.Injured));
        return (number, [.. matching.Where(i => Asked(i) >= Likely).SelectMany(i => i.Reports)]);
    }

    /// <summary>The middle of what the sum of numbers that do not depend on each other may be: the likeliest sum lies below it, for tolls have long tails.</summary>
    private static int Middle(IEnumerable<double[]> numbers)
    {
        double[] sum = [1];
        foreach (var number in numbers)
        {
            var next = new double[sum.Length + number.Length - 1];
            for (var i = 0; i < sum.Length; i++)
            {
                for (var j = 0; j < number.Length; j++) next[i + j] += sum[i] * number[j];
            }

            sum = next;
        }

        var below = 0.0;
        var total = sum.Sum();
        for (var n = 0; n < sum.Length; n++)
        {
            below += sum[n];
            if (below >= total / 2) return n;
        }

        return sum.Length - 1;
    }

    private static (string? State, double Share, string? Town) HomeOf(IEnumerable<MergingCorpus.Entry> reports, IReadOnlyCollection<string> named)
    {
        var all = reports.ToArray();
        var states = all.SelectMany(r => CountedIncident.StateVotes(r, named)).GroupBy(v => v.State, StringComparer.Ordinal).Select(g => (g.Key, Votes: g.Sum(v => v.Votes))).OrderByDescending(g => g.Votes).ThenBy(g => g.Key, StringComparer.Ordinal).ToArray();
        var town = all.SelectMany(r => r.Sketches).SelectMany(s => s.Places).Where(p => p.IsLocal).CountBy(p => p.Name).OrderByDescending(t => t.Value).ThenBy(t => t.Key, StringComparer.Ordinal).FirstOrDefault();
        return states.Length == 0 ? (null, 0, town.Key) : (states[0].Key, states[0].Votes / (states.Sum(s => s.Votes) + 1), town.Key);
    }
}
