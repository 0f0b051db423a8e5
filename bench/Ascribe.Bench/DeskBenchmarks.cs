using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Ascribe.Desk;
using Ascribe.Dossiers.Ledger;
using Ascribe.Records;
using Ascribe.Reports;
using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Builder;
using NodaTime;

namespace Ascribe.Bench;

/// <summary>
/// Answers of the desk over HTTP: a dossier of 50 reports (at most 200 ms), and a page of 50 of the inbox of a large ledger (at most 150 ms). The ledger is made once in
/// the folder for temporary files; ASCRIBE_BENCH_REPORTS says of how many reports (1,000 where it says nothing; 100,000 take half an hour), ASCRIBE_BENCH_LEDGER names one that is there.
/// </summary>
/// <remarks>So many calls an iteration, for the desk answers one person only so often a minute.</remarks>
[InvocationCount(32)]
public class DeskBenchmarks
{
    private const int OfOneIncident = 50;
    private const string Password = "twelve slow harbour cranes";

    private readonly HttpClient _http = new();
    private WebApplication _desk = null!;
    private string _dossier = "";

    // Benchmarks in this process do not wait for a setup that returns a task.
    [GlobalSetup]
    public void Start() => Open().GetAwaiter().GetResult();

    [GlobalCleanup]
    public void Stop() => Close().GetAwaiter().GetResult();

    [Benchmark]
    public async Task<int> DossierOfFiftyReports() => (await _http.GetByteArrayAsync($"/v1/dossiers/{_dossier}")).Length;

    [Benchmark]
    public async Task<int> InboxPage() => (await _http.GetByteArrayAsync("/v1/queue?limit=50")).Length;

    [Benchmark]
    public async Task<int> DossierPage() => (await _http.GetByteArrayAsync("/v1/dossiers?limit=50&sort=latest")).Length;

    private async Task Open()
    {
        var ledger = Environment.GetEnvironmentVariable("ASCRIBE_BENCH_LEDGER") ?? Make(int.Parse(Environment.GetEnvironmentVariable("ASCRIBE_BENCH_REPORTS") ?? "1000", CultureInfo.InvariantCulture));
        // Accounts of an earlier run, with what SQLite keeps beside them.
        foreach (var left in (string[])["", "-wal", "-shm"]) File.Delete(ledger + ".people" + left);
        _desk = DeskHost.Build(new DeskOptions { Ledger = ledger });
        await _desk.StartAsync();
        _http.BaseAddress = new Uri(_desk.Urls.First());
        using var entered = await _http.PostAsJsonAsync("/v1/setup", new { code = DeskHost.SetupCodeOf(_desk), name = "bench", password = Password });
        entered.EnsureSuccessStatusCode();
        _dossier = await LargestOf("text=jaralla") ?? await LargestOf("several=true") ?? throw new InvalidOperationException("no incident of the ledger is told by several reports");
    }

    private async Task Close()
    {
        _http.Dispose();
        await _desk.StopAsync();
        await _desk.DisposeAsync();
    }

    private async Task<string?> LargestOf(string query)
    {
        using var found = JsonDocument.Parse(await _http.GetStringAsync($"/v1/dossiers?{query}"));
        return found.RootElement.GetProperty("items").EnumerateArray().OrderByDescending(d => d.GetProperty("reports").GetInt32()).Select(d => d.GetProperty("id").GetString()).FirstOrDefault();
    }

    /// <summary>One incident that fifty reports tell of, and others of which each is told once.</summary>
    private static string Make(int reports)
    {
        var path = Path.Combine(Path.GetTempPath(), $"ascribe-bench-{reports}.ascribe");
        if (File.Exists(path)) return path;
        var reader = RecordReader.Load();
        using var ledger = ReportLedger.Open(path);
        foreach (var batch in Reports(reports).Chunk(64)) ledger.Add([.. batch.Select(r => new ReportReading(r, reader.Read(r)))]);
        return path;
    }

    private static IEnumerable<Report> Reports(int count)
    {
        string[] towns = ["Tikrit", "Basra", "Kirkuk", "Mosul", "Samarra", "Najaf", "Karbala", "Ramadi", "Fallujah", "Baqubah"];
        string[] deeds = ["A roadside bomb", "A car bomb", "Gunmen", "Mortar shells", "A suicide bomber"];
        for (var n = 0; n < OfOneIncident; n++)
        {
            yield return At(n, "2016-03-07", $"Car bomb kills {12 + n % 4} in Tikrit market",
                $"A car bomb went off at the vegetable market of Tikrit on Monday morning, killing {12 + n % 4} people and wounding {30 + n}, police said. Among the dead is the trader Hamid Jaralla, beside whose stall the white pickup stood. "
                + $"Colonel Adnan Barzoki told reporter number {n} that the car had come from Samarra. No group claimed responsibility for the bombing.");
        }

        for (var n = OfOneIncident; n < count; n++)
        {
            var (town, deed, day) = (towns[n % towns.Length], deeds[n / towns.Length % deeds.Length], new LocalDate(2016, 1, 1).PlusDays(n % 3000));
            yield return At(n, day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture), $"{deed} in {town} kills {n % 23 + 1}", $"{deed} killed {n % 23 + 1} people near checkpoint {n} of {town} on {day.DayOfWeek}, police said. Nobody claimed responsibility.");
        }
    }

    private static Report At(int number, string day, string title, string text) =>
        new() { Id = $"bench-{number}", Title = title, Text = text, Outlet = "Harbour", Published = PublicationTime.TryParse(day, out var published) ? published : null };
}
