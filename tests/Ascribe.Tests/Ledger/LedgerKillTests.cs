using System.Globalization;
using Ascribe.Dossiers.Ledger;
using Ascribe.Tests.Cli;

namespace Ascribe.Tests.Ledger;

/// <summary>
/// Programs that add, index and decide are killed at random moments. <c>ASCRIBE_KILLS</c> says how often; a few times by default, for each takes a second.
/// </summary>
public sealed class LedgerKillTests : IDisposable
{
    private const int Reports = 400;

    private static readonly int s_kills = int.TryParse(Environment.GetEnvironmentVariable("ASCRIBE_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var kills) ? kills : 15;

    private readonly string _folder = Directory.CreateTempSubdirectory("ascribe-kills-").FullName;

    private string Ledger => Path.Combine(_folder, "test.ascribe");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Programs_killed_at_any_moment_lose_nothing_accepted_and_leave_the_dossiers_of_an_uninterrupted_run()
    {
        var random = new Random(13);
        var batch = FaultReports.Write(_folder, "batch.jsonl", 0, Reports);
        Succeeds("add", FaultReports.Write(_folder, "first.jsonl", 0, 64));
        var added = Enumerable.Range(0, 64).Select(FaultReports.Id).ToHashSet(StringComparer.Ordinal);
        var decided = new HashSet<long>();
        // How long each verb takes here when it is let alone.
        var durations = Verbs.Distinct().ToDictionary(verb => verb, verb => Duration(Arguments(verb, batch, random)));
        for (var kill = 0; kill < s_kills; kill++)
        {
            var verb = Verbs[kill % Verbs.Length];
            using var process = AscribeProcess.Start([.. Arguments(verb, batch, random), "--ledger", Ledger]);
            Thread.Sleep(durations[verb] * random.NextDouble());
            process.Kill();
            foreach (var line in process.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                if (line.StartsWith("added ", StringComparison.Ordinal)) added.Add(line[12..]);
                if (line.StartsWith("decision ", StringComparison.Ordinal)) decided.Add(long.Parse(line.AsSpan(9), CultureInfo.InvariantCulture));
            }

            if (kill % 10 == 9) HoldsAll();
        }

        Succeeds("dossiers");
        HoldsAll();
        // The same entries, with nothing beside them: what a run without any kill makes of them.
        var whole = Path.Combine(_folder, "whole.ascribe");
        File.Copy(Ledger, whole);
        Assert.Contains("no damage found", Succeeds(["check"], whole), StringComparison.Ordinal);
        Assert.Equal(Succeeds(["dossiers", "--format", "jsonl"], whole), Succeeds("dossiers", "--format", "jsonl"));
        Assert.Equal(Succeeds(["dossiers", "--text", "convoy OR market", "--sort", "latest"], whole), Succeeds("dossiers", "--text", "convoy OR market", "--sort", "latest"));

        void HoldsAll()
        {
            using var ledger = ReportLedger.Open(Ledger, create: false);
            var there = ledger.List().Select(r => r.Id).ToList();
            Assert.Equal(there.Count, there.Distinct().Count());
            Assert.Empty(added.Except(there));
            var decisions = ledger.Decisions().Select(d => d.Sequence).ToList();
            Assert.Empty(decided.Except(decisions));
            Assert.Equal(there.Count * 2 + decisions.Count, ledger.Count);
            Assert.Empty(ledger.Check());
        }
    }

    private static readonly string[] Verbs = ["add", "dossiers", "merge", "add", "split"];

    private static string[] Arguments(string verb, string batch, Random random) => verb switch
    {
        "add" => ["add", batch],
        "dossiers" => ["dossiers"],
        _ => [verb, FaultReports.Id(random.Next(64)), FaultReports.Id(random.Next(64))],
    };

    private TimeSpan Duration(string[] arguments)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        AscribeProcess.Run([.. arguments, "--ledger", arguments[0] == "add" ? Path.Combine(_folder, "timed.ascribe") : Ledger]);
        return clock.Elapsed;
    }

    private string Succeeds(params string[] arguments) => Succeeds(arguments, Ledger);

    private static string Succeeds(string[] arguments, string ledger)
    {
        var (exit, output, errors) = AscribeProcess.Run([.. arguments, "--ledger", ledger]);
        Assert.True(exit == 0, errors);
        return output;
    }
}
