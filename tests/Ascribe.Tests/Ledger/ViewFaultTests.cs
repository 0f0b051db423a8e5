using Ascribe.Cli;
using Ascribe.Dossiers.Ledger;
using Ascribe.Dossiers.Review;
using Ascribe.Tests.Cli;
using Microsoft.Data.Sqlite;

namespace Ascribe.Tests.Ledger;

/// <summary>What lies in a ledger beside its entries is damaged, has no room, or is asked for while others write: it is told, nothing is lost, and it can be made again.</summary>
public sealed class ViewFaultTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ascribe-views-").FullName;

    private string Ledger => Path.Combine(_folder, "test.ascribe");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("sketch")]
    [InlineData("search_facts")]
    [InlineData("search_words_data")]
    [InlineData("search_cluster")]
    [InlineData("index_state")]
    [InlineData("actor")]
    public void A_damaged_page_of_a_view_is_told_and_a_check_makes_it_anew(string table)
    {
        Fill(120);
        string[] asked = ["dossiers", "--text", "market OR convoy", "--sort", "latest", "--format", "jsonl"];
        var before = Succeeds(asked);
        Damage(table);
        var (exit, output, errors) = AscribeProcess.Run(["check", "--ledger", Ledger]);
        Assert.True(exit == ExitCodes.Done, errors);
        Assert.StartsWith("warning: " + Ledger, errors, StringComparison.Ordinal);
        Assert.Contains("the entries are whole", errors, StringComparison.Ordinal);
        Assert.EndsWith("dossiers made anew.\n", output, StringComparison.Ordinal);
        Assert.Equal(before, Succeeds(asked));
        Assert.Equal("", AscribeProcess.Run(["check", "--ledger", Ledger]).Errors);
    }

    [Theory]
    [InlineData("sketch")]
    [InlineData("search_mention")]
    [InlineData("search_words_data")]
    public void A_question_to_a_damaged_view_is_one_sentence(string table)
    {
        Fill(120);
        Succeeds("dossiers");
        Damage(table);
        var (exit, _, errors) = AscribeProcess.Run(["dossiers", "--text", "market", "--ledger", Ledger]);
        Assert.Equal(ExitCodes.Ledger, exit);
        Assert.Contains("'ascribe check'", errors, StringComparison.Ordinal);
        Assert.Single(errors.TrimEnd().Split('\n'));
    }

    [Fact]
    public void A_damaged_page_of_the_entries_is_told_and_nothing_is_made_of_it()
    {
        Fill(120);
        Succeeds("dossiers");
        Damage("entry");
        foreach (var verb in (string[])["check", "dossiers"])
        {
            var (exit, output, errors) = AscribeProcess.Run([verb, "--ledger", Ledger]);
            Assert.Equal((ExitCodes.Ledger, ""), (exit, output));
            Assert.StartsWith("error: " + Ledger, errors, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_ledger_cut_short_is_told()
    {
        Fill(120);
        Succeeds("dossiers");
        var whole = File.ReadAllBytes(Ledger);
        foreach (var share in (double[])[0.02, 0.3, 0.7])
        {
            File.WriteAllBytes(Ledger, whole[..(int)(whole.Length * share)]);
            var (exit, _, errors) = AscribeProcess.Run(["check", "--ledger", Ledger]);
            Assert.Equal(ExitCodes.Ledger, exit);
            Assert.StartsWith("error: " + Ledger, errors, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_disk_that_fills_up_while_dossiers_are_made_loses_nothing()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/bin/bash"), "needs bash and its limit for the size of files.");
        Fill(400);
        string[] asked = ["dossiers", "--text", "market OR convoy", "--ledger", Ledger];
        // Room for some of the batches: the limit is in kilobytes.
        var limit = new FileInfo(Ledger).Length / 1024 + 400;
        var (exit, _, errors) = AscribeProcess.RunInShell($"trap '' XFSZ; export DOTNET_EnableWriteXorExecute=0; ulimit -f {limit}; exec \"$@\"", asked);
        Assert.True(exit == ExitCodes.Ledger, $"{exit}: {errors}");
        Assert.Contains($"error: {Ledger}: the disk", errors, StringComparison.Ordinal);
        using (var ledger = ReportLedger.Open(Ledger, create: false))
        {
            Assert.Equal(400, ledger.List().Count());
            Assert.Empty(ledger.Check());
        }

        var whole = Path.Combine(_folder, "whole.ascribe");
        File.Copy(Ledger, whole);
        Succeeds(["check"], whole);
        Assert.Equal(Succeeds(asked[..3], whole), Succeeds(asked[..3]));
    }

    [Fact]
    public void Reports_are_added_and_dossiers_asked_for_at_once()
    {
        Fill(64);
        using var adding = AscribeProcess.Start("add", FaultReports.Write(_folder, "more.jsonl", 64, 300), "--ledger", Ledger);
        var asked = 0;
        for (; !adding.HasExited || asked < 2; asked++)
        {
            var lines = Succeeds("dossiers", "--text", "market OR convoy OR base OR drivers OR roadside").Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.NotEmpty(lines);
        }

        adding.Wait();
        Assert.True(adding.ExitCode == 0, adding.Errors);
        var after = Succeeds("dossiers", "--format", "jsonl");
        Succeeds("check");
        Assert.Equal(Succeeds("dossiers", "--format", "jsonl"), after);
        Assert.Equal(364, Succeeds("list").Count(c => c == '\n'));
    }

    [Fact]
    public void A_clock_set_back_is_told_and_the_order_stays()
    {
        Fill(10);
        using (var ledger = ReportLedger.Open(Ledger))
            ledger.Decide(new IncidentDecision(new Signature("tester", "2101-01-01T00:00:00Z"), Verdict.Unsure, [new MentionKey(FaultReports.Id(0), 0)], [new MentionKey(FaultReports.Id(1), 0)]));
        var (exit, output, errors) = AscribeProcess.Run(["merge", FaultReports.Id(0), FaultReports.Id(1), "--ledger", Ledger]);
        Assert.True(exit == ExitCodes.Done && output.StartsWith("decision ", StringComparison.Ordinal), errors);
        Assert.Contains("a clock was set back", errors, StringComparison.Ordinal);
        var check = AscribeProcess.Run(["check", "--ledger", Ledger]);
        Assert.Equal(ExitCodes.Done, check.ExitCode);
        Assert.Contains("a clock was set back", check.Errors, StringComparison.Ordinal);
        // The later entry holds, whatever its time.
        Assert.Contains(FaultReports.Id(1), Succeeds("dossier", FaultReports.Id(0)), StringComparison.Ordinal);
    }

    private void Fill(int reports)
    {
        var (exit, _, errors) = AscribeProcess.Run(["add", FaultReports.Write(_folder, "reports.jsonl", 0, reports), "--ledger", Ledger]);
        Assert.True(exit == 0, errors);
    }

    /// <summary>Writes over the first page of a table.</summary>
    private void Damage(string table)
    {
        long page, size;
        using (var connection = new SqliteConnection($"Data Source={Ledger};Pooling=False"))
        {
            connection.Open();
            page = Number(connection, $"SELECT rootpage FROM sqlite_schema WHERE name = '{table}'");
            size = Number(connection, "PRAGMA page_size");
        }

        using var file = File.OpenWrite(Ledger);
        file.Position = (page - 1) * size;
        var noise = new byte[size];
        new Random(1).NextBytes(noise);
        file.Write(noise);
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The test's own words.
        command.CommandText = sql;
#pragma warning restore CA2100
        return (long)command.ExecuteScalar()!;
    }

    private string Succeeds(params string[] arguments) => Succeeds(arguments, Ledger);

    private static string Succeeds(string[] arguments, string ledger)
    {
        var (exit, output, errors) = AscribeProcess.Run([.. arguments, "--ledger", ledger]);
        Assert.True(exit == 0, errors);
        return output;
    }
}
