using System.Diagnostics;
using System.Globalization;
using Ascribe.Dossiers.Dossiers;
using Ascribe.Dossiers.Ledger;
using Ascribe.Places;

namespace Ascribe.Lab;

/// <summary>How fast a ledger answers questions made of what some of its dossiers say: by the search index, and by putting them to one dossier after the other.</summary>
internal static class QuestionBench
{
    /// <summary>So many questions of each kind.</summary>
    private const int Questions = 40;

    /// <summary>Dossiers a page.</summary>
    private const int Page = 50;

    /// <param name="slow">Put to so many dossiers one after the other; 0: not at all.</param>
    public static void Run(string path, int slow)
    {
        using var ledger = ReportLedger.Open(path, create: false);
        var clock = Stopwatch.StartNew();
        var shelf = DossierShelf.Open(ledger);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{{\"opened_ms\":{clock.Elapsed.TotalMilliseconds:F0}}}"));
        string[] ids = [.. shelf.Ids];
        Dossier[] some = [.. Enumerable.Range(0, Questions).Select(n => shelf.Find(ids[(long)n * ids.Length / Questions])!)];
        var page = new DossierQuery { Sort = DossierSort.LatestPublication, Limit = Page };
        Tell("page", [.. some.Select(d => page with { After = d.Id })]);
        Tell("text", [.. some.Select(d => page with { Text = Words(d, 2, " ") })]);
        Tell("phrase", [.. some.Select(d => page with { Text = $"\"{Words(d, 3, " ")}\"" })]);
        Tell("beginning", [.. some.Select(d => page with { Text = Words(d, 1, " ")[..3] + "*" })]);
        Tell("radius", [.. some.Select(d => Places(d).FirstOrDefault()).OfType<Coordinates>().Select(p => page with { Near = (p, 50) })]);
        Tell("actor", [.. some.SelectMany(d => d.Reports[0].Record.Actors.Take(1)).Select(a => page with { Actor = a.Name })]);
        Tell("speaker and stance", [.. some.SelectMany(d => d.Reports[0].Record.Claims.Where(c => c.Speaker.Name is not null).Take(1)).Select(c => page with { Speaker = c.Speaker.Name, Stance = c.Stance })]);
        Tell("days", [.. some.SelectMany(d => d.Reports[0].Record.Report.Published is { } time ? [page with { Since = time.Day.PlusDays(-3), Until = time.Day.PlusDays(3) }] : Array.Empty<DossierQuery>())]);
        Tell("type and country", [.. some.Where(d => d[Slot.Type] is not null).Select(d => page with { Type = d[Slot.Type]!.Best.Value, Country = d.Reports[0].Record.Events.SelectMany(e => e.Places).FirstOrDefault()?.Place.Country })]);
        Tell("disagreement", [.. some.Select(d => page with { Disagreement = true, After = d.Id })]);

        void Tell(string kind, DossierQuery[] questions)
        {
            if (questions.Length == 0) return;
            var times = new List<double>();
            var found = 0;
            foreach (var question in questions)
            {
                var each = Stopwatch.StartNew();
                found += shelf.Summaries(question).Count();
                times.Add(each.Elapsed.TotalMilliseconds);
            }

            times.Sort();
            var one = Stopwatch.StartNew();
            var fitting = slow == 0 ? 0 : ids.Take(slow).Select(id => shelf.Find(id)!).Count(d => questions[0].Fits(d));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{{\"question\":\"{kind}\",\"asked\":{questions.Length},\"found\":{(double)found / questions.Length:F1},\"median_ms\":{times[times.Count / 2]:F1},\"worst_ms\":{times[^1]:F1}{(slow == 0 ? "" : $",\"slow_ms\":{one.Elapsed.TotalMilliseconds / slow * ids.Length:F0},\"slow_found\":{fitting}")},\"resident_mb\":{Process.GetCurrentProcess().WorkingSet64 >> 20}}}"));
        }
    }

    private static IEnumerable<Coordinates?> Places(Dossier dossier) =>
        dossier.Reports.SelectMany(r => r.Record.Events).SelectMany(e => e.Places).Where(p => p.Place is { Precision: <= PlacePrecision.District, Coordinates: not null }).Select(p => p.Place.Coordinates);

    /// <summary>Words in a row from the middle of the first report.</summary>
    private static string Words(Dossier dossier, int count, string between)
    {
        var words = dossier.Reports[0].Record.Report.Text.Split((char[])[' ', '\n', '.', ',', '"', '(', ')'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 5 && w.All(char.IsAsciiLetter)).ToList();
        return string.Join(between, words.Skip(words.Count / 2).Take(count));
    }
}
